/** Where in a vault's settings a cursor stands, by the lines alone, as half-typed YAML cannot be parsed. */
import type { Span } from '../../text/span';
import { flowAt } from './configFlow';
import { type ConfigLine, configLines, type Mark } from './configLines';

export type ConfigPath = readonly (string | number)[];

export interface ConfigContext {
  /** Keys above, with 0 for an entry of a list. */
  readonly path: ConfigPath;
  /** Whether a key may stand here, below the path; else only a value, at the path. */
  readonly mayBeKey: boolean;
  /** Whether a colon stands behind the word. */
  readonly colon: boolean;
  /** The whole word, without quotes. */
  readonly word: string;
  /** The whole word, with quotes. */
  readonly span: Span;
  /** Other keys, or other entries, that stand beside it. */
  readonly others: readonly string[];
}

/** `null` where no key and no value can stand. Never throws. `offset` is UTF-16. */
export function configContext(text: string, offset: number): ConfigContext | null {
  const lines = configLines(text);
  const at = lines.findLastIndex(line => line.start <= offset);
  const line = lines[at];
  if (line === undefined || offset > line.end) return null;
  const column = offset - line.start;
  const flow = inFlow(text, offset, lines, at);
  if (flow !== undefined) return flow;
  const key = line.marks.find(mark => mark.kind === 'key');
  if (key === undefined || column <= key.column + key.length) {
    const from = key?.column ?? contentColumn(line, column);
    const path = column < from ? null : pathTo(lines, at, from);
    if (path === null) return null;
    const length = key?.length ?? line.text.slice(from).trimEnd().length;
    if (column > from + length) return null;
    const others = besides(lines, at, from, line.marks.at(-1)?.kind === 'item');
    const colon = key !== undefined;
    return { path, mayBeKey: true, colon, ...wordAt(line, from, length), others };
  }
  if (column < key.value) return null;
  const above = pathTo(lines, at, key.column);
  const written = line.text.slice(key.value);
  const from = key.value + (written.length - written.trimStart().length);
  const start = written.trim() === '' ? column : from;
  const length = written.trim().length;
  if (above === null || column < start || column > start + length || /^[|>]/u.test(written.trim()))
    return null;
  const path = [...above, key.name];
  return { path, mayBeKey: false, colon: false, ...wordAt(line, start, length), others: [] };
}

/** `undefined` where no bracket is open at the cursor. */
function inFlow(
  text: string,
  offset: number,
  lines: readonly ConfigLine[],
  at: number,
): ConfigContext | null | undefined {
  const from = lines.findLastIndex((line, index) => index <= at && line.flow !== null);
  const { flow = null, marks = [], start = 0 } = lines[from] ?? {};
  if (flow === null || start + flow >= offset) return undefined;
  const inside = flowAt(text, start + flow, offset);
  if (inside === null) return undefined;
  const last = marks.at(-1);
  if (last === undefined) return null;
  const above = pathTo(lines, from, last.kind === 'key' ? last.column : flow);
  const head = last.kind === 'key' ? [last.name] : [];
  return above && { ...inside, path: [...above, ...head, ...inside.path] };
}

/** Where the word of a line without a key begins: behind its dashes, or at the cursor where there is none. */
function contentColumn({ text, marks }: ConfigLine, column: number): number {
  const behind = (marks.at(-1)?.column ?? -1) + 1;
  const blank = /^[ \t]*/u.exec(text.slice(behind))?.[0].length ?? 0;
  const from = behind + blank;
  return from >= text.length ? Math.max(column, behind) : from;
}

/** What stands above a column: each time the nearest mark that is less deep. `null` where a value forbids anything below. */
function pathTo(lines: readonly ConfigLine[], at: number, column: number): ConfigPath | null {
  const path: (string | number)[] = [];
  let limit = column;
  let child: Mark['kind'] | null = null;
  for (let index = at; index >= 0 && (limit > 0 || child === 'item'); index--) {
    const marks = lines[index]?.marks ?? [];
    for (const mark of marks.toReversed()) {
      const holdsList = child === 'item' && mark.kind === 'key' && mark.column === limit;
      if (mark.column >= limit && !holdsList) continue;
      if (mark.kind === 'key' && mark.filled) return null;
      path.unshift(mark.kind === 'key' ? mark.name : 0);
      limit = mark.column;
      child = mark.kind;
    }
  }
  return path;
}

/** Keys at the same depth under the same head; entries of the same list for an entry. */
function besides(
  lines: readonly ConfigLine[],
  at: number,
  column: number,
  isEntry: boolean,
): string[] {
  const found: string[] = [];
  const own = isEntry ? (lines[at]?.marks.at(-1)?.column ?? column) : column;
  const take = (index: number): boolean => {
    const { marks = [], text = '' } = lines[index] ?? {};
    const [first] = marks;
    if (first === undefined) return true;
    for (const mark of marks) {
      if (mark.column !== own) continue;
      if (isEntry && mark.kind === 'item') found.push(text.slice(own + 1).trim());
      if (!isEntry && mark.kind === 'key') found.push(mark.name);
    }
    return first.column >= own;
  };
  for (let index = at - 1; index >= 0 && take(index); index--);
  for (let index = at + 1; index < lines.length; index++) {
    const first = lines[index]?.marks[0];
    if (first !== undefined && first.column < own) break;
    take(index);
  }
  return found;
}

function wordAt({ text, start }: ConfigLine, from: number, length: number) {
  const written = text.slice(from, from + length);
  const span = { start: start + from, end: start + from + length };
  return { word: written.replace(/^["']|["']$/gu, ''), span };
}
