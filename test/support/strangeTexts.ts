/** Generates texts of notes: any code units at all, pieces of YAML and Markdown in any order, and notes cut to pieces. */
import fc from 'fast-check';
import { builtinSchema } from '../../server/core/schema/builtin';

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

/** Notes of almost every construct that the rules look at. */
const CLAIM = `---
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

const ENTITY = `---
type: entity
entity_type: 'compnay'
name: The oven
domian: fod # the field
status: [active]
tracked_by: ann, ben
created: "2099-01-02"
last_updated: 2025-12-31
followers: "1,200"
contributor: yes
website: example.org
key_people: Ann, who bakes
tags: bread, night
handles: none
related: [bread, night]
parent_organization: [[b1]]
oven_temperature: {low: 100}
---
`;

const SOURCE = `
---
type: evidence
source: "Ann, a letter"
sorce: Ben
date_published: 2026-03-05
processed_date: 2026-3-4
domain:
  - food
status: processed
claims_extracted: 0
enrichments_applied:
  - the night loaf
agent: Ann
level: axiom
depends_on: [[The night loaf]]
attribution: Ann
---
Text.
`;

const NOTES = [CLAIM, CLAIM, ENTITY, SOURCE];
const aNote = fc.constantFrom(...NOTES);
/** Every type, so that any field meets any type. */
const LINES = [
  ...NOTES.flatMap(note =>
    note.slice(note.indexOf('---') + 4, note.lastIndexOf('---')).split('\n'),
  ),
  ...builtinSchema.types.map(({ name }) => `type: ${name}`),
];

const cuts = fc.array(
  fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 30 }),
    piece: fc.constantFrom('', ...PIECES),
  }),
  { maxLength: 4 },
);
const cut = fc.tuple(aNote, cuts).map(([note, all]) => {
  let text = note;
  for (const { at, removed, piece } of all) {
    const start = at % (text.length + 1);
    text = text.slice(0, start) + piece + text.slice(start + removed);
  }
  return text;
});
const truncated = fc.tuple(aNote, fc.nat()).map(([note, at]) => note.slice(0, at % note.length));

const frontmatter = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.constantFrom(...LINES), { maxLength: 12 }))
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
