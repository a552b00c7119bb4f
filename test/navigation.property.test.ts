/** Whatever a note holds, navigation in it throws nothing, stays in its text, and is done in good time. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentLinks } from '../server/core/features/navigation/documentLinks';
import { documentSymbols } from '../server/core/features/navigation/documentSymbols';
import { foldingRanges } from '../server/core/features/navigation/foldingRanges';
import { references } from '../server/core/features/navigation/references';
import { selectionRanges } from '../server/core/features/navigation/selectionRanges';
import { workspaceSymbols } from '../server/core/features/navigation/workspaceSymbols';
import { type Change, Vault } from '../server/core/vault/Vault';
import { assertNavigable, assertReferencesFound, PATH, vaultWith } from './fuzz/targets/navigation';
import { adversarial } from './support/adversarialTexts';
import { strangeText } from './support/strangeTexts';

describe('navigation in any text', () => {
  it('stays in the text, and what is within is within', () => {
    fc.assert(fc.property(strangeText, fc.nat(), assertNavigable), { numRuns: 600 });
  });

  it('finds every link among the references at it', () => {
    fc.assert(fc.property(strangeText, assertReferencesFound), { numRuns: 600 });
  });

  it('finds the same headings as a vault that is read anew', () => {
    const headings = fc.constantFrom('# Bread\n', '## Bread\n', '## Night loaf\n', 'text\n', '');
    const note = fc.record({
      path: fc.constantFrom('a.md', 'b.md', 'c/a.md'),
      text: fc.array(headings, { maxLength: 4 }).map(parts => parts.join('')),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 12 }), fc.nat(12), (notes, asked) => {
        const kept = new Vault();
        const files = new Map<string, Change>();
        notes.forEach(({ path, text, gone }, at) => {
          if (at === asked) workspaceSymbols(kept, 'bread');
          const change: Change = gone ? { kind: 'remove', path } : { kind: 'set', path, text };
          kept.apply([change]);
          if (gone) files.delete(path);
          else files.set(path, change);
        });
        const fresh = new Vault();
        fresh.apply(files.values());
        const found = (vault: Vault) =>
          ['bread', 'laof', 'night']
            .map(query => workspaceSymbols(vault, query))
            .map(all => all.map(each => `${each.kind} ${each.name} ${each.path}`).sort());
        assert.deepEqual(found(kept), found(fresh));
      }),
      { numRuns: 300 },
    );
  });
});

describe('navigation in a text made to be slow', function () {
  this.timeout(10_000);
  const COUNT = 10_000;
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries(adversarial).map(([unit, make]) => [JSON.stringify(unit), make(COUNT)]),
    ),
    'many links to many headings': '# a\n[[#a]] [x](#a-9) [[#b#c]]\n'.repeat(COUNT),
    'headings of all levels': '# a\n## b\n### c\n#### d\n##### e\n###### f\n\n\n'.repeat(COUNT / 4),
    'many block ids': 'text ^x\n\n[[#^x]]\n\n'.repeat(COUNT),
    'one line of many values': `---\nrelated: [${'"[[a]]", '.repeat(COUNT)}]\n---\n`,
    'a long line': 'word [[a]] '.repeat(COUNT * 5),
    'many links to nothing': '[[nowhere]] [[no where|x]]\n'.repeat(COUNT),
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`is done: ${what}`, () => {
      const { vault, note } = vaultWith(text);
      documentSymbols(note, text);
      documentLinks(vault, PATH);
      foldingRanges(note, text);
      const middle = text.length >> 1;
      selectionRanges(note, text, [0, middle, text.length]);
      for (const offset of [0, middle, note.links[0]?.span.start ?? 0])
        references(vault, PATH, text, offset);
      workspaceSymbols(vault, 'a b');
    });
  }
});
