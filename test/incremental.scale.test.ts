/**
 * Incremental equals from-scratch through random edits of a generated vault, however large: the small run is one of the
 * tests, the long one is `EDITS=20000 NOTES=10000 npx mocha --no-config --import=tsx --timeout 0 test/incremental.scale.test.ts`.
 */
import assert from 'node:assert/strict';
import { checkNote } from '../server/core/rules/check';
import type { Change } from '../server/core/vault/Vault';
import { generateVault } from './bench/generateVault';
import { TODAY } from './support/day';
import { DEFAULT_SEED } from './support/seed';
import { freshVault, KeptVault, snapshot } from './support/snapshot';
import { VaultEdits } from './support/vaultEdits';

const { SEED, EDITS = '300', NOTES = '200', PROGRESS } = process.env;
const [seed, edits, notes] = [SEED ?? DEFAULT_SEED, EDITS, NOTES].map(Number) as [
  number,
  number,
  number,
];
/** After each edit so many other notes are checked again, to see that nothing changed behind their back. */
const SAMPLE = 8;
/** After so many edits the whole vault is compared with one that is read anew, and in the end. */
const WHOLE_EVERY = Math.max(100, Math.min(1000, edits / 20));

describe('incremental equals from-scratch', function () {
  this.timeout(edits * notes > 100_000 ? 0 : 120_000);

  it(`through ${edits} random edits of ${notes} generated notes`, () => {
    const random = new VaultEdits(seed);
    const kept = new KeptVault();
    kept.apply(
      Array.from(generateVault(notes), ({ path, text }): Change => ({ kind: 'set', path, text })),
    );
    let affected = 0;
    for (let done = 1; done <= edits; done++) {
      const { kind, changes } = random.edit(kept.files);
      const where = `after edit ${done} (${kind}); run again with SEED=${seed}`;
      affected += kept.apply(changes);
      const paths = [...kept.findings.keys()];
      for (let each = 0; each < SAMPLE; each++) {
        const path = random.pick(paths) ?? '';
        const found = checkNote(kept.vault, path, TODAY);
        assert.deepEqual(kept.findings.get(path), found, `${path} ${where}`);
      }
      if (done % WHOLE_EVERY !== 0 && done !== edits) continue;
      assert.deepEqual(
        snapshot(kept.vault, kept.findings),
        snapshot(freshVault(kept.files)),
        where,
      );
      if (PROGRESS !== undefined) console.log(`${done} edits, ${affected} notes checked again`);
    }
  });
});
