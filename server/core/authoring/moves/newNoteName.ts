/** File names of new notes: a sentence or a slug, as those beside it are named, and short enough to travel. */
import type { NoteType } from '../../schema/NoteType';
import { fileNameOf, nameFault, PORTABLE_BYTES, shortName } from '../../vault/fileName';
import { foldName, isNotePath, nameOf, slugOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';

/** So many neighbours show how a folder names its notes. */
const NEIGHBOURS = 200;

/** Without a folder; `null` where no file can be called so. */
export function newNoteName(
  vault: Vault,
  folder: string,
  type: NoteType,
  title: string,
): string | null {
  const name = namesBySlug(vault, folder, type) ? slugOf(title) : fileNameOf(title);
  const short = shortName(name, PORTABLE_BYTES);
  return nameFault(short) === null ? `${short}.md` : null;
}

/** The note that has the name already, so that links could not tell the two apart. */
export function namesake(vault: Vault, name: string): string | undefined {
  const slug = slugOf(nameOf(name));
  return vault.notesNamed(foldName(nameOf(name)))[0] ?? vault.notesWithSlug(slug)[0];
}

/** By the greater part of the folder's notes; in a new one, notes that say their title inside have slugs. */
function namesBySlug(vault: Vault, folder: string, type: NoteType): boolean {
  let [slugs, sentences, seen] = [0, 0, 0];
  for (const path of vault.tree.filesIn(folder)) {
    if (seen++ === NEIGHBOURS) break;
    const name = nameOf(path);
    // One word is both, and a map has its own name.
    if (!isNotePath(path) || name.startsWith('_')) continue;
    if (name.includes(' ')) sentences++;
    else if (name.includes('-')) slugs++;
  }
  return slugs === sentences ? titledInside(type) : slugs > sentences;
}

/** Whether notes of the type say in a field what they are called, so that their file need not. */
export function titledInside(type: NoteType): boolean {
  return ['title', 'name'].some(each => {
    const field = type.field(each);
    return field?.required === true || field?.usual === true;
  });
}
