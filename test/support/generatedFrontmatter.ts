/** Generates front matter in every style in which authors and tools write it. */
import fc from 'fast-check';

const word = fc.oneof(
  fc.constantFrom(
    'bread',
    'a b',
    "it's",
    'née',
    '🧪 x',
    'a: b',
    'a #b',
    '- a',
    '#a',
    'true',
    'null',
    '~',
    '12',
    '1.5',
    '2026-03-05',
  ),
  fc.constantFrom(
    '0x1F',
    '.inf',
    '1e3',
    'yes',
    '',
    ' ',
    'a\\b',
    '"q"',
    '[[x]]',
    '[a',
    '{b',
    'x, y',
    '@c',
    'https://x.org/#a',
    '=',
    '<<',
  ),
);
const plain = word.filter(
  text => /^[a-zA-Z0-9\u00c0-\u{1f9ff}.~]/u.test(text) && !/: | #/u.test(text),
);
const double = word.map(text => JSON.stringify(text));
const single = word.map(text => `'${text.replaceAll("'", "''")}'`);
const scalar = fc.oneof({ weight: 3, arbitrary: plain }, double, single);
const flowScalar = scalar.filter(text => /^["']/u.test(text) || !/[[\]{},]/u.test(text));

const comment = fc.constantFrom('', '', '', ' # why', '  ');
const flow = fc
  .array(flowScalar, { maxLength: 3 })
  .chain(items =>
    fc.constantFrom(
      `[${items.join(', ')}]`,
      `[ ${items.join(' ,')} ]`,
      `[\n  ${items.join(',\n  ')}\n]`,
    ),
  );
const list = fc
  .tuple(fc.constantFrom('', '  ', '    '), fc.array(scalar, { minLength: 1, maxLength: 3 }))
  .map(([indent, items]) => items.map(item => `\n${indent}- ${item}`).join(''));
const map = fc
  .array(scalar, { minLength: 1, maxLength: 3 })
  .map(items => items.map((item, index) => `\n  k${index}: ${item}`).join(''));
const block = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>+', '|2'),
    fc.array(fc.constantFrom('one', 'two: x', '- a', ''), { maxLength: 3 }),
  )
  .map(([mark, lines]) => [mark, ...lines.map(each => `  ${each}`)].join('\n'));
const folded = fc
  .tuple(fc.constantFrom('a b', '"a', "'a"), fc.constantFrom('c', 'd e'))
  .map(
    ([start, end]) =>
      `${start}\n  ${end}${start.startsWith('"') ? '"' : start.startsWith("'") ? "'" : ''}`,
  );

const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.constant(''),
  flow,
  list,
  map,
  block,
  folded,
);
const key = fc.constantFrom(
  'type',
  'title',
  'tags',
  'supports',
  'a',
  'b',
  '"q k"',
  "'s'",
  'x y',
  '1',
  'née',
  'z-1',
);
const field = fc
  .tuple(key, value, comment)
  .map(([name, written, end]) => `${name}: ${written}${/^[|>]/u.test(written) ? '' : end}`);
const line = fc.oneof(
  { weight: 8, arbitrary: field },
  fc.constantFrom('', '# a comment', '  # indented'),
);

export const generatedFrontmatter = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.constantFrom('---', '---', '--- ', '---yaml'),
    fc.uniqueArray(line, { maxLength: 6, selector: each => each.split(':')[0] }),
    fc.constantFrom(
      '---\nText.\n',
      '---',
      '--- \n\n---\n',
      '---\n',
      '...\nText.\n',
      '----\n---\nx',
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(
    ([bom, opening, lines, rest, end]) =>
      `${bom}${[opening, ...lines, rest].join('\n').replaceAll('\n', end)}`,
  );
