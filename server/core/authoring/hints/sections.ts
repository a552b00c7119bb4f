/** Where in a note hints are looked for: its sections of hints, the curator's line, the front-matter list. */
import { fieldOf, type Value } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { type Label, musingLabel, type SectionKind, sourceLabel } from './labels';

export interface Section {
  readonly kind: SectionKind;
  readonly span: Span;
  /** How YAML quotes it, where it is a value of the front matter. */
  readonly style: Value['style'] | null;
}

/** No label is longer; what stands behind it in the line does not matter. */
const HEAD = 160;
/** Code that stands further in belongs to no list that anybody writes. */
const INDENT = 60;

/** Hints of a source, in the order of the text. */
export function sourceSections(note: Note, text: string): Section[] {
  return [...listedSections(note, text), ...sectionsBetween(note, text, sourceLabel)];
}

export function musingSections(note: Note, text: string): Section[] {
  return sectionsBetween(note, text, musingLabel);
}

function listedSections({ frontmatter }: Note, text: string): Section[] {
  const field = fieldOf(frontmatter, 'extraction_hints');
  if (field === undefined || field.kind === 'map') return [];
  return field.values.map(({ inner, style }) => {
    if (style !== 'block') return { kind: 'listed', span: inner, style };
    // Behind the line of its `|`.
    const start = text.indexOf('\n', inner.start) + 1;
    return { kind: 'notes', span: { start: Math.max(start, inner.start), end: inner.end }, style };
  });
}

/** Each label closes the section before it, and may open its own. */
function sectionsBetween(
  note: Note,
  text: string,
  labelOf: (head: string, inside: SectionKind | null) => Label | null,
): Section[] {
  const sections: Section[] = [];
  let open = null as { kind: SectionKind; start: number } | null;
  const close = (end: number) => {
    if (open !== null && open.start < end)
      sections.push({ kind: open.kind, span: { start: open.start, end }, style: null });
    open = null;
  };
  const blocks = codeBlocks(note, text);
  for (let at = note.body; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const code = blocks.get(at);
    if (code !== undefined) {
      // Code shows how hints are written; the section goes on behind it.
      const kind = open?.kind;
      close(at);
      at = Math.max(end, code) + 1;
      if (kind !== undefined) open = { kind, start: Math.min(at, text.length) };
      continue;
    }
    const head = text.slice(at, Math.min(end, at + HEAD)).replace(/\r$/u, '');
    const label = labelOf(head, open?.kind ?? null);
    if (label !== null) {
      close(at);
      if (label.kind !== null) open = { kind: label.kind, start: at + label.content };
    } else if (head.trim() === '' && endsAtBlank(open)) close(at);
    at = end + 1;
  }
  close(text.length);
  return sections;
}

/** Where code blocks end, by the beginning of their first line. */
function codeBlocks({ code }: Note, text: string): Map<number, number> {
  const blocks = new Map<number, number>();
  for (const { start, end } of code) {
    // A line may hold any number of code spans.
    const before = text.slice(Math.max(0, start - INDENT), start);
    const line = start - before.length + before.lastIndexOf('\n') + 1;
    const indent = text.slice(line, start);
    const fenced = /^(?:`{3}|~{3})/u.test(text.slice(start, start + 3));
    if (/^[ \t>]*$/u.test(indent) && (fenced || /^(?: {4}|\t)/u.test(text.slice(line, line + 4))))
      blocks.set(line, end);
  }
  return blocks;
}

function endsAtBlank(open: { kind: SectionKind } | null): boolean {
  return open?.kind === 'curator' || open?.kind === 'candidate';
}
