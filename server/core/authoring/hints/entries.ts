/** The entries of a section: each item of its lists, and each paragraph. */
import type { Span } from '../../text/span';

export interface Entry {
  /** Without the mark of the list. */
  readonly span: Span;
  /** Whether it is an item of a list. */
  readonly listed: boolean;
  /** Whether it is an item below an item. */
  readonly nested: boolean;
}

const ITEM = /^([ \t]*)(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u;
const HEAD = 40;

/** Further in than the first item of its list. */
const DEEPER = 2;

/** Blank lines and items end an entry; other lines go on with it. */
export function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let open = null as Entry | null;
  let outer: number | null = null;
  const close = () => {
    // The rows of a table tell facts.
    if (open !== null && text[open.span.start] !== '|') entries.push(open);
    open = null;
  };
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const item = ITEM.exec(text.slice(at, Math.min(end, at + HEAD)));
    if (isBlank(text, at, end)) close();
    else if (item !== null || open === null) {
      close();
      const indent = item?.[1]?.length ?? 0;
      if (item === null) outer = null;
      else outer ??= indent;
      open = {
        span: { start: at + (item?.[0].length ?? 0), end },
        listed: item !== null,
        nested: item !== null && indent >= (outer ?? 0) + DEEPER,
      };
    } else open = { ...open, span: { start: open.span.start, end } };
    if (newline < 0) break;
    at = end + 1;
  }
  close();
  return entries;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/u.test(text[at] ?? '')) return false;
  return true;
}
