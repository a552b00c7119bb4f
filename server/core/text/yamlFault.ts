/** Finds the line of a front-matter block that YAML stumbles over, and what is wrong with it. */
import { type Frontmatter, parseYaml, type YamlProblem } from './frontmatter';
import type { Span } from './span';

export type YamlFaultKind =
  | 'tab'
  | 'open-quote'
  | 'open-bracket'
  | 'behind-quote'
  | 'no-blank'
  | 'colon'
  | 'indent'
  | 'alias'
  | 'escape'
  | 'begins'
  | 'block-in-flow'
  | 'no-field'
  | 'no-fields'
  | 'deep'
  | 'large'
  | 'other';

export interface YamlFault {
  /** The damaged line without its line end. */
  readonly line: Span;
  /** The part of it that is wrong. */
  readonly span: Span;
  readonly kind: YamlFaultKind;
  /** What the parser says. */
  readonly message: string;
}

/** The parser's codes, for what the line itself does not tell. */
const KINDS: Readonly<Record<string, YamlFaultKind>> = {
  BAD_ALIAS: 'alias',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indent',
  BAD_SCALAR_START: 'begins',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  BLOCK_IN_FLOW: 'block-in-flow',
  MISSING_CHAR: 'no-field',
  MULTILINE_IMPLICIT_KEY: 'no-field',
  NOT_A_MAP: 'no-fields',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'begins',
  TOO_DEEP: 'deep',
  TOO_LARGE: 'large',
};

/** The damaged line is sought by reading the block up to so many other lines, to fewer in a long block. */
const LOOK_BACK = 60;
const MAX_CHARACTERS = 60_000;

/** `null` where YAML reads all of the block. */
export function yamlFault(text: string, { yaml, problems }: Frontmatter): YamlFault | null {
  const problem = problems[0];
  if (problem === undefined) return null;
  const { code, message } = problem;
  const start = Math.max(yaml.start, Math.min(problem.span.start, yaml.end - 1));
  const own = { start, end: Math.max(start + 1, Math.min(problem.span.end, yaml.end)) };
  if (code === 'TOO_DEEP' || code === 'TOO_LARGE' || code === 'NOT_A_MAP')
    return { line: own, span: own, kind: KINDS[code] ?? 'other', message };
  const line = damagedLine(text, yaml, own.start);
  return { line, message, ...whatIsWrong(text, line, problem) };
}

/** What is read of the lines above a damaged one is sound; with it nothing is. The parser often gives up only later. */
function damagedLine(text: string, yaml: Span, at: number): Span {
  const lines = linesOf(text, yaml);
  const sound = (count: number) => {
    const end = lines[count]?.start ?? yaml.end;
    return count === 0 || parseYaml(text.slice(yaml.start, end), 0).problems.length === 0;
  };
  const told = Math.max(
    0,
    lines.findLastIndex(line => line.start <= at),
  );
  let tries = Math.min(LOOK_BACK, Math.floor(MAX_CHARACTERS / (yaml.end - yaml.start)));
  let above = told;
  while (above > 0 && tries-- > 0 && !sound(above)) above--;
  if (tries < 0 || !sound(above)) return lines[told] ?? yaml;
  while (above < lines.length - 1 && tries-- > 0 && sound(above + 1)) above++;
  return lines[above] ?? yaml;
}

function linesOf(text: string, within: Span): Span[] {
  const lines: Span[] = [];
  for (let start = within.start; start < within.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > within.end ? within.end : newline;
    lines.push({ start, end: text[end - 1] === '\r' ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** What stands before the value of a line: indentation, dashes and a key. */
export const BEFORE_VALUE = /^[ \t]*(?:- +)*(?:(?:[\w-]+|"[^"]*"|'[^']*'):[ \t]+)?(?=\S)/u;

/** The line tells more than the parser, which says where it stopped understanding. */
function whatIsWrong(
  text: string,
  line: Span,
  { code, span }: YamlProblem,
): Pick<YamlFault, 'span' | 'kind'> {
  const written = text.slice(line.start, line.end);
  const indent = /^[ \t]*/u.exec(written)?.[0].length ?? 0;
  const from = BEFORE_VALUE.exec(written)?.[0].length ?? 0;
  const value = written.slice(from).trimEnd();
  const start = line.start + from;
  const whole = { start, end: start + Math.max(1, value.length) };
  const inside = span.start >= line.start && span.start < line.end && span.end > span.start;
  const own = inside ? { start: span.start, end: Math.min(span.end, line.end) } : whole;
  if (written.slice(0, indent).includes('\t'))
    return { kind: 'tab', span: { start: line.start, end: line.start + indent } };
  if (/^"(?:[^"\\]|\\.)*$/u.test(value) || /^'(?:[^']|'')*$/u.test(value))
    return { kind: 'open-quote', span: whole };
  if (/^\[[^\]]*$/u.test(value) || /^\{[^}]*$/u.test(value))
    return { kind: 'open-bracket', span: whole };
  if (code === 'BAD_DQ_ESCAPE') return { kind: 'escape', span: own };
  if (/^["']/u.test(value) && inside && code === 'UNEXPECTED_TOKEN')
    return { kind: 'behind-quote', span: own };
  if (from > indent && /^(?:[[{|>&!*%@`]|- )/u.test(value) && code !== 'BLOCK_AS_IMPLICIT_KEY')
    return { kind: value.startsWith('*') ? 'alias' : 'begins', span: whole };
  if (from === indent && /^[\w-]+:[^\s:/]/u.test(value)) return { kind: 'no-blank', span: whole };
  if (from > indent && /: |:$/u.test(value)) return { kind: 'colon', span: whole };
  if (indent > 0) return { kind: 'indent', span: { start: line.start, end: whole.end } };
  const kind = KINDS[code] ?? 'other';
  return { kind, span: kind === 'other' ? own : whole };
}
