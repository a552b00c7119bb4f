/** Reads one wiki link as the server reads it, so that both mean the same by it. */

export interface WikiText {
  /** Behind its last bracket, in UTF-16 units. */
  readonly end: number;
  readonly embed: boolean;
  /** Target and fragment: `name`, `name#heading`, `#^block`. */
  readonly written: string;
  /** What is behind the bar; `null` where there is none. */
  readonly alias: string | null;
}

/** The first of these ends the link, or shows that there is none. */
const ENDS = /\]\]|\[\[|\n/gu;

/** The link that begins at an offset with `[[` or `![[`, in the text of one block; `null` where none does. */
export function wikiTextAt(text: string, at: number): WikiText | null {
  const embed = text[at] === '!';
  const start = at + (embed ? 3 : 2);
  if (!text.startsWith('[[', start - 2) || text[start] === '[') return null;
  ENDS.lastIndex = start;
  const end = ENDS.exec(text);
  const close = end?.index ?? 0;
  if (end?.[0] !== ']]' || codeCrosses(text, start, close)) return null;
  const inner = text.slice(start, close);
  const bar = inner.indexOf('|');
  // In a table the bar is escaped.
  const said = inner.slice(0, bar < 0 ? inner.length : inner[bar - 1] === '\\' ? bar - 1 : bar);
  const hash = said.indexOf('#');
  const target = (hash < 0 ? said : said.slice(0, hash)).trim();
  const written = hash < 0 ? target : `${target}#${said.slice(hash + 1).trim()}`;
  return { end: close + 2, embed, written, alias: bar < 0 ? null : inner.slice(bar + 1).trim() };
}

/** What is shown of a link without words of its own. */
export function shownOf(written: string): string {
  return written.startsWith('#') ? written.slice(1) : written.replaceAll('#', ' > ');
}

/** Code binds tighter than brackets: a span that begins inside them and ends behind them takes them away. */
function codeCrosses(text: string, start: number, close: number): boolean {
  for (let at = text.indexOf('`', start); at >= 0 && at < close; ) {
    const run = /^`+/u.exec(text.slice(at))?.[0] ?? '`';
    const end = spanEnd(text, at + run.length, run.length);
    if (end > close) return true;
    at = text.indexOf('`', end < 0 ? at + run.length : end);
  }
  return false;
}

/** Behind the next run of so many backticks; -1 where none follows. */
function spanEnd(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    let end = at;
    while (text[end] === '`') end++;
    if (end - at === length) return end;
    at = text.indexOf('`', end);
  }
  return -1;
}
