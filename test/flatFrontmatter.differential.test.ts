/** Holds the fast reader of flat front matter against the YAML parser: what it takes, it must read alike. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readFlatFields } from '../server/core/text/flatFrontmatter';
import { parseAnyYaml } from '../server/core/text/frontmatter';
import { splitFrontmatter } from '../server/core/text/splitFrontmatter';
import { generateVault } from './bench/generateVault';
import { notesOf, realVault } from './support/realVault';

/** Whether the fast reader took the block; throws where it read it otherwise than the parser. */
function taken(source: string, base = 4): boolean {
  const flat = readFlatFields(source, base);
  if (flat === null) return false;
  deepStrictEqual({ fields: flat, problems: [] }, parseAnyYaml(source, base), source);
  return true;
}

function blockOf(text: string): string | null {
  const split = splitFrontmatter(text);
  return split && text.slice(split.yaml.start, split.yaml.end);
}

function shareTaken(sources: readonly string[]): number {
  return sources.filter(source => taken(source)).length / sources.length;
}

/** Separated by `¦`. */
const SCALARS = [
  'yes¦no¦on¦true¦True¦FALSE¦null¦Null¦~¦nULL¦.inf¦-.INF¦.nan¦0¦-0¦+1¦007¦0x1F¦0o17',
  '1e3¦1.5¦.5¦5.¦1_000¦12:30¦0b1¦1e¦9e¦2026-03-05¦2026-3-5¦2026-03-05T10:00:00Z',
  '123456789012345¦1234567890123456789¦3 of 4¦a: b: c¦a:b¦a :b¦a:¦x: y¦- x¦- x: y',
  '-x¦-¦--¦---¦...¦? a¦?¦: a¦:¦#¦a #b¦a# b¦#b¦%¦%a¦@a¦`a`¦&a b¦*a¦!a b¦!!str 1¦| ¦|',
  '>¦>-¦"a"¦"a¦a"¦"a" b¦"a\\"b"¦"a\\n"¦""¦"¦" a "¦"a: b"¦"a #b"¦"a" #b¦"[[a]]"¦\'a\'¦\'a',
  "'it''s'¦''¦'¦'a' b¦it's¦'a: b'¦'a' #b¦\"a' b\"¦'a\" b'¦[]¦[ ]¦[a]¦[a, b]",
  '[ a , "b" ]¦[\'a\', b]¦[a,b]¦[a,]¦[,a]¦[a, , b]¦[a¦a]¦[[a]]¦[[a]¦[a: b]¦["a": b]',
  '["a",b]¦[a b, 1, null]¦[#a]¦[a #b]¦["a, b"]¦[a] b¦[a] #b¦{}¦{a: 1}¦[{a: 1}]',
  '[a\n, b]¦[-]¦[- a]¦[-1]¦["a" "b"]¦[:a]¦[a:b]¦[?a]¦[*a]¦a\tb¦\ta¦a\t¦a ¦ a¦  ¦é¦ünï¦語',
  '😀¦a😀: b¦“a”¦— a¦\u00a0a¦a\u00a0¦\u2028¦a\u0085b¦\ufeffa¦a\rb¦<<¦=¦<a>¦a, b¦a}¦a|b¦$a¦(a)',
  'https://a.b/c?d=e#f¦plain words¦a "quoted" word¦it\'s: so¦a -b¦a - b¦ends with: ',
  'a\\b¦"a\tb"¦"é😀"¦null a',
].flatMap(row => row.split('¦'));

/** What may be typed or pasted anywhere; nothing, where characters are only deleted. */
const SLIPS =
  ' |  |\n|\r\n|:|: |#| #|-|- |"|\'|[|]|,|{|}|&|*|!|>|%|@|`|\t|~|null|1|0x1F|.|\\|😀|?|---|...|<<|='
    .split('|')
    .concat('|', '');

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SCALARS) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z "':,#[\]{}0-9.\\-]{0,12}$/u) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const key = fc.constantFrom(
  ...[
    'type',
    'title',
    'a-b',
    '_x',
    'A1',
    'null',
    'True',
    'on',
    '<<',
    '1a',
    'a b',
    '"q"',
    'é',
    '?',
    '-',
    '',
    'type',
  ],
);
const indent = fc.constantFrom('', ' ', '  ', '    ', '\t', '         ');
const blanks = fc.constantFrom(' ', ' ', ' ', '', '  ', '\t');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, blanks, scalar).map(([k, b, s]) => `${k}:${b}${s}`) },
  { weight: 2, arbitrary: key.map(k => `${k}:`) },
  { weight: 4, arbitrary: fc.tuple(indent, blanks, scalar).map(([i, b, s]) => `${i}-${b}${s}`) },
  { weight: 1, arbitrary: fc.tuple(indent, scalar).map(([i, s]) => i + s) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '', ' ', '  ', '# note', '  # note', '---', '...', '%YAML 1.2'),
  },
);
/** Lines that mostly fit together, so that much of what is made is taken. */
const tame = fc.oneof(
  fc.constantFrom(
    'type: claim',
    'created: 2026-03-05',
    'a: "b: c"',
    'tags: [a, "b", 3]',
    'n: 12',
    'x: []',
  ),
  fc
    .tuple(indent, fc.array(scalar, { minLength: 1, maxLength: 3 }))
    .map(([i, items]) => `list:\n${items.map(item => `${i}- ${item}`).join('\n')}`),
  fc
    .tuple(indent, fc.array(fc.tuple(key, blanks, scalar), { minLength: 1, maxLength: 3 }))
    .map(([i, all]) => `map:\n${all.map(([k, b, s]) => `${i}${k}:${b}${s}`).join('\n')}`),
  fc
    .tuple(
      fc.constantFrom('|', '|', '|-', '>', '| '),
      fc.array(fc.tuple(indent, scalar), { maxLength: 4 }),
    )
    .map(([mark, all]) => `text: ${mark}\n${all.map(([i, s]) => i + s).join('\n')}`),
  scalar.map(s => `title: ${s}`),
);
const block = fc
  .tuple(
    fc.oneof(fc.array(line, { maxLength: 6 }), fc.array(tame, { minLength: 1, maxLength: 4 })),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '\n', '\r\n', ' \n', '\n\n'),
  )
  .map(([lines, end, last]) => lines.join('\n').replace(/\n/gu, end) + last);

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
      fc.property(block, fc.nat(9), (source, base) => void taken(source, base)),
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
