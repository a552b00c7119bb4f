/** The fast reader of flat front matter, against the YAML parser: what it takes, it must read alike. */
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { readFlatFields } from '../../../server/core/text/flatFrontmatter';
import { parseAnyYaml } from '../../../server/core/text/frontmatter';
import { target } from '../Target';

/** Whether the fast reader took the block; throws where it read it otherwise than the parser. */
export function taken(source: string, base = 4): boolean {
  const flat = readFlatFields(source, base);
  if (flat === null) return false;
  deepStrictEqual({ fields: flat, problems: [] }, parseAnyYaml(source, base), source);
  return true;
}

/** Separated by `¦`. */
export const SCALARS = [
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
export const flatBlock = fc
  .tuple(
    fc.oneof(fc.array(line, { maxLength: 6 }), fc.array(tame, { minLength: 1, maxLength: 4 })),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '\n', '\r\n', ' \n', '\n\n'),
  )
  .map(([lines, end, last]) => lines.join('\n').replace(/\n/gu, end) + last);

export const flat = target({
  name: 'flat-front-matter',
  feeds: 'blocks of flat YAML, and of what nearly is',
  holds: 'what the fast reader takes it reads as the YAML parser does',
  weight: 170,
  input: fc.tuple(flatBlock, fc.nat(9)),
  check: ([source, base]) => taken(source, base),
});
