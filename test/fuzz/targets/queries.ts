/** All that is asked at a place in a note, and every search: whatever the vault and the question hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completion } from '../../../server/core/features/completion/completion';
import { newNoteCompletion } from '../../../server/core/features/completion/newNoteCompletion';
import { quickFixes } from '../../../server/core/features/fixes/codeActions';
import { frontmatterCompletion } from '../../../server/core/features/frontmatter/frontmatterCompletion';
import { applyEdits } from '../../../server/core/text/span';
import { Vault } from '../../../server/core/vault/Vault';
import { notePath, noteText } from '../../support/collidingNotes';
import { cursorFeatures } from '../../support/cursorFeatures';
import { TODAY } from '../../support/day';
import { strangeName } from '../../support/strangeTexts';
import { target } from '../Target';
import { shortText } from './anyText';

const PATH = 'domains/food/note.md';

/** What is half typed, so that completion has something to do. */
const begun = fc.constantFrom(
  ...['[[', '[[bread', '[[bread#', '[[bread#^', '[[bread|', '![[', '[x](', '[x](../', '[x](<a'],
  ...[
    '---\ntype: ',
    '---\nsupports: ',
    '---\nsupports:\n  - "[[',
    '---\ntags: [',
    '---\n',
    '-',
    '',
  ],
);

const place = fc.record({
  others: fc.array(fc.tuple(notePath, noteText), { maxLength: 5 }),
  text: fc.oneof(shortText, noteText),
  begun,
  at: fc.nat(),
  query: fc.oneof(strangeName, noteText),
  typing: fc.boolean(),
});

type Place = typeof place extends fc.Arbitrary<infer Each> ? Each : never;

export function assertAnswered({ others, text: around, begun, at, query, typing }: Place): void {
  const start = at % (around.length + 1);
  const text = around.slice(0, start) + begun + around.slice(start);
  const offset = start + begun.length;
  const texts = new Map([...others, [PATH, text] as const]);
  const vault = new Vault();
  vault.apply([...texts].map(([path, each]) => ({ kind: 'set', path, text: each })));
  const read = (path: string) => texts.get(path) ?? null;
  for (const feature of Object.values(cursorFeatures))
    feature({ vault, path: PATH, offset, text, read, today: TODAY });
  quickFixes(vault, PATH, { start: 0, end: text.length }, text, TODAY);
  const asking = { today: TODAY, typing };
  for (const found of [
    completion(vault, PATH, text, offset, read),
    newNoteCompletion(vault, PATH, text, offset, asking),
    frontmatterCompletion(vault, PATH, text, offset, asking),
  ]) {
    if (found === null) continue;
    const { replace, entries } = found;
    assert.ok(replace.start <= offset && offset <= replace.end, 'not around the cursor');
    const replaced = text.slice(replace.start, replace.end);
    assert.ok(!/[\r\n]/u.test(replaced), `more than a line: ${JSON.stringify(replaced)}`);
    for (const { newText, edits = [] } of entries)
      applyEdits(text, [...edits, { span: replace, newText }]);
  }
  assertSearch(vault, query);
}

function assertSearch(vault: Vault, query: string): void {
  for (const found of [vault.find(query, 5), vault.alike(query)]) {
    assert.equal(new Set(found).size, found.length, 'a note twice');
    for (const path of found) assert.ok(vault.has(path), path);
  }
  vault.likeClaims(query, 5);
}

export const queries = target({
  name: 'queries',
  feeds:
    'completion, hovers, lenses, code actions, hierarchies and searches at any place of any text, in vaults of names that collide',
  holds:
    'nothing throws; what completion replaces lies in one line around the cursor; a search finds what is there, once',
  weight: 2,
  input: place,
  check: assertAnswered,
});
