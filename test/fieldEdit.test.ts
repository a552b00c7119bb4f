/** Fields of front matter are set and lists gain entries by the smallest edit, in the form that is there. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FieldChange, fieldEdits } from '../server/core/authoring/edits/fieldEdit';
import { builtinSchema } from '../server/core/schema/builtin';
import { applyEdits } from '../server/core/text/span';
import { assertFieldsSet } from './fuzz/targets/fields';
import { generatedFrontmatter } from './support/generatedFrontmatter';
import { strangeText } from './support/strangeTexts';

const source = builtinSchema.type('source');
const ENTRY = 'rain: it\'s "wet" [here]';

/** The block with the changes, or why not. */
function changed(block: string, ...changes: FieldChange[]): string {
  const text = `---\n${block}---\n`;
  const edits = fieldEdits(text, source, changes);
  if (typeof edits === 'string') return `refused: ${edits}`;
  return applyEdits(text, edits).slice(4, -4);
}

const LISTS: readonly (readonly [before: string, after: string])[] = [
  ['', `claims_extracted:\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted:\n', `claims_extracted:\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted: []\n', `claims_extracted:\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted: null\n', `claims_extracted:\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted: none\n', `claims_extracted:\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted: # none\n', `claims_extracted: # none\n  - "rain: it's \\"wet\\" [here]"\n`],
  ['claims_extracted: [] # none\n', `claims_extracted: ["rain: it's \\"wet\\" [here]"] # none\n`],
  ['claims_extracted: [a, b]\n', `claims_extracted: [a, b, "rain: it's \\"wet\\" [here]"]\n`],
  [
    'claims_extracted: [\n  "a",\n]\n',
    `claims_extracted: [\n  "a",\n  "rain: it's \\"wet\\" [here]",\n]\n`,
  ],
  ['claims_extracted:\n- a\n', `claims_extracted:\n- a\n- "rain: it's \\"wet\\" [here]"\n`],
  [
    "claims_extracted:\n    -   'it''s' # one\ntags: [x]\n",
    `claims_extracted:\n    -   'it''s' # one\n    -   'rain: it''s "wet" [here]'\ntags: [x]\n`,
  ],
  [
    'claims_extracted:\n  - >-\n    a\n    b\n',
    `claims_extracted:\n  - >-\n    a\n    b\n  - "rain: it's \\"wet\\" [here]"\n`,
  ],
  ['claims_extracted: a b\n', `claims_extracted:\n  - a b\n  - "rain: it's \\"wet\\" [here]"\n`],
  [
    'claims_extracted: [[a b]]\n',
    `claims_extracted:\n  - "[[a b]]"\n  - "rain: it's \\"wet\\" [here]"\n`,
  ],
  [
    'claims_extracted: |\n  a\n  b\n',
    'refused: has a `claims_extracted` that nothing can be put into',
  ],
  ['{a: 1}\n', 'refused: has a `claims_extracted` that nothing can be put into'],
  ['claims_extracted: "a\n', 'refused: has front matter that YAML cannot read'],
  ['a: 1\na: 2\n', 'refused: has `a` twice in its front matter'],
];

describe('an entry of a list', () => {
  for (const [before, after] of LISTS) {
    it(JSON.stringify(before), () => {
      assert.equal(changed(before, { field: 'claims_extracted', entry: ENTRY }), after);
    });
  }

  it('goes to the list under the name that the note has for it, in the quotes of its neighbours', () => {
    const before = 'enrichments_applied: ["a"]\n';
    const after = 'claims_extracted:\n  - "c"\nenrichments_applied: ["a", "b"]\n';
    const changes = [
      { field: 'enrichments', entry: 'b' },
      { field: 'claims_extracted', entry: 'c' },
    ];
    assert.equal(changed(before, ...changes), after);
  });
});

describe('the value of a field', () => {
  const cases: readonly (readonly [before: string, field: string, value: string, after: string])[] =
    [
      ['status: unprocessed # yet\n', 'status', 'processed', 'status: processed # yet\n'],
      ["status: 'unprocessed'\n", 'status', 'processed', "status: 'processed'\n"],
      ['status:\n', 'status', 'processed', 'status: processed\n'],
      ['status: # why\n', 'status', 'processed', 'status: processed # why\n'],
      [
        'processed_date: 2026-01-01\n',
        'processed_date',
        '2026-11-22',
        'processed_date: 2026-11-22\n',
      ],
      [
        'url: x\ntags: [y]\n',
        'processed_date',
        '2026-11-22',
        'url: x\ntags: [y]\nprocessed_date: 2026-11-22\n',
      ],
      ['type: >+\n\n', 'status', 'b', 'refused: has a `status` that nothing can be put into'],
      ['status: [a]\n', 'status', 'b', 'refused: has a `status` that nothing can be put into'],
    ];
  for (const [before, field, value, after] of cases) {
    it(`${JSON.stringify(before)} becomes ${value}`, () => {
      assert.equal(changed(before, { field, value }), after);
    });
  }
});

describe('whatever front matter holds', () => {
  it('it says what was meant afterwards, and all else as before', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.oneof(generatedFrontmatter, strangeText), text => {
        if (assertFieldsSet(text)) done++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(done > 200, `${done}`);
  });
});
