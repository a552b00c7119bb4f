/** Generates texts of notes: any code units at all, pieces of YAML and Markdown in any order, and notes cut to pieces. */
import fc from 'fast-check';

const codeUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 60,
  })
  .map(units => String.fromCharCode(...units));

const PIECES = [
  ...[
    '---\n',
    '---',
    '...\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '    ',
    '\uFEFF',
    '\0',
    '\u2028',
    '\u0085',
  ],
  ...[
    'type: claim\n',
    'type: sector',
    'type:',
    'confidence: likley',
    'confidence: ',
    "'",
    '"',
    '\\',
    '|\n',
    '>-\n',
  ],
  ...[
    'created: 2026-2-3\n',
    'last_evaluated: "2026-03-00"\n',
    'tags: [a, b',
    ']',
    '{',
    '}',
    ',',
    '- ',
    '? ',
    ': ',
  ],
  ...[
    'supports: ',
    'supports:\n  - ',
    '&a ',
    '*a',
    '!!str ',
    '# ',
    '<<: *a\n',
    '%YAML 1.2\n',
    '@',
    '`',
    '~',
    'null',
  ],
  ...[
    '[[',
    ']]',
    '[[_map]]',
    '![[x.png]]',
    '|',
    '\\|',
    '#',
    '^id',
    '```\n',
    '~~~',
    '<!--',
    '-->',
    '%%',
    '$$',
    '<a ',
  ],
  ...[
    '> ',
    '* ',
    '1. ',
    '===\n',
    '***\n',
    '| a | b |\n|---|---|\n',
    '<div>',
    '<pre>',
    '</pre>',
    '<https://x.org>',
  ],
  ...[
    'slow bread tastes better',
    'Slow Bread',
    'bread',
    '🧪',
    'é',
    'e\u0301',
    '\uD83E',
    'a/b',
    '../',
    '.md',
    'js',
  ],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(all => all.join(''));

/** A note of almost every construct that the rules look at. */
const NOTE = `---
type: calim
domain: food # the field
description: 'It''s "more": a test'
confidence: "likley"
source: Ann: a letter
created: 2026/3/5
last_evaluated: 2026-02-30
tags: [bread, "night"]
supports:
  - slow bread tastes better
  - "[[The night loaf|x]]"
related: [[_map]]
tags: [bread, night]
depends_on: fast-bread-is-just-as-good
---
# Bread at night 🧪

See [[slow-bread-tastes-better-because-enzymes-need-a-night]], [[_map]] and [[nowhere#Part|there]]. ^id

\`\`\`
[[code]]
\`\`\`

| a | [[b1\\|x]] |
|---|---|

Head
----
> - ![[picture.png]] \`[[b]]\` <!-- [[c]] -->
`;

const cut = fc
  .array(
    fc.record({
      at: fc.nat(),
      removed: fc.nat({ max: 30 }),
      piece: fc.constantFrom('', ...PIECES),
    }),
    { maxLength: 4 },
  )
  .map(cuts => {
    let text = NOTE;
    for (const { at, removed, piece } of cuts) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + piece + text.slice(start + removed);
    }
    return text;
  });
const truncated = fc.nat({ max: NOTE.length }).map(length => NOTE.slice(0, length));

const frontmatter = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.constantFrom(...NOTE.split('\n').slice(1, 16)), { maxLength: 12 }),
  )
  .map(([bom, lines]) => `${bom}---\n${lines.join('\n')}\n---\nText.\n`);

const unixText = fc.oneof(codeUnits, pieces, cut, truncated, frontmatter);

/** About one text in four has Windows line ends throughout. */
export const strangeText = fc
  .tuple(unixText, fc.integer({ min: 0, max: 3 }))
  .map(([text, ends]) => (ends === 0 ? text.replace(/\r?\n|\r/gu, '\r\n') : text));

export const strangeName = fc.oneof(
  codeUnits,
  pieces,
  fc
    .array(fc.constantFrom('..', '.', '/', '\\', 'a', 'B', '.md', '_map', ' ', '#', '!'), {
      maxLength: 8,
    })
    .map(all => all.join('')),
);
