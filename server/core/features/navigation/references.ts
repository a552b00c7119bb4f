/** The links that lead to the note, heading or block at a cursor, and those that lead to a note. */
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import { type Span, span } from '../../text/span';
import { blockAt, headingsAt } from '../../vault/fragment';
import { foldName } from '../../vault/names';
import { mentionSlugs } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { hrefSpan } from './hrefSpan';
import { type Subject, subjectAt } from './subject';
import { titleSpan } from './writtenTitles';

export interface Reference {
  readonly from: string;
  readonly link: Link;
  /** Of its target and fragment, of a Markdown link's path alone; in the text of `from`. */
  readonly span: Span;
}

export interface References {
  /** What they lead to: a title, a heading's line or a block; `null` where it is no part of a note. */
  readonly declaration: { readonly path: string; readonly span: Span } | null;
  /** By path, then by place. */
  readonly links: readonly Reference[];
}

/** `null` where the place at the UTF-16 offset is about nothing that links can lead to. Costs what is found. */
export function references(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
): References | null {
  const subject = subjectAt(vault, path, text, offset);
  if (subject === null) return null;
  const links =
    subject.kind === 'unresolved'
      ? sameTarget(vault, path, subject.link)
      : linksInto(vault, subject.path).filter(({ link }) => leadsTo(vault, subject, link));
  return { declaration: declarationOf(vault, subject), links: links.sort(byPlace) };
}

/** The links to a note, those of the note itself included. */
function linksInto(vault: Vault, path: string): Reference[] {
  const own = (vault.note(path)?.links ?? []).filter(link => {
    const resolution = vault.resolve(link, path);
    return 'path' in resolution && resolution.path === path;
  });
  return [...vault.backlinks(path), ...own.map(link => ({ from: path, link }))].map(
    ({ from, link }) => referenceOf(from, link),
  );
}

/** `link` leads to the subject's note. */
function leadsTo(vault: Vault, subject: Subject, link: Link): boolean {
  const { written, fragment } = link.target;
  const note = 'path' in subject ? vault.note(subject.path) : undefined;
  switch (subject.kind) {
    case 'heading':
      return headingsIn(note, link).includes(subject.heading);
    case 'block':
      return note !== undefined && fragment !== null && blockAt(note, fragment) === subject.block;
    case 'fragment':
      return (
        fragment !== null && foldName(fragment) === foldName(subject.link.target.fragment ?? '')
      );
    default:
      // A link inside its own note is about a part of it, and only the title stands for the whole.
      return written !== '' || headingsIn(note, link).some(each => each === 0 && isTop(note));
  }
}

/** Of `[[note#A#B]]` both headings: it breaks when either is renamed. */
function headingsIn(note: Note | undefined, { form, target: { fragment } }: Link): number[] {
  if (note === undefined || !fragment || fragment.startsWith('^')) return [];
  return headingsAt(note, fragment, form) ?? [];
}

function isTop(note: Note | undefined): boolean {
  return note?.headings[0]?.level === 1;
}

/** Links in any note that lead nowhere as well and are written like this one, but for capitals and punctuation. */
function sameTarget(vault: Vault, path: string, link: Link): Reference[] {
  const slugs = mentionSlugs(link);
  const same = (other: Link) =>
    foldName(other.target.written) === foldName(link.target.written) ||
    (!isPath(other) && !isPath(link) && mentionSlugs(other).some(slug => slugs.includes(slug)));
  const found = unwritten(vault, link).filter(each => same(each.link));
  // A target like `no../` ends in no name, by which others could be found.
  return found.length > 0 ? found : [referenceOf(path, link)];
}

/** Links in any note that lead nowhere and end in the same name as this one, but for capitals and punctuation. */
export function unwritten(vault: Vault, link: Link): Reference[] {
  const slugs = mentionSlugs(link);
  const holders = new Set(slugs.flatMap(slug => vault.unresolvedNames.holders(slug)));
  return [...holders].flatMap(from =>
    vault
      .linksLike(slugs, from)
      .filter(each => !('path' in vault.resolve(each, from)))
      .filter(each => mentionSlugs(each).some(slug => slugs.includes(slug)))
      .map(each => referenceOf(from, each)),
  );
}

function isPath({ target }: Link): boolean {
  return /[/\\]/u.test(target.written);
}

function declarationOf(vault: Vault, subject: Subject): References['declaration'] {
  if (subject.kind === 'unresolved') return null;
  const { path } = subject;
  const note = vault.note(path);
  if (note === undefined) return { path, span: span(0, 0) };
  switch (subject.kind) {
    case 'heading':
      return { path, span: note.headings[subject.heading]?.span ?? span(0, 0) };
    case 'block':
      return { path, span: note.blocks[subject.block]?.span ?? span(0, 0) };
    case 'fragment':
      return null;
    default:
      return { path, span: titleSpan(note) };
  }
}

/** As editors with a Markdown support of their own report links: where both say the same, they list it once. */
function referenceOf(from: string, link: Link): Reference {
  const { span: path } = link.target;
  const isPath = link.form === 'markdown' && path.start < path.end;
  return { from, link, span: isPath ? path : hrefSpan(link) };
}

function byPlace(a: Reference, b: Reference): number {
  return a.from === b.from ? a.span.start - b.span.start : a.from < b.from ? -1 : 1;
}
