/** Where a note that is not written yet belongs: the path that a link gives, or the folder for its type. */
import type { NoteType } from '../../schema/NoteType';
import type { FolderWords } from '../../schema/Schema';
import { textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';

import { folderOf, isNotePath } from '../../vault/names';
import { joinPath } from '../../vault/resolve';
import type { Place } from '../rule';

/** The path that the link says, where its folder is there; `null` for a name alone. */
export function writtenPath({ vault, path }: Place, { form, target }: Link): string | null {
  const written = target.written.trim().replace(/\\/gu, '/');
  if (form === 'markdown' ? !isNotePath(written) : !written.includes('/')) return null;
  const relative = form === 'markdown' ? !written.startsWith('/') : /^\.{1,2}\//u.test(written);
  const whole = joinPath(relative ? folderOf(path) : '', written);
  if (whole === null) return null;
  const note = isNotePath(whole) ? whole : `${whole}.md`;
  const free = !vault.has(note) && vault.tree.isFolder(folderOf(note));
  return free ? note : null;
}

/** The domain and the agent of a folder, or else those that the note speaks of. */
export function wordsAt({ vault, note, path }: Place, folder: string): FolderWords {
  const { schema } = vault.config;
  const words = { ...schema.wordsOfFolder(folderOf(path)), ...schema.wordsOfFolder(folder) };
  for (const kind of ['domain', 'agent'] as const) {
    const said = textOf(note.frontmatter, kind)?.trim();
    if (words[kind] === undefined && said && vault.vocabulary.knows(kind, said)) words[kind] = said;
  }
  return words;
}

/** The note's own folder where such notes stand there; else that of its domain or agent, if there is one. */
export function folderFor(place: Place, type: NoteType): string | null {
  const { vault, path, note } = place;
  const own = folderOf(path);
  if (own !== '' && vault.config.schema.typeOfFolder(own) === type) return own;
  const words: { domain?: string; agent?: string } = { ...wordsAt(place, own) };
  const domain = textOf(note.frontmatter, 'domain')?.trim();
  if (domain && vault.vocabulary.knows('domain', domain)) words.domain = domain;
  const folders = type.folders.map(each =>
    each.replace('<domain>', words.domain ?? '<>').replace('<agent>', words.agent ?? '<>'),
  );
  return folders.find(each => vault.tree.isFolder(each)) ?? null;
}
