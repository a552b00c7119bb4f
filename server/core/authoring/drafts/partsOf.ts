/** What each line of a source or musing is for: its content, remarks on it or on what it lacks, connections, or hints. */
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { bodyLines } from '../moves/bodyLines';

/** `absent`: what its reader looked for in vain. */
export type Part = 'content' | 'remarks' | 'absent' | 'connections' | 'primary' | 'hints';

export interface PartLine {
  readonly part: Part;
  /** Without its label. */
  readonly text: string;
  /** Of that text. */
  readonly span: Span;
  /** Words of the heading that it stands below; empty above the first. */
  readonly heading: string;
}

const ABSENT =
  /^what (?:i|we) (?:\w+ )?(?:expected|hoped|looked for|(?:did|could)(?:n['’]t| not) find)\b.{0,60}$/iu;
const HEADINGS: readonly (readonly [Part, RegExp])[] = [
  ['absent', ABSENT],
  ['hints', /extraction (?:hints?|notes?)|claim candidates?|(?:new|potential|possible) claims?/iu],
  ['connections', /connections?\b|relevant notes|related (?:notes|claims)/iu],
  ['remarks', /^(?:agent|curator)\b.*\bnotes|assessment|^relevance\b|filtered out|^topics/iu],
];
const LABELS: readonly (readonly [Part, RegExp])[] = [
  ['primary', /^primary connections?$/iu],
  ['hints', /^(?:extraction hints?|claim candidates?)$/iu],
  ['connections', /^(?:kb |knowledge base )?connections?(?: to .{0,40})?$/iu],
  ['absent', ABSENT],
  ['remarks', /^(?:why this matters|what surprised me|why archived|context)$/iu],
];
const HEADING = /^(#{1,6})[ \t]+(?![ \t])(|.*(?<![ \t#]))[ \t#]*$/u;
const LABEL = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*([^*\n]{2,60})\*\*:?|([A-Z][A-Z ]{3,40}):)[ \t]*/u;
const CANDIDATE = /\bCLAIM CANDIDATE\b/u;
/** Nobody reads on. */
const MOST = 400_000;

export function partsOf(note: Note, text: string): PartLine[] {
  const parts: PartLine[] = [];
  let [part, base, depth, heading]: [Part, Part, number, string] = ['content', 'content', 0, ''];
  for (const line of bodyLines(note, text)) {
    if (line.start > MOST) break;
    if (line.code) continue;
    const [, marks, title] = HEADING.exec(line.text) ?? [];
    if (marks !== undefined && title !== undefined) {
      const meant = HEADINGS.find(([, pattern]) => pattern.test(title))?.[0];
      if (meant !== undefined || marks.length <= depth) {
        base = meant ?? 'content';
        depth = meant === undefined ? 0 : marks.length;
      }
      part = base;
      heading = title;
      continue;
    }
    const found = LABEL.exec(line.text);
    const label = (found?.[1] ?? found?.[2] ?? '').replace(/:$/u, '').trim();
    const meant = LABELS.find(([, pattern]) => pattern.test(label))?.[0];
    const begins = found !== null && (meant !== undefined || base === 'remarks');
    if (begins) part = meant ?? base;
    const start = begins ? line.start + found[0].length : line.start;
    const own = CANDIDATE.test(line.text) ? 'hints' : part;
    parts.push({
      part: own,
      text: text.slice(start, line.end),
      span: { start, end: line.end },
      heading,
    });
    // A line of capitals says one thing; what stands below it is no more of it.
    if (part === 'primary') part = base;
  }
  return parts;
}
