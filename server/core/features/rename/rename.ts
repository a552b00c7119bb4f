/** Gives what was found at a place another name, everywhere: in its note, in the file system, and in every link to it. */
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';
import { retarget } from '../../text/yamlText';
import { folderOf, foldName } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { sameTarget } from '../navigation/references';
import { idSpan } from '../navigation/subject';
import { type Arranged, rearrange } from './rearrange';
import { refusal, renameNote } from './renameNote';
import type { RenameTarget } from './renameTarget';
import type { ReadText } from './VaultEdit';

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
    return changed(vault, target.path, { span: heading.content, newText: name }, read);
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
  const to = `${folder === '' ? '' : `${folder}/`}${name.trim()}`;
  const refused = refusal(vault, path, to);
  if (refused !== null) return refused;
  return rearrange(vault, new Map(to === path ? [] : [[path, to]]), new Map(), read);
}

/** Every link by a name that no note has gets the other name. */
function renamedMentions(vault: Vault, mention: Link, newName: string): Arranged {
  const target = newName.replace(/\s+/gu, ' ').trim();
  if (target === '' || /[#|^[\]]/u.test(target))
    return { refused: 'A link cannot be empty, nor have any of `# | ^ [ ]`.' };
  const edits = new Map<string, TextEdit[]>();
  for (const { from, link } of sameTarget(vault, mention)) {
    if (foldName(link.target.written) !== foldName(mention.target.written)) continue;
    edits.set(from, [...(edits.get(from) ?? []), retarget(link, target)]);
  }
  return { edit: { edits, renames: [] }, lost: [] };
}
