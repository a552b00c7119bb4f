/** Inside VS Code, with its engine of regular expressions: no line of a note makes the grammars slow. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editorGrammars } from './editor-grammars';
import { contributions } from './editor-themes';
import { pause } from './workspace';

const LENGTH = 100_000;
const STARTS = ['', 'related: "[['];
const SEEDS = [
  '[',
  '[[a',
  '[[a|',
  '[[a#',
  '![[',
  '] ',
  ' ',
  '%',
  '%%a ',
  '"\\',
  'a: ',
  '# ',
  '→ ',
].concat(['FLAG @a', 'likely ', ', ', "'", " '", ' "\\', ' "\\"', '"[']);

describe('the grammars', () => {
  it('take time in proportion to a line, whatever stands in it', async function () {
    this.timeout(60_000);
    const { timeOf } = await editorGrammars();
    const patterns = ourPatterns();
    assert.ok(patterns.length > 15);
    for (const start of STARTS) {
      for (const seed of SEEDS) {
        const line = start + seed.repeat(LENGTH / seed.length);
        for (const pattern of patterns) {
          const time = timeOf(pattern, line);
          // What grows with the square of the length takes minutes.
          assert.ok(time < 3000, `${pattern} takes ${time} ms for ${start}${seed}${seed}…`);
        }
        // Lets the editor see that its extension host is alive.
        await pause(0);
      }
    }
  });
});

/** Also as the editor asks for `\G` where a line is already begun: then it cannot match. */
function ourPatterns(): string[] {
  const files = contributions<{ path: string; scopeName: string }>('grammars')
    .filter(({ scopeName }) => scopeName.endsWith('.claimwright'))
    .map(({ path }) => JSON.parse(readFileSync(path, 'utf8')));
  return patternsIn(files).flatMap(each =>
    each.includes('\\G') ? [each, each.replaceAll('\\G', '\uFFFF')] : [each],
  );
}

function patternsIn(rule: unknown): string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([key, value]) =>
    typeof value === 'string' && ['match', 'begin', 'end', 'while'].includes(key)
      ? [value]
      : patternsIn(value),
  );
}
