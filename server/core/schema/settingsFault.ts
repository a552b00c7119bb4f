/** What YAML cannot read in settings: where it begins, and an author's words instead of the parser's. */
import {
  type Document,
  isCollection,
  isScalar,
  type ParsedNode,
  visit,
  type YAMLError,
} from 'yaml';
import type { Span } from '../text/span';
import { quoted } from '../text/yamlText';
import { yamlWords } from '../text/yamlWords';
import type { Problem } from './configTree';

const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: yamlWords.alias,
  BAD_DQ_ESCAPE: yamlWords.escape,
  BAD_INDENT: yamlWords.indent,
  BAD_SCALAR_START: yamlWords.begins,
  BLOCK_AS_IMPLICIT_KEY: yamlWords.colon,
  BLOCK_IN_FLOW: yamlWords['block-in-flow'],
  MISSING_CHAR: 'A quote, a bracket or a colon is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key is a name, a colon and a blank; this line has no colon.',
  MULTIPLE_DOCS: 'Settings are one document: no line `---` may divide them.',
  TAB_AS_INDENT: yamlWords.tab,
  UNEXPECTED_TOKEN: 'This does not belong here: a quote or a bracket may be missing before it.',
};

/** Of the first fault only: what follows it is mostly its echo. */
export function settingsFault(
  error: YAMLError,
  document: Document.Parsed<ParsedNode>,
  text: string,
): Problem {
  const said = { span: shownAt(error.pos, text), severity: 'error' } as const;
  const open = openBefore(error, document, text);
  if (open !== null) {
    const what = /["']/u.test(text.charAt(open)) ? 'quote' : 'bracket';
    return { ...said, span: lineFrom(open, text), message: `This ${what} is never closed.` };
  }
  const message =
    WORDS[error.code] ?? `YAML cannot read this: ${error.message.replace(/\.$/u, '')}.`;
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return { ...said, message };
  const span = lineFrom(error.pos[0], text);
  const value = text.slice(span.start, span.end);
  return { ...said, span, message, ...(!/["']/u.test(value) && { instead: quoted(value) }) };
}

/** Where the innermost bracket or quote begins that is open at the fault. */
function openBefore(
  { code, message, pos }: YAMLError,
  document: Document.Parsed<ParsedNode>,
  text: string,
): number | null {
  if (!/^Flow \w+ in block collection|^Missing closing/u.test(message) && code !== 'MISSING_CHAR')
    return null;
  let open: number | null = null;
  visit(document, (_, node) => {
    if (!(isCollection(node) ? node.flow : isScalar(node)) || !isRanged(node)) return;
    const [start, end] = node.range;
    const close = CLOSING[text.charAt(start)];
    const isOpen = end - start < 2 || text.charAt(end - 1) !== close;
    if (close !== undefined && isOpen && start < pos[0]) open = start;
  });
  return open;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

function isRanged(node: unknown): node is { readonly range: readonly [number, number] } {
  return Array.isArray((node as { range?: unknown }).range);
}

/** To the end of the line, without a comment and blanks. */
function lineFrom(start: number, text: string): Span {
  const [line = ''] = /^[^\r\n]*/u.exec(text.slice(start)) ?? [];
  return { start, end: start + line.replace(/(?<!\s)\s+#.*$/su, '').trimEnd().length };
}

/** An error at the end of a line or of the text is shown on the character before. */
function shownAt([from, to]: readonly [number, number], text: string): Span {
  let start = Math.max(0, Math.min(from, text.length - 1));
  while (start > 0 && /[\r\n]/u.test(text.charAt(start))) start--;
  const length = text.slice(start, Math.max(start + 1, to)).search(/[\r\n]/u);
  const end = length > 0 ? start + length : Math.max(start + 1, to);
  return { start, end: Math.min(end, text.length) };
}
