/** Renames a note: its file name, `title:` and first heading go together where they agreed before. */

import { type Arranged, rearrange } from '../../authoring/edits/rearrange';
import type { ReadText } from '../../authoring/edits/VaultEdit';
import { fieldOf, type Value } from '../../text/frontmatter';
import type { Heading } from '../../text/markdown';
import type { Note } from '../../text/parseNote';
import { applyEdits, type Span, type TextEdit } from '../../text/span';
import { wordEdit } from '../../text/yamlText';
import {
  fileNameOf,
  MAX_BYTES,
  nameFault,
  names,
  PORTABLE_BYTES,
  shortName,
} from '../../vault/fileName';
import { byteLength, folderOf, foldName, isNotePath, nameOf, slugOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { insertedTitle } from './insertedTitle';
import { shapeFault } from './keptShape';

/** What of a note a new name was asked for: its file, the field that holds the title, or the first heading. */
export type TitlePart = 'file' | 'field' | 'heading';

export interface Titles {
  readonly file: string;
  readonly field: Value | null;
  readonly heading: Heading | null;
}

/** A file name of more bytes may be shortened while the title stays whole. */
const SHORT_BYTES = 120;

export function titlesIn(note: Note): Titles {
  const field = ['title', 'name']
    .map(name => fieldOf(note.frontmatter, name))
    .find(each => each?.kind === 'scalar');
  const [heading] = note.headings;
  return {
    file: nameOf(note.path),
    field: field?.values[0] ?? null,
    heading: heading?.level === 1 ? heading : null,
  };
}

/** What the part says now. */
export function titleOf(titles: Titles, part: TitlePart): string {
  return part === 'file'
    ? titles.file
    : part === 'field'
      ? (titles.field?.text ?? '')
      : (titles.heading?.text ?? '');
}

/** `short`: the file gets a short name, and the whole title stands in the note. */
export function renameNote(
  vault: Vault,
  note: Note,
  part: TitlePart,
  newTitle: string,
  short: boolean,
  read: ReadText,
): Arranged {
  const ending = part === 'file' ? /\.(?:md|markdown)$/iu : /$^/u;
  const title = newTitle.replace(/\s+/gu, ' ').trim().replace(ending, '');
  if (title === '') return { refused: 'A title cannot be empty.' };
  const titles = titlesIn(note);
  const before = titleOf(titles, part);
  const goes = (each: TitlePart) => each === part || agree(titleOf(titles, each), before);
  // Whoever types a slug where a slug was means the file alone, as a slug says neither capitals nor marks.
  const fileOnly = part === 'file' && isSlug(title) && isSlug(titles.file);
  const own: TextEdit[] = [];
  const follows = (each: TitlePart, span: Span) =>
    !fileOnly && goes(each) && (each === part || !holdsLink(note, span));
  const { field, heading } = titles;
  if (field !== null && follows('field', field.inner)) own.push(wordEdit(field, title));
  const headed = heading !== null && follows('heading', heading.content);
  if (heading !== null && headed) own.push({ span: heading.content, newText: title });
  const moves = new Map<string, string>();
  if (goes('file')) {
    const to = newPath(note.path, titles, title, short);
    const refused = refusal(vault, note.path, to);
    if (refused !== null) return refused;
    if (to !== note.path) moves.set(note.path, to);
    if (short && own.length === 0 && !names(nameOf(to), title)) {
      const inserted = insertedTitle(vault, note, title, read);
      if (inserted === null) return { refused: 'This note has no place for its whole title.' };
      own.push(inserted);
    }
  }
  const text = read(note.path) ?? '';
  const edits = own.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
  if (edits.length === 0) return rearrange(vault, moves, new Map(), read);
  const fault = shapeFault(
    note,
    applyEdits(text, edits),
    headed ? { index: 0, name: title } : null,
  );
  if (fault !== null) return { refused: fault };
  return rearrange(vault, moves, new Map([[note.path, edits]]), read);
}

/** What stands in a link would be lost with it. */
export function holdsLink(note: Note, { start, end }: Span): boolean {
  return note.links.some(({ span }) => span.start < end && start < span.end);
}

/** Two names of a note agree where they have the same words, or where a file name is the beginning of the title. */
function agree(a: string, b: string): boolean {
  const [short = '', long = ''] = [slugOf(a), slugOf(b)].sort((x, y) => x.length - y.length);
  return names(a, b) || (short.length >= 40 && long.startsWith(`${short}-`));
}

/** Words joined by hyphens: one word alone may be a title as well. */
export function isSlug(name: string): boolean {
  return name.includes('-') && slugOf(name) === name;
}

function newPath(path: string, { file }: Titles, title: string, short: boolean): string {
  const extension = path.slice(path.lastIndexOf('/') + 1 + file.length);
  const name = isSlug(file) ? slugOf(title) : fileNameOf(title);
  const folder = folderOf(path);
  const whole = short ? shortName(name, SHORT_BYTES, extension) : name;
  return `${folder === '' ? '' : `${folder}/`}${whole}${extension}`;
}

/** Why a file cannot go there; `null` where it can. */
export function refusal(vault: Vault, from: string, to: string): Arranged | null {
  const base = to.slice(to.lastIndexOf('/') + 1);
  const name = isNotePath(to) ? nameOf(to) : base;
  const fault = nameFault(name);
  if (fault !== null) return { refused: fault };
  // What is hidden is no part of the vault, and what is above it is none of its business.
  if (to.split('/').some(part => part === '' || part.startsWith('.')))
    return { refused: `\`${to}\` is no place in this vault.` };
  if (isNotePath(to) !== isNotePath(from))
    return { refused: 'A note has to stay a note, and another file another file.' };
  const bytes = byteLength(base);
  if (bytes > MAX_BYTES)
    return {
      refused: `The file name would take ${bytes} bytes; no common system allows more than ${MAX_BYTES}.`,
      short: true,
    };
  const taken = takenBy(vault, to);
  if (taken !== undefined && taken !== from)
    return { refused: `There is a file \`${taken}\` already.` };
  return null;
}

/** Some systems take names that differ in case alone for the same. */
function takenBy(vault: Vault, path: string): string | undefined {
  if (vault.has(path)) return path;
  const key = foldName(isNotePath(path) ? nameOf(path) : path.slice(path.lastIndexOf('/') + 1));
  const alike = isNotePath(path) ? vault.notesNamed(key) : vault.filesNamed(key);
  return alike.find(each => foldName(each) === foldName(path));
}

/** Whether a name is new to the systems that hold only shorter ones. */
export function isLonger(from: string, to: string): boolean {
  const bytes = (path: string) => byteLength(path.slice(path.lastIndexOf('/') + 1));
  return bytes(to) > PORTABLE_BYTES && bytes(from) <= PORTABLE_BYTES;
}
