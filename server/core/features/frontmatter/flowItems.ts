/** The entries of a list in brackets, as far as it is typed. */

export interface FlowItem {
  /** Behind the bracket or the comma before it. */
  readonly start: number;
  /** Before the comma or the bracket behind it. */
  readonly end: number;
  /** Whether it is a list or a map of its own. */
  readonly nested: boolean;
}

/**
 * `from` is behind the opening bracket; ends at the closing one or at `end`. A quote that was only just opened ends at
 * the cursor, so that the entries behind it are not taken for its words. UTF-16 offsets.
 */
export function flowItems(text: string, from: number, end: number, cursor: number): FlowItem[] {
  const items: FlowItem[] = [];
  let start = from;
  let depth = 0;
  let nested = false;
  let at = from;
  const push = (to: number) => {
    items.push({ start, end: to, nested });
    start = to + 1;
    nested = false;
  };
  for (; at < end; at++) {
    const character = text[at];
    if ((character === '"' || character === "'") && text.slice(start, at).trim() === '')
      at = quoteEnd(text, at, end, cursor);
    else if (character === '[' || character === '{') {
      depth++;
      nested = true;
    } else if (character === ']' || character === '}') {
      if (depth === 0) break;
      depth--;
    } else if (character === ',' && depth === 0) push(at);
  }
  push(Math.min(at, end));
  return items;
}

function quoteEnd(text: string, at: number, end: number, cursor: number): number {
  const close = closingQuote(text, at, end);
  if (closes(text, close, end) || cursor <= at) return close;
  const newline = text.indexOf('\n', at);
  return newline >= 0 && newline < cursor ? close : cursor - 1;
}

/** Whether the quote ends a scalar: something other than that stands behind one that opens another. */
export function closes(text: string, close: number, end: number): boolean {
  if (close >= end || text[close] === '\n') return false;
  return /^[ \t]*(?:$|[,\]}:#\r\n])/u.test(text.slice(close + 1, end));
}

/** Where the quote that opens at `at` closes; where it does not, the end of its line. */
export function closingQuote(text: string, at: number, end: number): number {
  const quote = text[at];
  for (let next = at + 1; next < end; next++) {
    const character = text[next];
    if (character === '\n') return next;
    if (character === '\\' && quote === '"') next++;
    else if (character === quote) {
      if (quote === '"' || text[next + 1] !== quote) return next;
      next++;
    }
  }
  return end;
}
