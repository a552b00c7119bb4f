/** The links of a note as bytes; before them, for each, what tells cheaply which names it cannot mean. */
import type { Link } from '../../text/links';
import type { Span } from '../../text/span';
import { PREFIX_LENGTH } from '../resolve';
import type { ByteReader, ByteWriter } from './bytes';
import { readSpan, writeSpan } from './spans';
import type { TextReader, TextWriter } from './texts';

const FORMS = ['wiki', 'plain', 'markdown'] as const;
const QUOTINGS = [null, 'plain', 'single', 'double', 'block', 'nested', 'angle'] as const;

const FIELD = 4;
const QUOTING_SHIFT = 3;
const OTHER_PLACES = 64;
const ALIAS = 128;
const FRAGMENT = 256;
const EMBED = 512;

/** Of a link that may mean any name, as far as this tells. */
export const ANY_NAME = 0;

/**
 * A number below 2 ** 16 that is the same for a name's slug and all slugs by which links mean it: these are equal in
 * their first characters.
 */
export function nameMark(slug: string): number {
  let hash = 0x811c9dc5;
  const end = Math.min(slug.length, PREFIX_LENGTH);
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff || 1;
}

/** `marks` has one for each link. */
export function writeLinks(
  to: ByteWriter,
  texts: TextWriter,
  links: readonly Link[],
  marks: readonly number[],
): void {
  to.number(links.length);
  for (const mark of marks) {
    to.byte(mark & 0xff);
    to.byte(mark >>> 8);
  }
  // From start to start: what is not wanted is then stepped over without its texts.
  let at = 0;
  for (const link of links) {
    writeLink(to, texts, link, at);
    at = link.span.start;
  }
}

export function readLinks(from: ByteReader, texts: TextReader): Link[] {
  const count = from.count();
  from.at += 2 * count;
  const links: Link[] = [];
  for (let at = 0; links.length < count; ) {
    const link = readLink(from, texts, at);
    links.push(link);
    at = link.span.start;
  }
  return links;
}

/** Those of the front matter, which stand before all others. */
export function readFieldLinks(from: ByteReader, texts: TextReader): Link[] {
  const count = from.count();
  from.at += 2 * count;
  const links: Link[] = [];
  for (let at = 0; links.length < count; ) {
    const link = readLink(from, texts, at);
    if (link.field === null) break;
    links.push(link);
    at = link.span.start;
  }
  return links;
}

/** Those that may mean a name with one of these marks; `texts` is asked only where there is one. */
export function readLinksMarked(
  from: ByteReader,
  texts: () => TextReader,
  marks: ReadonlySet<number>,
): Link[] {
  const count = from.count();
  const wanted: number[] = [];
  for (let index = 0; index < count; index++) {
    const mark = from.byte() | (from.byte() << 8);
    if (mark === ANY_NAME || marks.has(mark)) wanted.push(index);
  }
  const links: Link[] = [];
  for (let index = 0, at = 0; links.length < wanted.length; index++) {
    if (wanted[links.length] !== index) {
      at = startOfSkipped(from, at);
      continue;
    }
    const link = readLink(from, texts(), at);
    links.push(link);
    at = link.span.start;
  }
  return links;
}

function startOfSkipped(from: ByteReader, at: number): number {
  const bits = from.number();
  const start = at + from.signed();
  const parts = (bits & ALIAS ? 1 : 0) + (bits & FRAGMENT ? 1 : 0);
  const texts = 1 + parts + (bits & FIELD ? 1 : 0);
  // Its end, and start and length of each part.
  const places = bits & OTHER_PLACES ? 3 + 2 * parts : 0;
  for (let left = texts + places; left > 0; left--) from.number();
  return start;
}

