/** The lines of a vault's settings with their dashes and keys, whether or not YAML can read the whole. */

export interface Mark {
  readonly kind: 'item' | 'key';
  readonly column: number;
  /** Of a key, without quotes. */
  readonly name: string;
  /** Of a key, with quotes and without the colon. */
  readonly length: number;
  /** Column behind the colon. */
  readonly value: number;
  /** Whether a value stands on the same line, so that nothing belongs below. */
  readonly filled: boolean;
}

export interface ConfigLine {
  /** UTF-16 offset of its first character. */
  readonly start: number;
  readonly end: number;
  /** Without a comment. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Column of a bracket that opens the value. */
  readonly flow: number | null;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s"'#[\]{}>|&*!%@`,:](?:[^:]*[^: \t])?)[ \t]*:(?=[ \t]|$)/u;

export function configLines(text: string): ConfigLine[] {
  const lines: ConfigLine[] = [];
  /** Depth of the key whose value is a block of text. */
  let block: number | null = null;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const raw of text.slice(start).split('\n')) {
    const written = raw
      .replace(/\r$/u, '')
      .replace(/(?:^|[ \t])#.*$/su, comment => blankOf(comment));
    const depth = /^[ \t]*/u.exec(written)?.[0].length ?? 0;
    const inside: boolean = block !== null && (written.trim() === '' || depth > block);
    if (!inside) block = null;
    const marks: readonly Mark[] = inside ? [] : marksOf(written);
    const last = marks.at(-1);
    const value = last === undefined ? '' : written.slice(last.value).trim();
    if (!inside && /^[|>]/u.test(value)) block = marks[0]?.column ?? 0;
    const flow = /^[[{]/u.test(value) && last ? written.indexOf(value.charAt(0), last.value) : null;
    const end = start + raw.replace(/\r$/u, '').length;
    // Nothing can be asked of words in a block of text, as of those in a comment.
    lines.push({
      start,
      end: inside ? start - 1 : start + written.length,
      text: written,
      marks,
      flow,
    });
    start = end + (raw.length - raw.replace(/\r$/u, '').length) + 1;
  }
  return lines;
}

/** A comment counts as no text at all. */
function blankOf(comment: string): string {
  return comment.startsWith('#') ? '' : comment.charAt(0);
}

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let column = /^[ \t]*/u.exec(text)?.[0].length ?? 0;
  while (/^-(?:[ \t]|$)/u.test(text.slice(column))) {
    marks.push({ kind: 'item', column, name: '', length: 1, value: column + 1, filled: false });
    column += 1 + (/^[ \t]*/u.exec(text.slice(column + 1))?.[0].length ?? 0);
  }
  const [whole = '', name = ''] = KEY.exec(text.slice(column)) ?? [];
  if (whole === '') return marks;
  const value = column + whole.length;
  const filled = !/^[ \t]*(?:&\S+[ \t]*)?$/u.test(text.slice(value));
  const unquoted = name.replace(/^["']|["']$/gu, '');
  marks.push({ kind: 'key', column, name: unquoted, length: name.length, value, filled });
  return marks;
}
