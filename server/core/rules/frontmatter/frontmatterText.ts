/** Where fields of front matter stand as lines, for fixes that put one in, take one out or rename it. */
import type { NoteType } from '../../schema/NoteType';
import type { Field, Frontmatter } from '../../text/frontmatter';
import type { Span, TextEdit } from '../../text/span';

/** The line end that the note uses. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The whole lines of a field with their line ends; `null` where something else shares them, as in `{a: 1, a: 2}`. */
export function wholeLines(text: string, span: Span): Span | null {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const before = text.slice(start, span.start).replace(/^\uFEFF/u, '');
  const alone = before === '' && /^[ \t]*(?:#.*)?\r?\n?$/u.test(text.slice(span.end, end));
  return alone ? { start, end } : null;
}

/** Whether a comment stands in these lines of a field, besides what its values say. */
export function holdsComment(text: string, lines: Span, { values }: Field): boolean {
  let at = lines.start;
  let rest = '';
  for (const { span } of values) {
    rest += `${text.slice(at, span.start)}x`;
    at = span.end;
  }
  return /(?:^|\s)#/u.test(rest + text.slice(at, lines.end));
}

/** Puts a line `line` where the schema usually has the field `name`; `null` where fields do not begin lines, as in `{a: 1}`. */
export function insertedLine(
  text: string,
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  name: string,
  line: string,
): TextEdit | null {
  if (frontmatter.fields.some(({ key }) => text[key.start - 1] !== '\n')) return null;
  const at = insertionPoint(text, frontmatter, type, name);
  const end = lineEndOf(text);
  const before = at > 0 && text[at - 1] !== '\n' ? end : '';
  return { span: { start: at, end: at }, newText: `${before}${line}${end}` };
}

/** Below the last field that the schema lists before this one, so that the usual order is kept. */
function insertionPoint(
  text: string,
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  name: string,
): number {
  const order = ['type', ...(type?.fields.map(each => each.name) ?? [])];
  for (const before of order.slice(0, Math.max(0, order.indexOf(name))).reverse()) {
    const field = frontmatter.fields.findLast(each => each.name === before);
    if (field === undefined) continue;
    const newline = text.indexOf('\n', field.span.end);
    return newline < 0 || newline >= frontmatter.yaml.end ? frontmatter.yaml.end : newline + 1;
  }
  return frontmatter.yaml.start;
}

/** Gives a field another name; quotes around the key go. */
export function renamed(field: Field, name: string): TextEdit {
  return { span: field.key, newText: name };
}
