/** Puts the entries of one front-matter list behind those of another. */
import { type Field, parseFrontmatter, type Value } from '../../text/frontmatter';
import { applyEdits, type TextEdit } from '../../text/span';
import { quoted } from '../../text/yamlText';
import { lineEndOf } from './frontmatterText';

/** The edits of `into` after which it also has what only `from` has; `null` where they are no plain lists of scalars. */
export function mergedList(text: string, into: Field, from: Field): TextEdit[] | null {
  if (into.kind !== 'list' || from.kind !== 'list') return null;
  if ([...into.values, ...from.values].some(value => !isSimple(text, value))) return null;
  const known = new Set(into.values.map(value => value.text));
  const added = from.values.filter(value => !known.has(value.text));
  if (added.length === 0) return [];
  const edits = [appended(text, into, added)];
  const expected = [...into.values, ...added].map(value => value.text);
  const field = parseFrontmatter(applyEdits(text, edits))?.fields.find(
    each => each.key.start === into.key.start,
  );
  const read = field?.values.map(value => value.text);
  return JSON.stringify(read) === JSON.stringify(expected) ? edits : null;
}

function isSimple(text: string, { span, style }: Value): boolean {
  return (
    style !== 'block' && style !== 'nested' && !text.slice(span.start, span.end).includes('\n')
  );
}

function appended(text: string, into: Field, added: readonly Value[]): TextEdit {
  const raw = (value: Value) => text.slice(value.span.start, value.span.end);
  const last = into.values.at(-1);
  const flow = /^["']?:[ \t]*\[/u.test(text.slice(into.key.end, into.span.end));
  if (flow || last === undefined) {
    const items = added.map(value =>
      value.style === 'plain' && /[,[\]{}]/u.test(value.text) ? quoted(value.text) : raw(value),
    );
    const at = last?.span.end ?? into.span.end - 1;
    const newText = `${last === undefined ? '' : ', '}${items.join(', ')}`;
    return { span: { start: at, end: at }, newText };
  }
  const lineStart = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const before = text.slice(lineStart, last.span.start);
  const newline = text.indexOf('\n', last.span.end);
  const at = newline < 0 ? text.length : newline + 1;
  const newText = added.map(value => `${before}${raw(value)}${lineEndOf(text)}`).join('');
  return { span: { start: at, end: at }, newText };
}
