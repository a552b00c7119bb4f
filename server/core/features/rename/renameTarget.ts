/** What F2 renames at a place: the note that a link leads to, a title, a heading, a block, or a name without a note. */

import type { Refused } from '../../authoring/edits/rearrange';
import type { ReadText } from '../../authoring/edits/VaultEdit';
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { type Span, touches } from '../../text/span';
import { names } from '../../vault/fileName';
import { fragmentPlace } from '../../vault/fragmentPlace';
import { baseOf, isNotePath, withoutExtension } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { linkAt } from '../navigation/linkAt';
import { idSpan } from '../navigation/subject';
import { type TitlePart, titleOf, titlesIn } from './renameNote';

export type RenameTarget =
  | { readonly kind: 'note'; readonly path: string; readonly part: TitlePart }
  /** `index` counts the note's headings, or its blocks. */
  | { readonly kind: 'heading' | 'block'; readonly path: string; readonly index: number }
  /** A file that is no note. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'unresolved'; readonly link: Link };

export interface Renamable {
  readonly target: RenameTarget;
  /** What stands for the name in the note of the cursor. */
  readonly span: Span;
  /** The name of now, to be edited. */
  readonly name: string;
}

/** `null` where nothing has a name; refused where a link says none that could be another. `offset` is UTF-16. */
export function renamableAt(
  vault: Vault,
  path: string,
  offset: number,
  read: ReadText,
): Renamable | Refused | null {
  const note = vault.note(path);
  const text = note === undefined ? null : read(path);
  if (note === undefined || text === null) return null;
  const link = linkAt(note, offset);
  if (link !== undefined) return behindLink(vault, note, link, offset, text);
  const { field } = titlesIn(note);
  if (field !== null && touches(field.inner, offset))
    return { target: { kind: 'note', path, part: 'field' }, span: field.inner, name: field.text };
  const block = note.blocks.findIndex(each => touches(idSpan(text, each), offset));
  const found = note.blocks[block];
  if (found !== undefined) {
    const { start, end } = idSpan(text, found);
    const span = { start: start + 1, end };
    return { target: { kind: 'block', path, index: block }, span, name: found.id };
  }
  const index = note.headings.findIndex(({ span }) => touches(span, offset));
  const heading = note.headings[index];
  return heading === undefined ? null : { ...headingOf(note, index), span: heading.content };
}

function headingOf(note: Note, index: number): Omit<Renamable, 'span'> {
  const { path } = note;
  const name = note.headings[index]?.text ?? '';
  const isTitle = index === 0 && titlesIn(note).heading !== null;
  return isTitle
    ? { target: { kind: 'note', path, part: 'heading' }, name }
    : { target: { kind: 'heading', path, index }, name };
}

function behindLink(
  vault: Vault,
  from: Note,
  link: Link,
  offset: number,
  text: string,
): Renamable | Refused {
  const { written, span, fragmentSpan } = link.target;
  const resolution = vault.resolve(link, from.path);
  if (resolution.kind === 'ambiguous')
    return { refused: 'Several notes have this name: choose one of them first.' };
  if (resolution.kind === 'missing') {
    const name = withoutExtension(baseOf(written.replace(/\\/gu, '/')));
    if (name === '' || (link.form === 'markdown' && !isNotePath(written)))
      return { refused: 'This link leads nowhere.' };
    return { target: { kind: 'unresolved', link }, span: lastPart(text, span), name };
  }
  const { path } = resolution;
  const note = vault.note(path);
  if (note === undefined) return { target: { kind: 'file', path }, span, name: baseOf(path) };
  const onFragment = fragmentSpan !== null && (touches(fragmentSpan, offset) || written === '');
  if (!onFragment)
    return { target: { kind: 'note', path, part: 'file' }, span, name: shownName(note) };
  const place = fragmentPlace(note, link);
  if (place === null || fragmentSpan === null)
    return { refused: 'The note has no such heading or block.' };
  if (place.block !== null) {
    const id = note.blocks[place.block]?.id ?? '';
    const mark = { start: fragmentSpan.start + 1, end: fragmentSpan.end };
    return { target: { kind: 'block', path, index: place.block }, span: mark, name: id };
  }
  // Of `A#B` the part with the cursor; an anchor is one part.
  const before = text.slice(fragmentSpan.start, offset).split('#').length - 1;
  const index = place.headings[Math.min(before, place.headings.length - 1)];
  if (index === undefined) return { refused: 'The note has no such heading.' };
  return { ...headingOf(note, index), span: partAt(text, fragmentSpan, before) };
}

/** The name at the end of a target, without its folder and `.md`. */
function lastPart(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  const begin = Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1;
  return { start: start + begin, end: start + withoutExtension(raw).length };
}

function partAt(text: string, { start, end }: Span, index: number): Span {
  const parts = text.slice(start, end).split('#');
  const begin = start + parts.slice(0, index).join('#').length + (index > 0 ? 1 : 0);
  return { start: begin, end: begin + (parts[index]?.length ?? 0) };
}

/** The title where the file is named by it, else the file name. */
function shownName(note: Note): string {
  const titles = titlesIn(note);
  const parts: TitlePart[] = ['heading', 'field'];
  const title = parts.map(part => titleOf(titles, part)).find(each => names(titles.file, each));
  return title ?? titles.file;
}
