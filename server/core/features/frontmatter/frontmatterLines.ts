/** The lines of a front-matter block around a cursor, read one by one: half-typed YAML does not parse. */

export interface Line {
  /** UTF-16 offset of its first character, behind a byte-order mark. */
  readonly start: number;
  /** Without the line end. */
  readonly text: string;
}

export interface BlockLines {
  /** Between the opening line and the closing one, or what looks like YAML where none closes. */
  readonly lines: readonly Line[];
  /** The one that holds the cursor. */
  readonly at: number;
}

/** A line of a map that begins a field. Group 1 is the quote, 2 the name, 3 the blanks and the colon. */
export const KEY_LINE =
  /^(["']?)([^\s"'#:,[\]{}&*!|>%@`-](?:[^:"']|:(?=\S))*?)\1(?<![ \t])([ \t]*:)(?=[ \t]|$)/u;

const OPENING = /^---[ \t]*(?:ya?ml[ \t]*)?$/iu;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/u;
/** What a line of YAML can begin with. */
const YAML_LINE = /^(?:[ \t]|-(?:[ \t]|$)|[#\]}]|["'\w][^\n]*?:(?:[ \t]|$))/u;
/** No block of front matter is longer; what follows a thematic break may be. */
const MOST_LINES = 2000;

/** `null` where the cursor is in no front matter. Reads the block and no more. `offset` is UTF-16. */
export function blockLines(text: string, offset: number): BlockLines | null {
  const opening = lineAt(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (!OPENING.test(opening.text) || opening.next > offset || !opening.ends) return null;
  const lines: Line[] = [];
  let at = -1;
  let closed = false;
  let next = opening.next;
  for (let ends = true; ends && lines.length < MOST_LINES; ) {
    const line = lineAt(text, next);
    if (CLOSING.test(line.text)) {
      closed = true;
      break;
    }
    if (line.start <= offset && (offset < line.next || !line.ends)) at = lines.length;
    lines.push(line);
    ({ next, ends } = line);
  }
  if (at < 0 || isBody(lines, at, closed)) return null;
  return { lines: closed ? lines : lines.slice(0, endOf(lines, at)), at };
}

/** Where a thematic break opens or closes it, prose may stand before the cursor. */
function isBody(lines: readonly Line[], at: number, closed: boolean): boolean {
  let blank = false;
  for (const { text } of lines.slice(0, at)) {
    if (text.trim() === '') blank = true;
    else if (blank && (!closed || !YAML_LINE.test(text))) return true;
    else if (!closed && !YAML_LINE.test(text)) return true;
  }
  return blank && !closed;
}

/** Behind the last line that still looks like YAML. */
function endOf(lines: readonly Line[], at: number): number {
  let end = at + 1;
  while (end < lines.length && YAML_LINE.test(lines[end]?.text ?? '')) end++;
  return end;
}

function lineAt(text: string, start: number): Line & { next: number; ends: boolean } {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  // A carriage return by itself ends a line, too, in YAML and in LSP.
  const at = line.indexOf('\r');
  if (at < 0) return { start, text: line, next: newline < 0 ? end : end + 1, ends: newline >= 0 };
  const isPair = newline >= 0 && at === line.length - 1;
  return { start, text: line.slice(0, at), next: start + at + (isPair ? 2 : 1), ends: true };
}

/** What the block says so far: each field's name with its one-line value, without quotes and comment. */
export function saidIn({ lines, at }: BlockLines): Map<string, string> {
  const said = new Map<string, string>();
  for (const [index, { text }] of lines.entries()) {
    const key = KEY_LINE.exec(text);
    const name = key?.[2];
    if (key === null || name === undefined || said.has(name) || index === at) continue;
    said.set(name, scalarOf(text.slice(key[0].length)));
  }
  return said;
}

/** A scalar without its quotes, or a comment behind it. */
export function scalarOf(written: string): string {
  const value = written.trim();
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/u.exec(value);
  if (quoted !== null)
    return quoted[1]?.replace(/\\(["\\])/gu, '$1') ?? quoted[2]?.replace(/''/gu, "'") ?? '';
  return value.replace(/(?:^|[ \t])#.*$/su, '').trim();
}

/** A field that begins in the block. */
export interface Owner {
  readonly index: number;
  readonly line: Line;
  readonly name: string;
  /** Length of the key with its quotes. */
  readonly key: number;
  /** Where the value begins in the line: behind the colon. */
  readonly value: number;
}

/** The last field that begins at the cursor's line or above. */
export function ownerOf({ lines, at }: BlockLines): Owner | null {
  for (let index = at; index >= 0; index--) {
    const line = lines[index];
    const match = line === undefined ? null : KEY_LINE.exec(line.text);
    if (line === undefined || match === null) continue;
    const [whole, , name = '', colon = ''] = match;
    return { index, line, name, key: whole.length - colon.length, value: whole.length };
  }
  return null;
}
