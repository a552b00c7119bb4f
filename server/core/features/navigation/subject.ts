/** What a place in a note is about: a note, a heading or a block of it, or a name that leads nowhere. */
import type { Link } from '../../text/links';
import type { BlockId } from '../../text/markdown';
import type { Note } from '../../text/parseNote';
import { type Span, touches } from '../../text/span';
import { blockAt, headingsAt } from '../../vault/fragment';
import type { Vault } from '../../vault/Vault';
import { linkAt } from './linkAt';
import { writtenTitles } from './writtenTitles';

export type Subject =
  | { readonly kind: 'note'; readonly path: string }
  /** `heading` and `block` count those of the note. */
  | { readonly kind: 'heading'; readonly path: string; readonly heading: number }
  | { readonly kind: 'block'; readonly path: string; readonly block: number }
  /** A fragment that the note does not have. */
  | { readonly kind: 'fragment'; readonly path: string; readonly link: Link }
  /** A link that leads nowhere, or to any of several notes. */
  | { readonly kind: 'unresolved'; readonly link: Link };

/**
 * The subject at a UTF-16 offset of the note whose text is `text`: what a link leads to (behind its `#` the heading
 * or block), the heading or block whose mark stands there, or, on a title and in the first line, the note itself.
 */
export function subjectAt(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
): Subject | null {
  const note = vault.note(path);
  if (note === undefined) return null;
  const link = linkAt(note, offset);
  if (link !== undefined) return subjectOf(vault, path, link, offset);
  const block = note.blocks.findIndex(each => touches(idSpan(text, each), offset));
  if (block >= 0) return { kind: 'block', path, block };
  const heading = note.headings.findIndex(each => touches(each.span, offset));
  if (heading >= 0 && !isTitle(note, heading)) return { kind: 'heading', path, heading };
  const titled = writtenTitles(note).some(
    each => each.kind !== 'alias' && touches(each.span, offset),
  );
  const secondLine = note.lines[1] ?? text.length + 1;
  return titled || offset < secondLine ? { kind: 'note', path } : null;
}

/** A first heading of level one names the note. */
export function isTitle({ headings }: Note, heading: number): boolean {
  return heading === 0 && headings[0]?.level === 1;
}

/** Where the id stands, with its `^`, at the end of its block. */
export function idSpan(text: string, { id, span }: BlockId): Span {
  const start = text.lastIndexOf(`^${id}`, span.end);
  return start < span.start ? span : { start, end: start + id.length + 1 };
}

function subjectOf(vault: Vault, from: string, link: Link, offset: number): Subject {
  const resolution = vault.resolve(link, from);
  if (!('path' in resolution)) return { kind: 'unresolved', link };
  const { path } = resolution;
  const { fragment, fragmentSpan, span } = link.target;
  const inFragment = fragmentSpan !== null && touches(fragmentSpan, offset);
  const only = span.start === span.end;
  const note = vault.note(path);
  if (note === undefined || !fragment || !(inFragment || only)) return { kind: 'note', path };
  const block = blockAt(note, fragment);
  if (block !== null) return { kind: 'block', path, block };
  const heading = headingsAt(note, fragment, link.form)?.at(-1);
  if (heading === undefined) return { kind: 'fragment', path, link };
  return isTitle(note, heading) ? { kind: 'note', path } : { kind: 'heading', path, heading };
}
