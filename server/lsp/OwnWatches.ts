/** Watches vaults in the place of a client that cannot. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { addressOf } from './address';
import type { FileSystem, SeenChange } from './port';

const types: Readonly<Record<SeenChange['kind'], FileChangeType>> = {
  created: FileChangeType.Created,
  changed: FileChangeType.Changed,
  deleted: FileChangeType.Deleted,
};

export class OwnWatches {
  /** How each is ended, by the root of its vault. */
  private readonly ends = new Map<string, () => void>();

  constructor(
    private readonly files: FileSystem,
    private readonly changed: (events: readonly FileEvent[]) => void,
    private readonly failed: (reason: string) => void,
  ) {}

  /** Watches these and no others. */
  set(roots: readonly string[]): void {
    for (const [root, end] of this.ends) {
      if (roots.includes(root)) continue;
      end();
      this.ends.delete(root);
    }
    for (const root of roots) {
      if (this.ends.has(root)) continue;
      const tell = (changes: readonly SeenChange[]) => this.changed(changes.map(eventOf));
      const end = this.files.watchFolder?.(root, tell, this.failed);
      if (end !== undefined) this.ends.set(root, end);
    }
  }
}

function eventOf({ path, kind }: SeenChange): FileEvent {
  return { uri: addressOf(path), type: types[kind] };
}
