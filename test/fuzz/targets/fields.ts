/** Fields that are set and lists that gain entries: all else of the note says what it said. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type FieldChange,
  fieldEdits,
  frontmatterFault,
} from '../../../server/core/authoring/edits/fieldEdit';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { fieldOf, parseFrontmatter } from '../../../server/core/text/frontmatter';
import { applyEdits } from '../../../server/core/text/span';
import { generatedFrontmatter } from '../../support/generatedFrontmatter';
import { strangeText } from '../../support/strangeTexts';
import { target } from '../Target';

const source = builtinSchema.type('source');
const ENTRY = 'rain: it\'s "wet" [here]';

const changes: FieldChange[] = [
  { field: 'status', value: 'processed' },
  { field: 'processed_date', value: '2026-11-22' },
  { field: 'claims_extracted', entry: ENTRY },
  { field: 'enrichments', entry: '[[a]]' },
];

/** Whether the changes can be made: then it says what was meant afterwards, and all else as before. */
export function assertFieldsSet(text: string): boolean {
  const edits = fieldEdits(text, source, changes);
  const before = parseFrontmatter(text);
  if (frontmatterFault(before) !== null) assert.equal(typeof edits, 'string');
  if (typeof edits === 'string') return false;
  const result = applyEdits(text, edits);
  const after = parseFrontmatter(result);
  assert.equal(frontmatterFault(after), null, result);
  assert.equal(result.slice(after?.block.end), text.slice(before?.block.end));
  for (const change of changes) {
    const old = change.field === 'enrichments' ? 'enrichments_applied' : change.field;
    const field = fieldOf(after, change.field) ?? fieldOf(after, old);
    const said = 'value' in change ? change.value : change.entry;
    assert.equal(field?.values.at(-1)?.text, said, `${change.field}\n${result}`);
  }
  for (const field of before?.fields ?? []) {
    if (changes.some(each => each.field === field.name)) continue;
    if (field.name === 'enrichments_applied') continue;
    const now = fieldOf(after, field.name);
    const texts = (all: typeof field | undefined) => all?.values.map(each => each.data);
    assert.deepEqual(texts(now), texts(field), `${field.name}\n${result}`);
  }
  const windows = !/(?<!\r)\n/u.test(text) && text.includes('\n');
  if (windows) assert.ok(!/(?<!\r)\n/u.test(result));
  return true;
}

export const fields = target({
  name: 'fields',
  feeds: 'front matter, generated and strange, of which fields are set and lists gain entries',
  holds: 'it says what was meant; other fields, the body and the line ends are as before',
  weight: 10,
  input: fc.oneof(generatedFrontmatter, strangeText),
  check: assertFieldsSet,
});
