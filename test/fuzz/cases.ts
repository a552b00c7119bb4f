/** Cases that once failed, kept as files so that they never fail again. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './tryCases';

const KEPT = join(import.meta.dirname, 'cases');
const FOUND = join(import.meta.dirname, '../output/fuzz');

export interface KeptCase {
  readonly file: string;
  /** What was wrong, in a sentence. */
  readonly found: string;
  readonly input: unknown;
}

export function keptCases(target: string): KeptCase[] {
  return filesIn(join(KEPT, target)).map(file => ({
    file,
    ...JSON.parse(readFileSync(join(KEPT, target, file), 'utf8')),
  }));
}

/** Targets of which cases are kept. */
export function keptTargets(): string[] {
  return readdirSync(KEPT);
}

/** Writes a finding where it can be taken from; returns the file. */
export function writeFinding({ target, error, input }: Finding): string {
  const [found] = error.split('\n');
  const text = `${JSON.stringify({ found, input }, null, 2)}\n`;
  const name = createHash('sha1')
    .update(JSON.stringify(input) ?? '')
    .digest('hex')
    .slice(0, 8);
  mkdirSync(join(FOUND, target), { recursive: true });
  const file = join(FOUND, target, `${name}.json`);
  writeFileSync(file, text);
  return file;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
