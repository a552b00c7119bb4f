/** Edits of a hint where it stands: an answer right behind it, or a line through it. */

import { parseFrontmatter, type Value } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { applyEdits, type Span, type TextEdit } from '../../text/span';
import { insideQuotes } from '../../text/yamlText';
import type { Hint } from '../hints/Hint';

/** What closes the words of a hint: quotes, emphasis, and the full stop of the sentence. */
const CLOSING = /[."”’'*_`]/u;

/** ` → [[claim]]` behind the hint; `null` where it cannot stand there. */
export function answered(note: Note, text: string, { span }: Hint, claim: string): TextEdit | null {
  const value = valueAround(note, span);
  let at = span.end;
  const limit = value?.inner.end ?? text.length;
  while (at < limit && CLOSING.test(text[at] ?? '')) at++;
  const written = ` → [[${claim}]]`;
  const newText = value === undefined ? written : insideQuotes(written, value.style);
  const edit = { span: { start: at, end: at }, newText };
  return value === undefined || readsOn(text, [edit], value, written) ? edit : null;
}

/** `~~` around the hint; `null` where it cannot stand there. */
export function struck(note: Note, text: string, { span }: Hint): TextEdit[] | null {
  // Within a paragraph only: a line through several of them shows as two pairs of marks.
  if (/~~|\n[ \t]*\r?\n/u.test(text.slice(span.start, span.end))) return null;
  const value = valueAround(note, span);
  const edits = [span.start, span.end].map(at => ({ span: { start: at, end: at }, newText: '~~' }));
  return value === undefined || readsOn(text, edits, value, '~~') ? edits : null;
}

/** The value of front matter that the hint stands in. */
function valueAround({ frontmatter }: Note, { start, end }: Span): Value | undefined {
  return frontmatter?.fields
    .flatMap(({ values }) => values)
    .find(({ inner }) => inner.start <= start && end <= inner.end);
}

/** Whether YAML reads the value as one, with the words in it, and all of the rest as before. */
function readsOn(text: string, edits: readonly TextEdit[], value: Value, words: string): boolean {
  const [before, after] = [text, applyEdits(text, edits)].map(parseFrontmatter);
  if (before?.problems.length !== 0 || after?.problems.length !== 0) return false;
  const values = after.fields.flatMap(field => field.values);
  const same = values.find(each => each.span.start === value.span.start);
  return (
    values.length === before.fields.flatMap(field => field.values).length &&
    same?.text.includes(words) === true
  );
}
