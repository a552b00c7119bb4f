/** Incremental equals from-scratch on small vaults full of colliding names, whatever happens to them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_SAME } from '../server/core/vault/ClaimIndex';
import { isNotePath } from '../server/core/vault/names';
import type { Change } from '../server/core/vault/Vault';
import { assertIncremental, steps } from './fuzz/targets/incremental';
import { freshVault, KeptVault, snapshot } from './support/snapshot';

/** The codes found in `asks.md` after each change, with the words that the messages offer. */
function told(asks: string, ...changes: Change[]): string[] {
  const kept = new KeptVault();
  kept.apply([{ kind: 'set', path: 'asks.md', text: `---\ntype: claim\n${asks}\n---\n` }]);
  return changes.map(change => {
    kept.apply([change]);
    assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(freshVault(kept.files)));
    const found = kept.findings
      .get('asks.md')
      ?.filter(({ code }) => code.endsWith('/invalid-value'));
    return String(found?.map(({ message }) => /Did you mean `(.*)`/u.exec(message)?.[1]));
  });
}

const set = (path: string): Change => ({ kind: 'set', path, text: isNotePath(path) ? '' : null });
const remove = (path: string): Change => ({ kind: 'remove', path });

describe('findings follow the folders that make a word known', () => {
  for (const field of ['domain: fod', 'secondary_domains: [x, fod]', 'domains: fod']) {
    it(`in \`${field}\``, () => {
      const [food, fod, fodd] = ['domains/food/a.md', 'core/fod/a.md', 'foundations/fodd/a.md'];
      const changes = [set(food), set(fodd), set(fod), remove(fod), remove(food), remove(fodd)];
      assert.deepEqual(told(field, ...changes), ['food', '', '', '', 'fodd', '']);
    });
  }

  it('in `agent: ann`', () => {
    const [anna, ann] = ['agents/anna/musings/a.md', 'agents/ann/a.md'];
    const changes = [set(anna), set(ann), remove(anna), remove(ann)];
    assert.deepEqual(told('agent: ann', ...changes), ['anna', '', '', '']);
  });

  it('until the last note of a folder is gone; pictures do not count', () => {
    const [one, two, picture] = ['domains/food/a.md', 'domains/food/b.md', 'domains/food/c.png'];
    const changes = [set(picture), set(one), set(two), remove(one), remove(two), remove(picture)];
    assert.deepEqual(told('domain: fod', ...changes), ['', 'food', 'food', 'food', '', '']);
  });

  it('of long words, too', () => {
    const word = 'a very long name of a field of knowledge that nobody says';
    const changes = [set(`domains/${word}/a.md`), remove(`domains/${word}/a.md`)];
    assert.deepEqual(told(`domain: ${word}x`, ...changes), [word, '']);
  });
});

it('findings of very many claims that are the same tell no more than that', () => {
  const kept = new KeptVault();
  const text = '---\ntype: claim\ntitle: Slow bread tastes better\n---\n';
  const told = () =>
    [...kept.findings.values()].flat().filter(({ code }) => code === 'claim/duplicate');
  const exact = () =>
    assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(freshVault(kept.files)));
  const most = MOST_SAME + 4;
  for (let count = 1; count <= most; count++) {
    kept.apply([{ kind: 'set', path: `domains/food/${count}.md`, text }]);
    exact();
  }
  const messages = new Set(told().map(({ message }) => message));
  assert.deepEqual([...messages], [`The same claim stands in more than ${MOST_SAME} other notes.`]);
  const { affected } = kept.vault.apply([{ kind: 'set', path: 'domains/food/new.md', text }]);
  assert.deepEqual([...affected], ['domains/food/new.md']);
  kept.vault.apply([remove('domains/food/new.md')]);
  for (let count = most; count > MOST_SAME - 2; count--) {
    kept.apply([
      {
        kind: 'set',
        path: `domains/food/${count}.md`,
        text: text.replace('type', 'status: retired\ntype'),
      },
    ]);
    exact();
  }
  assert.equal(told().length, MOST_SAME - 2);
});

/** What depends on other notes in a way of its own. */
const CODES = [
  ...['link/missing', 'link/near', 'link/ambiguous', 'link/missing-heading', 'link/missing-block'],
  ...['link/wrong-type', 'link/to-musing', 'link/self', 'link/circular'],
  ...[
    'claim/duplicate',
    'claim/near-duplicate',
    'claim/orphan',
    'file/twins',
    'frontmatter/invalid-value',
  ],
  ...['claim/no-evidence', 'claim/source-missing'],
];

describe('incremental equals from-scratch', () => {
  it('after each of many changes to small vaults', function () {
    this.timeout(120_000);
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, all => {
        for (const code of assertIncremental(all)) seen.add(code);
      }),
      { numRuns: 600 },
    );
    assert.deepEqual(
      CODES.filter(code => !seen.has(code)),
      [],
      'what never came up was not tested',
    );
  });
});