function writeLink(to: ByteWriter, texts: TextWriter, link: Link, at: number): void {
  const { span, target, alias, aliasSpan, embed, field, form, quoting } = link;
  const { written, fragment, fragmentSpan } = target;
  const parts = usualParts(link, span.start, written, fragment, alias);
  const usual =
    isSame(parts.target, target.span) &&
    isSame(parts.fragment, fragmentSpan) &&
    isSame(parts.alias, aliasSpan) &&
    parts.end === span.end;
  to.number(
    FORMS.indexOf(form) +
      (field === null ? 0 : FIELD) +
      (QUOTINGS.indexOf(quoting) << QUOTING_SHIFT) +
      (usual ? 0 : OTHER_PLACES) +
      (alias === null ? 0 : ALIAS) +
      (fragment === null ? 0 : FRAGMENT) +
      (embed ? EMBED : 0),
  );
  to.signed(span.start - at);
  to.number(texts.numberOf(written));
  if (field !== null) to.number(texts.numberOf(field));
  if (alias !== null) to.number(texts.numberOf(alias));
  if (fragment !== null) to.number(texts.numberOf(fragment));
  if (usual) return;
  to.signed(span.end - span.start);
  writeSpan(to, target.span, span.start);
  if (aliasSpan !== null) writeSpan(to, aliasSpan, span.start);
  if (fragmentSpan !== null) writeSpan(to, fragmentSpan, span.start);
}

function readLink(from: ByteReader, texts: TextReader, at: number): Link {
  const bits = from.number();
  const start = at + from.signed();
  const written = texts.text(from.number());
  const field = bits & FIELD ? texts.text(from.number()) : null;
  const alias = bits & ALIAS ? texts.text(from.number()) : null;
  const fragment = bits & FRAGMENT ? texts.text(from.number()) : null;
  const form = FORMS[bits & 3] ?? 'wiki';
  const quoting = QUOTINGS[(bits >> QUOTING_SHIFT) & 7] ?? null;
  const embed = (bits & EMBED) !== 0;
  let parts: Parts;
  if (bits & OTHER_PLACES) {
    const end = start + from.signed();
    const target = readSpan(from, start);
    const shown = alias === null ? null : readSpan(from, start);
    parts = {
      end,
      target,
      alias: shown,
      fragment: fragment === null ? null : readSpan(from, start),
    };
  } else {
    parts = usualParts({ form, embed, quoting }, start, written, fragment, alias);
  }
  return {
    span: { start, end: parts.end },
    target: { written, span: parts.target, fragment, fragmentSpan: parts.fragment },
    alias,
    aliasSpan: parts.alias,
    embed,
    field,
    form,
    quoting,
  };
}

interface Parts {
  readonly target: Span;
  readonly fragment: Span | null;
  readonly alias: Span | null;
  /** Of the whole link. */
  readonly end: number;
}

/** Where the parts of a link stand whose texts are written as they are meant, with nothing between them. */
function usualParts(
  { form, embed, quoting }: Pick<Link, 'form' | 'embed' | 'quoting'>,
  start: number,
  written: string,
  fragment: string | null,
  alias: string | null,
): Parts {
  const opening = start + (embed ? 1 : 0);
  if (form === 'plain') {
    const target = { start, end: start + written.length };
    return { target, fragment: null, alias: null, end: target.end };
  }
  if (form === 'wiki') {
    const target = { start: opening + 2, end: opening + 2 + written.length };
    const part = after(target.end + 1, fragment);
    const shown = after((part ?? target).end + 1, alias);
    return { target, fragment: part, alias: shown, end: (shown ?? part ?? target).end + 2 };
  }
  const shown = after(opening + 1, alias);
  const angle = quoting === 'angle' ? 1 : 0;
  const from = shown === null ? start + angle : shown.end + 2 + angle;
  const target = { start: from, end: from + written.length };
  const part = after(target.end + 1, fragment);
  const end = (part ?? target).end + angle + (shown === null ? 0 : 1);
  return { target, fragment: part, alias: shown, end };
}

function after(from: number, text: string | null): Span | null {
  return text === null ? null : { start: from, end: from + text.length };
}

function isSame(a: Span | null, b: Span | null): boolean {
  return a === null || b === null ? a === b : a.start === b.start && a.end === b.end;
}
