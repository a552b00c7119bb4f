/** What links lead to, against a second implementation of the rules. */
import assert from 'node:assert/strict';
import { collidingFiles } from '../../support/second/collidingFiles';
import { disagreements } from '../../support/second/disagreements';
import { target } from '../Target';

/** What a Markdown file's name ends with, however often. */
const ENDINGS = /(?:\.(?:md|markdown))+$/iu;

/**
 * Where the rules do not say enough, and the two read them differently: names that are alike but for `.md`, `.MD` or
 * `.md.md` at their end.
 */
function isOpen(texts: ReadonlyMap<string, string | null>): boolean {
  const endings = new Map<string, string>();
  for (const path of texts.keys()) {
    const base = path.slice(path.lastIndexOf('/') + 1);
    const name = base.replace(ENDINGS, '').normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
    const ending = ENDINGS.exec(base)?.[0];
    if (ending === undefined) continue;
    if ((endings.get(name) ?? ending) !== ending) return true;
    endings.set(name, ending);
  }
  return false;
}

/** Paths with their texts; `null` for what is no note. */
type Files = readonly (readonly [path: string, text: string | null])[];

export const comparableFiles = collidingFiles
  .filter(texts => !isOpen(texts))
  .map((texts): Files => [...texts]);

export function assertSameResolutions(files: Files): void {
  assert.deepEqual(disagreements(new Map(files)), []);
}

export const resolver = target({
  name: 'resolver',
  feeds: 'small vaults full of names, titles, paths and links that collide',
  holds: 'every link leads where a second implementation of the rules has it lead',
  weight: 3,
  input: comparableFiles,
  check: assertSameResolutions,
});
