/** Of a real vault: claims that say the same in other words are found, and hardly anything else is. */
import assert from 'node:assert/strict';
import { checkNote } from '../server/core/rules/check';
import { textOf } from '../server/core/text/frontmatter';
import { nameOf, slugOf } from '../server/core/vault/names';
import { Vault } from '../server/core/vault/Vault';
import { pick, random } from './bench/titles';
import { TODAY } from './support/day';
import { pairKey } from './support/pairKey';
import { realVault } from './support/realVault';

/**
 * Pairs that say the same, or nearly, in other words. All pairs of claims were compared by shared words, shared letters,
 * descriptions and bodies, each measure by itself, and the likest hundreds were read.
 */
const SAME: readonly string[] = [
  ...[
    '141a370c9177',
    '318f2f6f5023',
    'faf086c2175f',
    '0522ef89261b',
    '9235e8060492',
    'cef9e6252c0e',
  ],
  ...['6845392eba15', '463ab206bd5c', 'a50a435de927', 'bb3709a9aa4c', '6eb9ce551362'],
];
/** One whose titles differ, and which only its description shows. */
const DESCRIBED = '106617f6941f';
/** Suggestions that a reader finds sensible, though the two claims can well stand side by side. */
const SENSIBLE: readonly string[] = ['095359d96e88', '5dae17b8b429'];

const COUNT = 300;
const MOST_SILLY = 0.03;

function load(test: Mocha.Context): { vault: Vault; claims: string[] } {
  const vault = new Vault();
  vault.apply(realVault(test).values());
  const claims = [...vault.notes()].filter(path => typeOf(vault, path) === 'claim');
  return { vault, claims };
}

function typeOf(vault: Vault, path: string): string | undefined {
  const type = textOf(vault.note(path)?.frontmatter ?? null, 'type');
  return type === undefined ? undefined : vault.config.schema.type(type)?.name;
}

/** Whether the two have one name: that is the business of another rule. */
function areNamesakes(a: string, b: string): boolean {
  return slugOf(nameOf(a)) === slugOf(nameOf(b));
}

describe('near-duplicates of a real vault', function () {
  this.timeout(60_000);

  it('are found, whichever of the two one looks at', function () {
    const { vault, claims } = load(this);
    const told = new Map<string, number>();
    for (const path of claims)
      for (const { code, related = [] } of checkNote(vault, path, TODAY))
        for (const { path: other } of code === 'claim/near-duplicate' ? related : [])
          told.set(pairKey(path, other), (told.get(pairKey(path, other)) ?? 0) + 1);
    for (const key of [...SAME, DESCRIBED]) assert.ok((told.get(key) ?? 0) >= 2, key);
    const unread = [...told.keys()].filter(key => !SAME.includes(key) && key !== DESCRIBED);
    assert.deepEqual(unread, [], 'nobody has read these');
  });

  it('and namesakes are found by typing the title of either', function () {
    const { vault, claims } = load(this);
    const typed = new Map<string, Set<string>>();
    for (const path of claims)
      typed.set(path, new Set(vault.likeClaims(nameOf(path), 5).map(({ id }) => id)));
    let namesakes = 0;
    for (const [a, foundByA] of typed)
      for (const [b, foundByB] of typed) {
        if (a >= b || !(areNamesakes(a, b) || SAME.includes(pairKey(a, b)))) continue;
        namesakes += areNamesakes(a, b) ? 1 : 0;
        assert.ok(foundByA.has(b) && foundByB.has(a), pairKey(a, b));
      }
    assert.ok(namesakes >= 26, `${namesakes} namesakes`);
  });

  it(`are hardly anything else for ${COUNT} claims, whole or half typed`, function () {
    const { vault, claims } = load(this);
    const sensible = new Set([...SAME, DESCRIBED, ...SENSIBLE]);
    for (const share of [1, 0.75]) {
      const silly = pick(claims, COUNT, random(COUNT)).filter(path => {
        const name = nameOf(path);
        const title = name.replaceAll('-', ' ').slice(0, Math.ceil(name.length * share));
        const others = vault.likeClaims(title, 5).filter(({ id }) => !areNamesakes(id, path));
        return others.some(({ id }) => !sensible.has(pairKey(id, path)));
      });
      assert.ok(silly.length < COUNT * MOST_SILLY, `${silly.length} of ${COUNT} at ${share}`);
    }
  });
});
