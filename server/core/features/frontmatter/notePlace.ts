/** What completion knows of the note whose front matter is being written. */
import type { FieldType, NoteType } from '../../schema/NoteType';
import type { FolderWords } from '../../schema/Schema';
import { typeField } from '../../schema/typeField';
import type { Note } from '../../text/parseNote';
import { folderOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';

export interface NotePlace {
  readonly vault: Vault;
  readonly path: string;
  /** As far as it could be read: what it says counts among the words of the vault. */
  readonly note: Note | undefined;
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

/** `said` is what the other fields say, by name. */
export function placeIn(
  vault: Vault,
  path: string,
  said: ReadonlyMap<string, string>,
  today: string,
): NotePlace {
  const { schema } = vault.config;
  const written = said.get('type') ?? '';
  const type = schema.type(written);
  const folder = folderOf(path);
  return {
    vault,
    path,
    note: vault.note(path),
    today,
    said,
    type,
    typeName: type?.name ?? written,
    folderType: schema.typeOfPath(path),
    folderWords: schema.wordsOfFolder(folder),
  };
}

/** The field of the note's type, by an older name too; of a note without a type, or of an unknown one, that of another type. */
export function fieldIn(
  { vault, type, typeName, folderType }: NotePlace,
  name: string,
): FieldType | undefined {
  const { schema } = vault.config;
  if (name === 'type') return typeField;
  if (type !== undefined) return type.fieldMeant(name);
  const types = folderType === undefined ? schema.types : [folderType, ...schema.types];
  const field = types.map(each => each.field(name)).find(each => each !== undefined);
  // An unknown type may be mistyped, or the vault's own with words of its own.
  return typeName === '' || field === undefined ? field : { ...field, open: true };
}

export function notesCounted(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 note' : `${count} notes`;
}
