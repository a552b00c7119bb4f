/** Where in front matter a cursor stands: in a key, in a value, or in an entry of a list; found in the lines alone. */
import type { Span } from '../../text/span';
import {
  type BlockLines,
  blockLines,
  type Line,
  type Owner,
  ownerOf,
  saidIn,
} from './frontmatterLines';
import { ITEM, indentIn, inFlow, inItem } from './frontmatterLists';
import { type HalfScalar, halfScalar } from './halfScalar';

/** What the fields of the block say, by name, without the line of the cursor. */
type Said = ReadonlyMap<string, string>;

export interface KeyContext {
  readonly kind: 'key';
  readonly typed: string;
  /** The whole key, with quotes around it. */
  readonly replace: Span;
  /** Whether a colon stands behind it already. */
  readonly colon: boolean;
  readonly said: Said;
  /** What stands before the dash of list entries in this block. */
  readonly indent: string;
}

export interface ValueContext extends HalfScalar {
  readonly kind: 'value';
  readonly field: string;
  /** Whether it is the whole value of the field, or an entry of a list on lines or in brackets. */
  readonly place: 'whole' | 'block' | 'flow';
  /** Of a whole value: where it begins, right behind the colon, and what stands from there up to the cursor. */
  readonly whole: { readonly start: number; readonly written: string } | null;
  /** What has to stand before it: the blank that is missing behind a colon or a dash. */
  readonly before: string;
  /** The other entries of the list, without quotes. */
  readonly others: readonly string[];
  readonly said: Said;
  readonly indent: string;
}

/** `null` where nothing can be offered. Never throws. `offset` is UTF-16. */
export function frontmatterContext(text: string, offset: number): KeyContext | ValueContext | null {
  const block = blockLines(text, offset);
  const line = block?.lines[block.at];
  if (block === null || line === undefined) return null;
  const shared = { said: saidIn(block), indent: indentIn(block) };
  const column = Math.min(offset - line.start, line.text.length);
  const owner = ownerOf(block);
  if (owner?.index === block.at) {
    // In front of a finished key another one would take its value.
    if (column === 0) return null;
    if (column < owner.value) return keyWithColon(line, column, owner.key, shared);
    return inValue(text, offset, block, owner, shared);
  }
  if (owner?.line.text.slice(owner.value).trimStart().startsWith('[')) {
    const found = inFlow(text, offset, block, owner, shared);
    if (found !== null) return found;
  }
  const item = ITEM.exec(line.text);
  if (item !== null) return owner && inItem(text, offset, block, owner, item, shared);
  return halfKey(line, column, shared);
}

export type Shared = Pick<ValueContext, 'said' | 'indent'>;

function keyWithColon(line: Line, column: number, length: number, shared: Shared): KeyContext {
  const typed = line.text.slice(0, Math.min(column, length)).replace(/["']/gu, '');
  const replace = { start: line.start, end: line.start + Math.max(column, length) };
  return { kind: 'key', typed, replace, colon: true, ...shared };
}

function halfKey(line: Line, column: number, shared: Shared): KeyContext | null {
  const typed = line.text.slice(0, column);
  if (!/^(?:["']?[\p{L}\p{N}_][\p{L}\p{N}_-]*|["'])?$/u.test(typed)) return null;
  const behind = line.text.slice(column);
  const rest = /^[\p{L}\p{N}_-]*["']?/u.exec(behind)?.[0].length ?? 0;
  const replace = { start: line.start, end: line.start + column + rest };
  const colon = /^[ \t]*:/u.test(behind.slice(rest));
  // Words behind are no key that anybody is typing.
  if (!colon && behind.slice(rest).trim() !== '') return null;
  return { kind: 'key', typed: typed.replace(/["']/gu, ''), replace, colon, ...shared };
}

function inValue(
  text: string,
  offset: number,
  block: BlockLines,
  owner: Owner,
  shared: Shared,
): ValueContext | null {
  const { line, name, value } = owner;
  const written = line.text.slice(value);
  const start = line.start + value;
  const scalar = halfScalar(text, start, line.start + line.text.length, offset);
  if (scalar === null)
    return written.trimStart().startsWith('[') ? inFlow(text, offset, block, owner, shared) : null;
  const before = start === offset && scalar.typed === '' ? ' ' : '';
  // A list below means that nothing belongs on this line.
  const below = block.lines[owner.index + 1]?.text ?? '';
  if (written.trim() === '' && ITEM.test(below)) return null;
  const whole = { start, written: text.slice(start, offset) };
  const at = { field: name, place: 'whole' as const, whole, before, others: [] };
  return { kind: 'value', ...at, ...scalar, ...shared };
}
