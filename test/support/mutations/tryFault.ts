/** Puts one fault into one note of a vault, and tells how it is reported and mended. */
import { checkNote, fixesOf } from '../../../server/core/rules/check';
import { type Finding, type FixPlace, placeOf } from '../../../server/core/rules/rule';
import { applyEdits, type Span, type TextEdit } from '../../../server/core/text/span';
import { random } from '../../bench/titles';
import { TODAY } from '../day';
import type { Fault } from './Fault';
import { linesAround } from './Specimen';
import type { Note } from './specimens';

export interface Trial {
  readonly text: string;
  readonly reported: boolean;
  /** Of the finding in question; `null` where none has to be. */
  readonly fixed: boolean | null;
  /** What went wrong, for whoever mends it. */
  readonly why: string;
}

/** `null` where the note has no place for the fault. Leaves the damaged note in the vault. */
export function tryFault(note: Note, fault: Fault, before: readonly Finding[]): Trial | null {
  const { vault, path } = note;
  const edits = fault.inject({ ...note, next: random(hash(path + fault.name)) });
  if (edits === null) return null;
  const text = applyEdits(note.text, edits);
  vault.apply([{ kind: 'set', path, text }]);
  const place = placeOf(vault, path, TODAY);
  if (place === undefined) throw new Error(`${path} is gone`);
  const damaged = damagedLines(note.text, edits, text);
  const { frontmatter } = place.note;
  const shown =
    fault.shownAt === undefined ? damaged : frontmatter ? fault.shownAt(frontmatter) : undefined;
  const findings = checkNote(vault, path, TODAY);
  const lines = shown && linesAround(text, shown);
  const finding = findings.find(
    each => fault.codes.includes(each.code) && isWithin(each.span, lines),
  );
  if (finding === undefined) {
    const others = findings
      .filter(each => !before.some(old => same(old, each)))
      .map(
        each =>
          `${each.code} ${each.severity} in ${JSON.stringify(text.slice(linesAround(text, each.span).start, each.span.end))}`,
      );
    return {
      text,
      reported: false,
      fixed: null,
      why: `found instead: ${others.join('; ') || 'nothing'}`,
    };
  }
  const allowed = fault.mendedInBlock === true ? (frontmatter?.block ?? damaged) : damaged;
  return { text, reported: true, ...mended({ ...place, text }, fault, finding, allowed, before) };
}

function mended(
  place: FixPlace,
  fault: Fault,
  finding: Finding,
  allowed: Span,
  before: readonly Finding[],
): Pick<Trial, 'fixed' | 'why'> {
  const { vault, path, text } = place;
  const fixes = fixesOf(place, finding);
  const fix = fixes.find(each => each.safe);
  if (fix === undefined) {
    const offered = fixes.map(each => each.title).join('; ');
    return fault.safe === true
      ? { fixed: false, why: `no safe fix; offered: ${offered || 'nothing'}` }
      : { fixed: null, why: '' };
  }
  const after = applyEdits(text, fix.edits);
  const head = text.slice(0, allowed.start);
  const tail = text.slice(allowed.end);
  if (!after.startsWith(head) || !after.slice(head.length).endsWith(tail))
    return { fixed: false, why: `“${fix.title}” changes more than the damaged lines` };
  vault.apply([{ kind: 'set', path, text: after }]);
  const left = checkNote(vault, path, TODAY).filter(
    each =>
      each.severity !== 'hint' &&
      // What happened to notes that a mended link leads to is no fault of this one.
      each.code !== 'lifecycle/re-evaluate' &&
      !before.some(old => same(old, each)),
  );
  const found = left.map(each => `${each.code}: ${each.message}`).join('; ');
  return { fixed: left.length === 0, why: found && `after “${fix.title}”: ${found}` };
}

/** The lines of the damaged text that were changed. */
function damagedLines(before: string, edits: readonly TextEdit[], after: string): Span {
  const start = Math.min(...edits.map(edit => edit.span.start));
  const tail = before.length - Math.max(...edits.map(edit => edit.span.end));
  const end = Math.max(start, after.length - tail);
  const endsLine = end > start && after[end - 1] === '\n';
  return {
    ...linesAround(after, { start, end: endsLine ? end - 1 : end }),
    ...(endsLine && { end }),
  };
}

function isWithin(span: Span, lines: Span | undefined): boolean {
  return lines !== undefined && lines.start <= span.start && span.end <= lines.end;
}

function same(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.message === b.message;
}

function hash(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum;
}
