/** Where a source that is done with goes, and whether something is there. */
import type { NoteType } from '../../schema/NoteType';
import { foldName, nameOf } from '../../vault/names';
import { samePlace } from '../../vault/samePlace';
import type { Vault } from '../../vault/Vault';

/** Where the schema gives sources a queue and an archive beside it; `null` where the source is in no queue. */
export function archivePath(path: string, { folders }: NoteType): string | null {
  for (const queue of folders) {
    const archive = queue.replace(/(^|\/)queue$/u, '$1archive');
    if (archive !== queue && folders.includes(archive) && path.startsWith(`${queue}/`))
      return archive + path.slice(queue.length);
  }
  return null;
}

/** The file that a system which ignores case, or the form of accents, has at the path. */
export function fileAt(vault: Vault, path: string): string | undefined {
  if (vault.has(path)) return path;
  const named = vault.notesNamed(foldName(nameOf(path)));
  return named.find(each => samePlace(each, path));
}
