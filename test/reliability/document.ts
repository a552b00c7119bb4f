/** Writes outcomes into `docs/reliability.md`, between the marks; the words around them are for people. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrialGroup } from './trial';

const FILE = join(import.meta.dirname, '../../docs/reliability.md');

/** Puts a text between the marks of a part of the document. Throws where it has none. */
export function writePart(part: string, text: string): void {
  const document = readFileSync(FILE, 'utf8');
  const { start, end } = placeOf(document, part);
  writeFileSync(FILE, `${document.slice(0, start)}${text.trim()}\n\n${document.slice(end)}`);
}

export function readPart(part: string): string {
  const document = readFileSync(FILE, 'utf8');
  const { start, end } = placeOf(document, part);
  return document.slice(start, end).trim();
}

function placeOf(document: string, part: string): { start: number; end: number } {
  const begin = `<!-- ${part} -->\n\n`;
  const at = document.indexOf(begin);
  const end = document.indexOf(`<!-- /${part} -->`);
  if (at < 0 || end < at) throw new Error(`${FILE} lacks the marks of ${part}`);
  return { start: at + begin.length, end };
}

/** Outcomes follow the trials of the group. */
export function tableOf(
  { name, promise, trials }: TrialGroup,
  outcomes: readonly string[],
): string {
  const rows = trials.map(({ input, through }, at) => row(input, through, outcomes[at] ?? ''));
  return [
    `### ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    `${promise} \`npm run reliability -- --only "${name}"\``,
    [row('what', 'through', 'what came of it'), '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

export function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
