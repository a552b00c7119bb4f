/** The usual repairs of a damaged line of front matter: those after which YAML reads the whole block. */
import { parseYaml } from '../../text/frontmatter';
import { applyEdits, type Span, type TextEdit } from '../../text/span';
import { BEFORE_VALUE, type YamlFault } from '../../text/yamlFault';
import { quoted } from '../../text/yamlText';
import type { Fix } from '../rule';
import { lineEndOf } from './frontmatterText';

/** `yaml` is what stands between the lines `---` of `text`. */
export function yamlRepairs(text: string, yaml: Span, fault: YamlFault): Fix[] {
  const { line } = fault;
  if (fault.kind === 'large') return [];
  const fixes = attempts(text.slice(line.start, line.end), line.start, fault).filter(
    ({ edits }, index, all) =>
      reads(text, yaml, edits) && all.findIndex(other => same(other.edits, edits)) === index,
  );
  return [...fixes, ...closedAbove(text, yaml, line.start)];
}

function reads(text: string, yaml: Span, edits: readonly TextEdit[]): boolean {
  const shifted = edits.map(({ span, newText }) => ({
    span: { start: span.start - yaml.start, end: span.end - yaml.start },
    newText,
  }));
  const mended = applyEdits(text.slice(yaml.start, yaml.end), shifted);
  return parseYaml(mended, 0).problems.length === 0;
}

function same(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function attempts(line: string, start: number, { kind }: YamlFault): Fix[] {
  const tried: Fix[] = [];
  const attempt = (title: string, from: number, to: number, newText: string, safe = false) =>
    tried.push({
      title,
      safe,
      edits: [{ span: { start: start + from, end: start + to }, newText }],
    });
  const indent = /^[ \t]*/u.exec(line)?.[0] ?? '';
  const from = BEFORE_VALUE.exec(line)?.[0].length ?? 0;
  const written = line.slice(from).trimEnd();
  const end = from + written.length;
  if (kind === 'tab') {
    attempt('Indent with blanks', 0, indent.length, indent.replace(/\t/gu, '  '), true);
  }
  if (indent !== '' && (kind === 'tab' || kind === 'indent')) {
    attempt('Remove the indentation', 0, indent.length, '');
  }
  if (written === '') return tried;
  const colon = /^[\w-]+:(?=\S)/u.exec(line)?.[0].length;
  if (colon !== undefined) attempt('Insert a blank after the colon', colon, colon, ' ', true);
  const first = written[0] ?? '';
  if (first === '"' || first === "'") attempt('Close the quote', end, end, first);
  if (first === '[') attempt('Close the bracket', end, end, ']');
  if (first === '{') attempt('Close the bracket', end, end, '}');
  // Where quotes or brackets stand already, the author may have meant something else by them.
  const sure = from > indent.length && !/^(?:["'{|>&!]|\[(?!\[)|- )/u.test(written);
  attempt('Put the value in quotes', from, end, quoted(withoutQuotes(written)), sure);
  attempt('Make the line a comment', indent.length, indent.length, '# ');
  return tried;
}

/** Text that stood in quotes already keeps what its escapes meant. */
function withoutQuotes(written: string): string {
  const bare = written.replace(/^["']/u, '').replace(/(?<!\\)["']$/u, '');
  return written.startsWith('"') ? bare.replace(/\\(["\\])/gu, '$1') : bare.replace(/''/gu, "'");
}

/** Text that slipped into the block: it may end at the blank line above the fault. */
function closedAbove(text: string, yaml: Span, at: number): Fix[] {
  const head = text.slice(yaml.start, Math.min(at, yaml.end));
  const blank = [...head.matchAll(/\n(?=[ \t]*\r?\n)/gu)].at(-1)?.index ?? 0;
  const above = head.slice(0, blank);
  const read = parseYaml(above, 0);
  if (read.problems.length > 0 || read.fields.length === 0) return [];
  const insertion = yaml.start + blank + 1;
  const edits = [{ span: { start: insertion, end: insertion }, newText: `---${lineEndOf(text)}` }];
  return [{ title: 'Close the block above this text', safe: false, edits }];
}
