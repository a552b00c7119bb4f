/** What a note has besides links and fields, as bytes: headings, blocks, code, signs of its argument, and faults. */
import type { BodySigns } from '../../text/bodySigns';
import type { BlockId, Heading } from '../../text/markdown';
import type { MisplacedBlock } from '../../text/misplacedBlock';
import type { Note } from '../../text/parseNote';
import type { WebAddress } from '../../text/webAddresses';
import type { YamlFault } from '../../text/yamlFault';
import type { ByteReader, ByteWriter } from './bytes';
import { readSpan, readSpans, writeSpan, writeSpans } from './spans';
import type { TextReader, TextWriter } from './texts';

export type Body = Omit<Note, 'path' | 'frontmatter' | 'links' | 'lines'>;

const FAULT = 1;
const MISPLACED = 2;
const OPENING = 4;
const EVIDENCE = 8;
const CHALLENGES = 16;

export function writeBody(to: ByteWriter, texts: TextWriter, note: Body): void {
  const { fault, misplaced, signs, body } = note;
  to.byte(
    (fault === null ? 0 : FAULT) +
      (misplaced === null ? 0 : MISPLACED) +
      (misplaced?.kind === 'opening' ? OPENING : 0) +
      (signs.evidence ? EVIDENCE : 0) +
      (signs.challenges ? CHALLENGES : 0),
  );
  to.number(body);
  writeHeadings(to, texts, note.headings);
  to.number(note.blocks.length);
  for (const { id, span } of note.blocks) {
    to.number(texts.numberOf(id));
    writeSpan(to, span, 0);
  }
  writeSpans(to, note.code);
  to.signed(signs.closing - body);
  to.number(signs.addresses.length);
  for (const { key, span } of signs.addresses) {
    to.number(texts.numberOf(key));
    writeSpan(to, span, 0);
  }
  if (misplaced !== null) {
    writeSpan(to, misplaced.span, 0);
    writeSpan(to, misplaced.shown, 0);
    to.number(misplaced.end);
  }
  if (fault !== null) {
    writeSpan(to, fault.line, 0);
    writeSpan(to, fault.span, 0);
    to.number(texts.numberOf(fault.kind));
    to.number(texts.numberOf(fault.message));
  }
}

/** Whether the part that begins with this byte tells of a fault or of a misplaced block. */
export function mayBeFaulty(form = 0): boolean {
  return (form & (FAULT | MISPLACED)) !== 0;
}

export function readBody(from: ByteReader, texts: TextReader): Body {
  const form = from.byte();
  const body = from.number();
  const headings = readHeadings(from, texts);
  const blocks: BlockId[] = [];
  for (let left = from.count(); left > 0; left--)
    blocks.push({ id: texts.text(from.number()), span: readSpan(from, 0) });
  const code = readSpans(from);
  const closing = body + from.signed();
  const addresses: WebAddress[] = [];
  for (let left = from.count(); left > 0; left--)
    addresses.push({ key: texts.text(from.number()), span: readSpan(from, 0) });
  const signs: BodySigns = {
    evidence: (form & EVIDENCE) !== 0,
    challenges: (form & CHALLENGES) !== 0,
    closing,
    addresses,
  };
  const misplaced: MisplacedBlock | null =
    form & MISPLACED
      ? {
          kind: form & OPENING ? 'opening' : 'before',
          span: readSpan(from, 0),
          shown: readSpan(from, 0),
          end: from.number(),
        }
      : null;
  const fault = form & FAULT ? readFault(from, texts) : null;
  return { fault, misplaced, headings, blocks, body, code, signs };
}

function readFault(from: ByteReader, texts: TextReader): YamlFault {
  const line = readSpan(from, 0);
  const span = readSpan(from, 0);
  const kind = texts.text(from.number()) as YamlFault['kind'];
  return { line, span, kind, message: texts.text(from.number()) };
}

const UNUSUAL = 8;

function writeHeadings(to: ByteWriter, texts: TextWriter, headings: readonly Heading[]): void {
  to.number(headings.length);
  let at = 0;
  for (const { level, text, content, span } of headings) {
    // `## text`, with nothing behind it.
    const usual =
      content.start === span.start + level + 1 &&
      content.end === content.start + text.length &&
      content.end === span.end;
    to.byte(level + (usual ? 0 : UNUSUAL));
    to.number(texts.numberOf(text));
    to.signed(span.start - at);
    if (!usual) {
      to.signed(span.end - span.start);
      writeSpan(to, content, span.start);
    }
    at = span.end;
  }
}

function readHeadings(from: ByteReader, texts: TextReader): Heading[] {
  const headings: Heading[] = [];
  let at = 0;
  for (let left = from.count(); left > 0; left--) {
    const form = from.byte();
    const level = form & 7;
    const text = texts.text(from.number());
    const start = at + from.signed();
    const usual = (form & UNUSUAL) === 0;
    at = usual ? start + level + 1 + text.length : start + from.signed();
    const content = usual ? { start: start + level + 1, end: at } : readSpan(from, start);
    headings.push({ level, text, content, span: { start, end: at } });
  }
  return headings;
}
