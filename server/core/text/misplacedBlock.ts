/** Front matter that is lost because its first line is not `---`: something stands before it, or it opens otherwise. */
import { isYaml, parseYaml } from './frontmatter';
import type { Span } from './span';
import { splitFrontmatter } from './splitFrontmatter';

export interface MisplacedBlock {
  /** `before`: blanks, blank lines or a few lines of text stand first. `opening`: another line, or none, opens it. */
  readonly kind: 'before' | 'opening';
  /** What stands first; the wrong opening line, or the empty span where none stands. */
  readonly span: Span;
  /** What an author should look at: the span, or the first line where that is empty. */
  readonly shown: Span;
  /** To the end of the closing line, its line end included. */
  readonly end: number;
}

/** More lines than these are a text with a rule in it. */
const MAX_LINES = 4;
const OPENING = /^[ \t]*---[ \t]*\r?$/u;
const LIKE_OPENING = /^(?:-{1,2}|-{4,}|[—–]+|={3,}|\+{3,})[ \t]*\r?$/u;

/** `null` where nothing in the first lines is surely meant as front matter: a block that is closed and says a type. */
export function misplacedBlock(text: string): MisplacedBlock | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lineAt(text, start);
  if (LIKE_OPENING.test(first.text)) return opened(text, start, first.text.trimEnd().length);
  if (/^type[ \t]*:[ \t]/u.test(first.text)) return opened(text, start, 0);
  for (let at = start, count = 0; count <= MAX_LINES; count++) {
    const line = lineAt(text, at);
    // What stands in a fence is an example.
    if (line.next === null || /^[ \t]*(?:```|~~~)/u.test(line.text)) return null;
    if (OPENING.test(line.text)) {
      const from = at + line.text.indexOf('-');
      const end = from === start ? null : endOfBlock(text.slice(from));
      if (end === null) return null;
      const span = { start, end: from };
      return { kind: 'before', span, shown: span, end: from + end };
    }
    at = line.next;
  }
  return null;
}

/** A block from `start` on whose first `length` characters should be `---`. */
function opened(text: string, start: number, length: number): MisplacedBlock | null {
  const mended = `---${length === 0 ? '\n' : ''}`;
  // Without any mark one line with a colon is a sentence.
  const end = endOfBlock(mended + text.slice(start + length), length === 0 ? 2 : 1);
  if (end === null) return null;
  const span = { start, end: start + length };
  const shown =
    length > 0 ? span : { start, end: start + lineAt(text, start).text.trimEnd().length };
  return { kind: 'opening', span, shown, end: end - mended.length + start + length };
}

/** Where a text's front matter ends, if it is closed, YAML, and says a type; else `null`. */
function endOfBlock(text: string, least = 1): number | null {
  const split = splitFrontmatter(text);
  if (split === null || split.closedBy !== '---' || !isYaml(split)) return null;
  const { fields, problems } = parseYaml(text.slice(split.yaml.start, split.yaml.end), 0);
  const sound = problems.length === 0 && fields.length >= least;
  return sound && fields.some(field => field.name === 'type') ? split.block.end : null;
}

/** A line without its `\n`, cut where it is very long; `next` is `null` on the last one. */
function lineAt(text: string, at: number): { text: string; next: number | null } {
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return { text: text.slice(at, Math.min(end, at + 200)), next: newline < 0 ? null : newline + 1 };
}
