/** Gives what was found at a place another name, everywhere: in its note, in the file system, and in every link to it. */

import { type Arranged, rearrange } from '../../authoring/edits/rearrange';
import type { ReadText } from '../../authoring/edits/VaultEdit';
import type { Link } from '../../text/links';
import { applyEdits, type TextEdit } from '../../text/span';
import { retarget } from '../../text/yamlText';
import { nameFault } from '../../vault/fileName';
import { baseOf, folderOf, foldName, withoutExtension } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { unwritten } from '../navigation/references';
import { idSpan } from '../navigation/subject';
import { shapeFault } from './keptShape';
import { refusal, renameNote } from './renameNote';
import type { RenameTarget } from './renameTarget';

/** `short`: a note's file gets a short name, and the whole title stands in the note. */
export function rename(
  vault: Vault,
  target: RenameTarget,
  newName: string,
  short: boolean,
  read: ReadText,
): Arranged {
  const gone: Arranged = { refused: 'This is gone meanwhile.' };
  if (target.kind === 'unresolved') return renamedMentions(vault, target.link, newName);
  if (target.kind === 'file') return movedFile(vault, target.path, newName, read);
  const note = vault.note(target.path);
  if (note === undefined) return gone;
  if (target.kind === 'note') return renameNote(vault, note, target.part, newName, short, read);
  const name = newName.replace(/\s+/gu, ' ').trim();
  if (target.kind === 'heading') {
    const heading = note.headings[target.index];
    if (heading === undefined) return gone;
    if (name === '') return { refused: 'A heading cannot be empty.' };
    const edit = { span: heading.content, newText: name };
    const text = read(target.path);
    if (text === null) return gone;
    const fault = shapeFault(note, applyEdits(text, [edit]), { index: target.index, name });
    return fault === null ? changed(vault, target.path, edit, read) : { refused: fault };
  }
  const id = name.replace(/^\^/u, '');
  const block = note.blocks[target.index];
  const text = read(target.path);
  if (block === undefined || text === null) return gone;
  if (!/^[A-Za-z0-9-]+$/u.test(id))
    return { refused: 'A block id has only letters without accents, digits and hyphens.' };
  if (note.blocks.some(each => each !== block && each.id.toLowerCase() === id.toLowerCase()))
    return { refused: `There is a block \`^${id}\` in this note already.` };
  return changed(vault, target.path, { span: idSpan(text, block), newText: `^${id}` }, read);
}

function changed(vault: Vault, path: string, edit: TextEdit, read: ReadText): Arranged {
  return rearrange(vault, new Map(), new Map([[path, [edit]]]), read);
}

function movedFile(vault: Vault, path: string, name: string, read: ReadText): Arranged {
  const folder = folderOf(path);
  if (/[\\/]/u.test(name)) return { refused: 'A file name cannot have `/` or `\\`.' };
  const ending = /\.[^.]*$/u;
  // A picture stays one.
  const whole = ending.test(name) ? name.trim() : name.trim() + (ending.exec(path)?.[0] ?? '');
  const to = `${folder === '' ? '' : `${folder}/`}${whole}`;
  const refused = refusal(vault, path, to);
  if (refused !== null) return refused;
  return rearrange(vault, new Map(to === path ? [] : [[path, to]]), new Map(), read);
}

/** Every link by a name that no note has gets the other name; a folder before it stays. */
function renamedMentions(vault: Vault, mention: Link, newName: string): Arranged {
  const target = withoutExtension(newName.replace(/\s+/gu, ' ').trim());
  const fault = nameFault(target);
  if (fault !== null) return { refused: fault };
  const name = nameIn(mention);
  const edits = new Map<string, TextEdit[]>();
  for (const { from, link } of unwritten(vault, mention)) {
    if (foldName(nameIn(link)) !== foldName(name)) continue;
    const written = link.target.written.replace(/\\/gu, '/');
    const folder = written.slice(0, written.lastIndexOf('/') + 1);
    edits.set(from, [...(edits.get(from) ?? []), retarget(link, folder + target)]);
  }
  return { edit: { edits, creates: [], renames: [] }, lost: [] };
}

/** The last part of what it says, without `.md`. */
function nameIn({ target }: Link): string {
  return withoutExtension(baseOf(target.written.replace(/\\/gu, '/')));
}
