/** Finds the front-matter block of a note: the only file that knows gray-matter, which splits and nothing more. */
import matter from 'gray-matter';
import type { Span } from './span';

export interface FrontmatterBlock {
  /** From the opening `---` (after a byte-order mark) to the end of the closing line, its line end included. */
  readonly block: Span;
  /** What YAML reads: from after the opening line to before the closing one. */
  readonly yaml: Span;
  /** The word behind the opening `---`, `yaml` where there is none. Other languages are never read. */
  readonly language: string;
  /** `---` closes properly; `...` is YAML's own end mark, which front-matter readers do not know; `null` never closes. */
  readonly closedBy: '---' | '...' | null;
  /** The closing mark; where it never closes, the blanks before an indented one, or the empty span where it should stand. */
  readonly close: Span;
}

const nothing = { parse: () => ({}), stringify: () => '' };
// By default gray-matter evaluates `---js` blocks: every engine it ships is replaced, all others throw.
const options = { engines: { yaml: nothing, json: nothing, javascript: nothing, js: nothing } };

/** UTF-16 units of a block that gray-matter may look at. */
const MAX_GIVEN = 4096;

const INDENTED_CLOSE = /^([ \t]+)---[ \t]*\r?$/u;
const DOTS = /\n\.\.\.[^\S\n]*(?:\n|$)/;
const YAML_LINE = /^(?:[\w"'][^\n]*?:(?:[ \t\r\n]|$)|[ \t]+\S|-[ \t]|[#\]}])/u;

export function splitFrontmatter(text: string): FrontmatterBlock | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start) || text[start + 3] === '-') return null;
  const opening = lineAt(text, start);
  const from = opening.next;
  const bare = text[start + 3] === '\n' || text.startsWith('\r\n', start + 3);
  const word = bare ? '' : text.slice(start + 3, opening.end).trim();
  // `--- and so on` is text.
  if (!/^[\w+-]*$/.test(word)) return null;
  const language = word === '' ? 'yaml' : word;
  const dashes = bare ? text.indexOf('\n---', start + 3) : closingByGrayMatter(text, start, from);
  if (dashes === null) return notYaml(text, start, from, language);
  const closing = dashes >= 0 ? lineAt(text, dashes + 1) : null;
  if (closing !== null && text.slice(dashes + 1, closing.end).trimEnd() === '---') {
    const dots = dotsBefore(text, from, dashes + 1);
    if (dots !== null) return dots(start, language);
    return closed(start, from, dashes + 1, 3, closing.next, language, '---');
  }
  return unclosed(text, start, from, language);
}

/**
 * Where gray-matter sees the line end before the closing mark, -1 where it sees none; `null` where it knows no engine.
 * Behind an opening line of nothing but `---` that is the next such mark, and needs no library.
 */
function closingByGrayMatter(text: string, start: number, from: number): number | null {
  const mark = text.indexOf('\n---', start + 3);
  const end = mark < 0 ? text.length : mark + 4;
  // One of its expressions takes the square of many blank lines; of a large block only the opening line tells it anything.
  if (end - from > MAX_GIVEN)
    return readWithGrayMatter(`${text.slice(0, from)}x\n---`) === null ? null : mark;
  const split = readWithGrayMatter(text.slice(0, end));
  if (split === null) return null;
  const dashes = start + 3 + split.prefix + split.length;
  return text.startsWith('\n---', dashes) ? dashes : -1;
}

/** gray-matter's own reading, as lengths: of the language word and of the block. `null` where it knows no engine. */
function readWithGrayMatter(text: string): { prefix: number; length: number } | null {
  try {
    const file = matter(text, options);
    const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const language = matter.language(bare, options);
    // Blanks alone are no word, and stay in front of the block.
    return { prefix: language.name ? language.raw.length : 0, length: file.matter.length };
  } catch {
    return null;
  }
}

function closed(
  start: number,
  from: number,
  mark: number,
  length: number,
  end: number,
  language: string,
  closedBy: '---' | '...',
): FrontmatterBlock {
  const close = { start: mark, end: mark + length };
  const yaml = { start: Math.min(from, mark), end: mark };
  return { block: { start, end }, yaml, language, closedBy, close };
}

/** A `...` line ends the YAML even where a thematic break further down looks like the closing line. */
function dotsBefore(text: string, from: number, before: number) {
  // With the line end in front.
  const index = DOTS.exec(text.slice(from - 1, before))?.index;
  if (index === undefined) return null;
  const mark = from + index;
  return (start: number, language: string) =>
    closed(start, from, mark, 3, lineAt(text, mark).next, language, '...');
}

/** Where no closing line stands: the block is what still looks like YAML, if its first line does. */
function unclosed(
  text: string,
  start: number,
  from: number,
  language: string,
): FrontmatterBlock | null {
  const dots = dotsBefore(text, from, text.length);
  if (dots !== null && YAML_LINE.test(text.slice(from, lineAt(text, from).end))) {
    return dots(start, language);
  }
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    const written = text.slice(at, line.end);
    const indent = INDENTED_CLOSE.exec(written)?.[1];
    if (indent !== undefined && at > from) {
      const close = { start: at, end: at + indent.length };
      const yaml = { start: from, end: at };
      return { block: { start, end: line.next }, yaml, language, closedBy: null, close };
    }
    if (!YAML_LINE.test(written)) break;
    at = line.next;
  }
  // A thematic break at the top of a plain text is no front matter.
  if (at === from) return null;
  const close = { start: at, end: at };
  return {
    block: { start, end: at },
    yaml: { start: from, end: at },
    language,
    closedBy: null,
    close,
  };
}

function notYaml(
  text: string,
  start: number,
  from: number,
  language: string,
): FrontmatterBlock | null {
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    if (text.slice(at, line.end).trimEnd() === '---') {
      return closed(start, from, at, 3, line.next, language, '---');
    }
    at = line.next;
  }
  return null;
}

/** The line that holds `offset`: where its text ends, and where the next begins. */
function lineAt(text: string, offset: number): { end: number; next: number } {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return { end: text.length, next: text.length };
  return { end: newline, next: newline + 1 };
}
