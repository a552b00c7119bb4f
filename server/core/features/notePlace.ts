/** What completion knows of the note whose front matter is being written. */
import type { NoteType } from '../schema/NoteType';
import type { FolderWords } from '../schema/Schema';
import type { Vault } from '../vault/Vault';

export interface NotePlace {
  readonly vault: Vault;
  readonly path: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the other fields say, by name. */
  readonly said: ReadonlyMap<string, string>;
  readonly type: NoteType | undefined;
  /** As it is known today, or as written where it is unknown; may be empty. */
  readonly typeName: string;
  readonly folderType: NoteType | undefined;
  readonly folderWords: FolderWords;
}

export function notesCounted(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 note' : `${count} notes`;
}
