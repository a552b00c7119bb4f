/** Where a cursor stands in a list of front matter: in an entry on a line of its own, or between brackets. */
import { type FlowItem, flowItems } from './flowItems';
import type { Shared, ValueContext } from './frontmatterContext';
import { type BlockLines, KEY_LINE, type Owner, scalarOf } from './frontmatterLines';
import { halfScalar } from './halfScalar';

/** A line that begins an entry. Group 1 is what stands before the dash, 2 the blanks behind it. */
export const ITEM = /^([ \t]*)-([ \t]+|$)/u;
const DEFAULT_INDENT = '  ';

export function inItem(
  text: string,
  offset: number,
  { lines, at }: BlockLines,
  owner: Owner,
  [mark, indent = '', blanks = '']: RegExpExecArray,
  shared: Shared,
): ValueContext | null {
  const line = lines[at];
  if (line === undefined || scalarOf(owner.line.text.slice(owner.value)) !== '') return null;
  const others: string[] = [];
  for (let index = owner.index + 1; index < lines.length; index++) {
    const each = lines[index]?.text ?? '';
    const item = ITEM.exec(each);
    if (KEY_LINE.test(each)) break;
    const depth = /^[ \t]*/u.exec(each)?.[0].length ?? 0;
    const aside = each.trim() === '' || each.trimStart().startsWith('#');
    // What is less deep holds this list: it belongs to a map in the field, or to an entry.
    if (
      index < at &&
      !aside &&
      (depth < indent.length || (item === null && depth === indent.length))
    )
      return null;
    if (index !== at && item?.[1] === indent) others.push(scalarOf(each.slice(item[0].length)));
  }
  const start = line.start + mark.length;
  if (offset < start) return null;
  const written = line.text.slice(mark.length);
  if (KEY_LINE.test(written) || /^-(?:[ \t]|$)/u.test(written)) return null;
  const scalar = halfScalar(text, start, line.start + line.text.length, offset);
  const before = blanks === '' ? ' ' : '';
  return (
    scalar && {
      kind: 'value',
      field: owner.name,
      place: 'block',
      whole: null,
      before,
      others,
      ...scalar,
      ...shared,
    }
  );
}

export function inFlow(
  text: string,
  offset: number,
  { lines, at }: BlockLines,
  owner: Owner,
  shared: Shared,
): ValueContext | null {
  const line = lines[at];
  if (line === undefined) return null;
  const from = owner.line.start + owner.line.text.indexOf('[', owner.value) + 1;
  let last = at;
  while (last + 1 < lines.length && !KEY_LINE.test(lines[last + 1]?.text ?? '')) last++;
  const end = (lines[last]?.start ?? 0) + (lines[last]?.text.length ?? 0);
  const items = flowItems(text, from, end, offset);
  // To YAML a link without quotes is a list in a list.
  const isScalar = ({ start, nested }: FlowItem) =>
    !nested || /^\s*\[\[/u.test(text.slice(start, start + 100));
  const around = (item: FlowItem) => isScalar(item) && item.start <= offset && offset <= item.end;
  const item = items.find(around);
  if (item === undefined) return null;
  const stop = Math.min(item.end, line.start + line.text.length);
  const scalar = halfScalar(text, Math.max(item.start, line.start), stop, offset);
  const others = items
    .filter(each => each !== item && isScalar(each))
    .map(each => scalarOf(text.slice(each.start, each.end)))
    .filter(each => each !== '');
  return (
    scalar && {
      kind: 'value',
      field: owner.name,
      place: 'flow',
      whole: null,
      before: '',
      others,
      ...scalar,
      ...shared,
    }
  );
}

/** As the block indents the entries of its lists. */
export function indentIn({ lines, at }: BlockLines): string {
  const first = lines.find((line, index) => index !== at && ITEM.test(line.text));
  return first === undefined ? DEFAULT_INDENT : (ITEM.exec(first.text)?.[1] ?? DEFAULT_INDENT);
}
