/** A new note of any type: in the folder for it, named as its neighbours are, with all that is known filled in. */
import type { NoteType } from '../../schema/NoteType';
import { folderOf } from '../../vault/names';
import type { Author, Authored, RefusedMove } from './Author';
import type { Move } from './Move';
import { newClaim } from './newClaim';
import { isFolderName, newNoteFolders, wordsOf } from './newNoteFolder';
import { namesake, newNoteName } from './newNoteName';
import { newSource } from './newSource';
import { oneLine } from './oneLine';
import { skeleton } from './skeleton';

type NewNoteMove = Extract<Move, { readonly kind: 'note' }>;

export function newNote(author: Author, move: NewNoteMove): Authored | RefusedMove {
  const { vault, today } = author;
  const { schema } = vault.config;
  const type = schema.type(move.type);
  if (type === undefined) return { refused: `There is no note type “${move.type}”.` };
  const title = oneLine(move.title);
  if (title === '') return { refused: 'A note needs a title.' };
  const folder = chosenFolder(author, move, type);
  if (typeof folder !== 'string') return folder;
  const words = { ...wordsOf(author), ...schema.wordsOfFolder(folder) };
  const domain = words.domain ?? null;
  if (type.name === 'claim') return newClaim(author, { kind: 'claim', title, domain });
  if (type.name === 'source')
    return newSource(author, { kind: 'source', title, url: '', author: '', domain, text: '' });
  const name = type.name === 'map' ? '_map.md' : newNoteName(vault, folder, type, title);
  if (name === null) return { refused: `No file can be called “${title}”.` };
  const path = folder === '' ? name : `${folder}/${name}`;
  const there = type.name === 'map' ? [path].find(each => vault.has(each)) : namesake(vault, name);
  if (there !== undefined) return { refused: `“${there}” is there already, and has that name.` };
  const { text, place } = skeleton(type, { ...words, today, title });
  return {
    edit: { edits: new Map(), creates: [{ path, text }], renames: [] },
    label: `New ${type.name}`,
    open: { path, selection: place },
  };
}

function chosenFolder(author: Author, move: NewNoteMove, type: NoteType): string | RefusedMove {
  const { folder } = move;
  if (folder === null) {
    // A map stands with the notes that it leads through.
    if (type.name === 'map' && author.path !== null) return folderOf(author.path);
    const { agent } = author;
    // Not in the folder of another one.
    if (agent !== null && !isFolderName(agent) && type.folders.some(each => /<agent>/u.test(each)))
      return { refused: `No folder can have the name of the agent “${agent}”.` };
    const { sure } = newNoteFolders(author, type);
    return sure ?? { refused: `In which folder shall the ${type.name} stand?` };
  }
  const isThere = folder === '' || author.vault.tree.isFolder(folder);
  return isThere || folder.split('/').every(isFolderName)
    ? folder
    : { refused: `“${folder}” is no folder of this vault.` };
}
