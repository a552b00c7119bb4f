/** Writes the figures of a run into `docs/performance.md`, between the marks; the words around them are for people. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figures } from './figures';
import { report } from './table';

const FILE = join(import.meta.dirname, '../../docs/performance.md');
const BEGIN = '<!-- figures: written by npm run bench -- --document -->';
const END = '<!-- /figures -->';

export function writeDocument(all: readonly Figures[]): void {
  const text = readFileSync(FILE, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${FILE} lacks its marks`);
  const figures = `${machine()}\n${report(all, true)}\n\n`;
  writeFileSync(FILE, `${text.slice(0, begin)}${BEGIN}\n${figures}${text.slice(end)}`);
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const processors = `${cpus().length} processors (${first?.model ?? 'unknown'})`;
  return `Measured with Node.js ${process.version} on ${platform()}, ${processors}, ${memory} GB of memory.`;
}
