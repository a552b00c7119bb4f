/** Front matter that YAML cannot read. */
import { isYaml, parseYaml, type YamlProblem } from '../text/frontmatter';
import { applyEdits, type Span, type TextEdit } from '../text/span';
import type { Fix, Rule } from './rule';
import { quoted } from './yamlText';

/** The parser's codes in an author's words. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'A value that begins with `*` must stand in quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes must be doubled: `\\\\`.',
  BAD_INDENT: 'This line is indented differently from what it belongs to.',
  BAD_SCALAR_START: 'A value cannot begin with this character unless it stands in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a blank inside a value need quotes around the whole value.',
  BLOCK_IN_FLOW: 'A list in brackets cannot hold lines that begin with a dash or a key.',
  MISSING_CHAR: 'A quote, a bracket or a colon is missing here.',
  MULTILINE_IMPLICIT_KEY: 'This line is no field: a field is a name, a colon and a value.',
  NOT_A_MAP: 'Front matter is a list of fields: a name, a colon and a value on each line.',
  TOO_DEEP: 'Front matter may not be nested this deeply.',
  TAB_AS_INDENT: 'YAML is indented with blanks, not with tabs.',
  UNEXPECTED_TOKEN: 'This does not belong here: a quote or a bracket may be missing before it.',
};

export const frontmatterSyntax: Rule = {
  code: 'frontmatter/syntax',
  severity: 'error',
  summary: 'Front matter that YAML cannot read.',
  docs:
    'Other tools read nothing from a block that is not valid YAML, so the note loses its type, its confidence and its ' +
    'relations. Mostly a value with a colon needs quotes, a quote or bracket was left open, or a line of text slipped into the block.',
  check({ note }) {
    const block = note.frontmatter;
    if (block === null) return [];
    if (!isYaml(block)) {
      const start = block.block.start;
      const message = `Only YAML front matter is read, not “${block.language}”. Nothing in it is executed.`;
      return [{ span: { start, end: start + 3 + block.language.length }, message }];
    }
    const problem = block.problems[0];
    if (problem === undefined) return [];
    // What follows the first fault is mostly its echo.
    return [{ span: shownAt(problem, block.yaml), message: inWords(problem) }];
  },
  fix({ note, text }, finding) {
    if (note.frontmatter === null || !isYaml(note.frontmatter)) return [];
    return repairs(text, note.frontmatter.yaml, finding.span.start);
  },
};

function inWords(problem: YamlProblem): string {
  return WORDS[problem.code] ?? `YAML cannot read this: ${problem.message}.`;
}

/** An error at the very end of the block is shown on its last character. */
function shownAt(problem: YamlProblem, yaml: Span): Span {
  const start = Math.max(yaml.start, Math.min(problem.span.start, yaml.end - 1));
  return { start, end: Math.max(start + 1, Math.min(problem.span.end, yaml.end)) };
}

/** Tries the usual repairs around the fault and keeps those after which YAML reads the whole block. */
function repairs(text: string, yaml: Span, at: number): Fix[] {
  const fixes: Fix[] = [];
  for (const line of [
    lineOf(text, at, yaml),
    lineOf(text, lineOf(text, at, yaml).start - 1, yaml),
  ]) {
    for (const [title, edit] of attempts(text.slice(line.start, line.end), line.start)) {
      const shifted = {
        span: { start: edit.span.start - yaml.start, end: edit.span.end - yaml.start },
        newText: edit.newText,
      };
      const mended = applyEdits(text.slice(yaml.start, yaml.end), [shifted]);
      if (parseYaml(mended, 0).problems.length > 0) continue;
      if (!fixes.some(fix => fix.title === title))
        fixes.push({ title, safe: false, edits: [edit] });
    }
  }
  fixes.push(...closedAbove(text, yaml, at));
  return fixes;
}

/** Text that slipped into the block: it may end at the blank line above the fault. */
function closedAbove(text: string, yaml: Span, at: number): Fix[] {
  const head = text.slice(yaml.start, Math.min(at, yaml.end));
  const blank = [...head.matchAll(/\n(?=[ \t]*\r?\n)/gu)].at(-1)?.index ?? 0;
  const above = head.slice(0, blank);
  const read = parseYaml(above, 0);
  if (read.problems.length > 0 || read.fields.length === 0) return [];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const insertion = yaml.start + blank + 1;
  const edits = [{ span: { start: insertion, end: insertion }, newText: `---${end}` }];
  return [{ title: 'Close the block above this text', safe: false, edits }];
}

function attempts(line: string, start: number): [string, TextEdit][] {
  const tried: [string, TextEdit][] = [];
  const at = (from: number, to: number) => ({ start: start + from, end: start + to });
  const indent = /^[ \t]*/u.exec(line)?.[0] ?? '';
  if (indent.includes('\t')) {
    tried.push([
      'Indent with blanks',
      { span: at(0, indent.length), newText: indent.replace(/\t/gu, '  ') },
    ]);
  }
  const value = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?=\S)/u.exec(line)?.[0].length ?? 0;
  const written = line.slice(value).trimEnd();
  const end = value + written.length;
  const bare = written.replace(/^["']/u, '').replace(/(?<!\\)["']$/u, '');
  if (written !== '') {
    tried.push([
      'Put the value in quotes',
      { span: at(value, end), newText: quoted(withoutEscapes(written, bare)) },
    ]);
    const opening = written[0];
    if (opening === '"' || opening === "'") {
      tried.push(['Close the quote', { span: at(end, end), newText: opening }]);
    }
    if (opening === '[') tried.push(['Close the bracket', { span: at(end, end), newText: ']' }]);
    tried.push([
      'Make the line a comment',
      { span: at(indent.length, indent.length), newText: '# ' },
    ]);
  }
  return tried;
}

/** Text that stood in double quotes already keeps what its escapes meant. */
function withoutEscapes(written: string, bare: string): string {
  return written.startsWith('"') ? bare.replace(/\\(["\\])/gu, '$1') : bare.replace(/''/gu, "'");
}

function lineOf(text: string, at: number, within: Span): Span {
  const inside = Math.max(within.start, Math.min(at, within.end));
  const start = Math.max(within.start, text.lastIndexOf('\n', inside - 1) + 1);
  const newline = text.indexOf('\n', inside);
  return { start, end: newline < 0 || newline > within.end ? within.end : newline };
}
