/** Holds the fast reader of flat front matter against the YAML parser: what it takes, it must read alike. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { splitFrontmatter } from '../server/core/text/splitFrontmatter';
import { generateVault } from './bench/generateVault';
import { flatBlock, SCALARS, taken } from './fuzz/targets/flat';
import { notesOf, realVault } from './support/realVault';

function blockOf(text: string): string | null {
  const split = splitFrontmatter(text);
  return split && text.slice(split.yaml.start, split.yaml.end);
}

function shareTaken(sources: readonly string[]): number {
  return sources.filter(source => taken(source)).length / sources.length;
}

/** What may be typed or pasted anywhere; nothing, where characters are only deleted. */
const SLIPS =
  ' |  |\n|\r\n|:|: |#| #|-|- |"|\'|[|]|,|{|}|&|*|!|>|%|@|`|\t|~|null|1|0x1F|.|\\|😀|?|---|...|<<|='
    .split('|')
    .concat('|', '');

describe('flat front matter', () => {
  it('reads every scalar it takes as YAML does, in every place', () => {
    for (const each of SCALARS) {
      for (const end of ['\n', '\r\n']) {
        taken(`a: ${each}`);
        taken(`a: ${each} ${end}b: c${end}`);
        taken(`a:${end}  - ${each}${end}  - b${end}`);
        taken(`a:${end}- ${each}${end}${end}b: c${end}`);
        taken(`a: [${each}, b]${end}`);
        taken(`a: b${end}  ${each}${end}`);
        taken(`a:${end}  ${each}${end}`);
        taken(`${each}: b${end}`);
        taken(`a:${end}  b: ${each}${end}  c: d${end}`);
        taken(`a:${end}  b: c${end}  ${each}: d${end}e: f${end}`);
        taken(`a: |${end}  ${each}${end}${end}    b${end}${end}c: d${end}`);
        taken(`a: |${end}  b${end}${each}${end}`);
      }
    }
  });

  it('takes what is flat', () => {
    const flat = 'type: claim\ntags: [a, "b c"]\nlist:\n  - "x"\n  - y\'s z\nempty:\nn: 3\n';
    ok(taken(flat));
    ok(taken(flat.replace(/\n/gu, '\r\n')));
    ok(taken(`${flat}type: source`));
    ok(taken('map:\n  a: "b"\n  c: d\nnotes: |\n  One line.\n\n    Another.\n\ntype: claim\n'));
    ok(taken('day: 2026-03\nslug: 2026-03-05-a\nmissing: null\nsaid: true\n'));
  });

  it('agrees with YAML on made-up blocks', () => {
    fc.assert(
      fc.property(flatBlock, fc.nat(9), (source, base) => void taken(source, base)),
      { numRuns: 4000 },
    );
  });

  it('agrees with YAML on blocks of a vault in which a slip was made', () => {
    const blocks = [...generateVault(60)].map(({ text }) => blockOf(text) ?? '');
    const slip = fc.tuple(fc.nat(), fc.constantFrom(...SLIPS), fc.nat(2));
    const slipped = fc.tuple(fc.constantFrom(...blocks), fc.array(slip, { maxLength: 3 }));
    fc.assert(
      fc.property(slipped, ([source, slips]) => {
        const made = slips.reduce((text, [place, written, gone]) => {
          const at = place % (text.length + 1);
          return text.slice(0, at) + written + text.slice(at + gone);
        }, source);
        taken(made);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes nearly all of a generated vault', () => {
    const sources = [...generateVault(400)].map(({ text }) => blockOf(text));
    const share = shareTaken(sources.filter(source => source !== null));
    ok(share > 0.9, `${share} taken`);
  });

  it('takes nearly all of a real vault', function () {
    const files = realVault(this);
    const sources = notesOf(files).map(([, text]) => blockOf(text));
    const share = shareTaken(sources.filter(source => source !== null));
    ok(share > 0.9, `${share} taken`);
  });
});
