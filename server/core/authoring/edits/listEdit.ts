/** Adds an entry to a list of front matter: on a line of its own or between brackets, as the list is written. */
import { isEmpty } from '../../rules/frontmatter/expected';
import { insertedLine, lineEndOf } from '../../rules/frontmatter/frontmatterText';
import type { NoteType } from '../../schema/NoteType';
import type { Field, Frontmatter, Value } from '../../text/frontmatter';
import type { TextEdit } from '../../text/span';
import { insideQuotes, quoted, yamlScalar } from '../../text/yamlText';

/** Whether nothing is listed; some write a word for that. */
export function isNothing(field: Field): boolean {
  const [only, more] = field.values;
  if (isEmpty(field)) return true;
  if (field.kind !== 'scalar' || only === undefined || more !== undefined) return false;
  return only.data === 0 || /^(?:none|n\/a|-)$/iu.test(only.text.trim());
}

/** `null` where the list has a form that takes no entry: fields of its own, or text over several lines. */
export function addedEntry(
  text: string,
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  field: Field | undefined,
  name: string,
  entry: string,
): TextEdit[] | null {
  const end = lineEndOf(text);
  const style = styleOf(field) ?? styleOf(neighbour(frontmatter, type, name));
  const line = `  - ${scalar(entry, style)}`;
  if (field === undefined) {
    const edit = insertedLine(text, frontmatter, type, name, `${yamlScalar(name)}:${end}${line}`);
    return edit === null ? null : [edit];
  }
  const colon = text.indexOf(':', field.key.end) + 1;
  if (colon === 0 || field.kind === 'map') return null;
  if (isNothing(field)) return inEmpty(text, field, colon, entry, `${end}${line}`);
  const last = field.values.at(-1);
  if (last === undefined) return null;
  if (text.slice(colon, field.span.end).trimStart().startsWith('[') && last.style !== 'nested') {
    const separator = /\n([ \t]*)$/u.exec(text.slice(colon, last.span.start))?.[1];
    const gap = separator === undefined ? ' ' : `${end}${separator}`;
    return [insertion(last.span.end, `,${gap}${flowScalar(entry, last.style)}`)];
  }
  const first = field.values[0] ?? last;
  const marker = /(?:^|\n)([ \t]*-[ \t]+)(?![ \t])[^\n]*$/u.exec(
    text.slice(colon, first.span.start),
  )?.[1];
  const dash = /^[ \t]*-[ \t]+/u.exec(marker ?? '')?.[0];
  if (dash !== undefined)
    return [
      insertion(lineEndAt(text, field.span.end), `${end}${dash}${scalar(entry, last.style)}`),
    ];
  return fromOne(text, field, last, colon, `${end}  - `, line, end);
}

/** One value becomes the first entry. */
function fromOne(
  text: string,
  field: Field,
  value: Value,
  colon: number,
  opening: string,
  line: string,
  end: string,
): TextEdit[] | null {
  if (field.values.length > 1 || value.style === 'block') return null;
  if (!/^[ \t]+$/u.test(text.slice(colon, value.span.start))) return null;
  const wiki = value.style === 'nested' ? text.slice(value.span.start, value.span.end) : null;
  return [
    wiki === null
      ? { span: { start: colon, end: value.span.start }, newText: opening }
      : { span: { start: colon, end: value.span.end }, newText: `${opening}${quoted(wiki)}` },
    insertion(lineEndAt(text, field.span.end), `${end}${line}`),
  ];
}

/** `null`, `[]` or nothing at all; a comment stays where it is. */
function inEmpty(
  text: string,
  field: Field,
  colon: number,
  entry: string,
  lines: string,
): TextEdit[] | null {
  const end = field.kind === 'empty' ? colon : Math.max(colon, field.span.end);
  const value = text.slice(colon, end);
  if (value.includes('#')) return null;
  if (value.trim() === '') return [insertion(lineEndAt(text, colon), lines)];
  if (text.slice(end, lineEndAt(text, end)).trim() === '')
    return [{ span: { start: colon, end }, newText: lines }];
  const start = colon + value.length - value.trimStart().length;
  return [{ span: { start, end }, newText: `[${flowScalar(entry, 'plain')}]` }];
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Where the line that holds the offset ends, before its line end. */
function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

/** Another list of notes in the same block shows how its author quotes. */
function neighbour(
  { fields }: Frontmatter,
  type: NoteType | undefined,
  name: string,
): Field | undefined {
  return fields.find(
    each =>
      each.name !== name &&
      each.kind === 'list' &&
      type?.fieldMeant(each.name)?.kind === 'relation',
  );
}

function styleOf(field: Field | undefined): Value['style'] | undefined {
  return field === undefined || isNothing(field) ? undefined : field.values.at(-1)?.style;
}

function scalar(entry: string, style: Value['style'] | undefined): string {
  if (style === 'double') return quoted(entry);
  if (style === 'single') return `'${insideQuotes(entry, 'single')}'`;
  return yamlScalar(entry);
}

function flowScalar(entry: string, style: Value['style']): string {
  return style === 'plain' && !/[,[\]{}]/u.test(entry) ? yamlScalar(entry) : quoted(entry);
}
