/** Incremental equals from-scratch through thousands of random edits of a real vault, and affects few notes. */
import assert from 'node:assert/strict';
import { checkNote } from '../server/core/rules/check';
import { TODAY } from './support/day';
import { realVault } from './support/realVault';
import { DEFAULT_SEED } from './support/seed';
import { allFindings, freshVault, KeptVault, snapshot } from './support/snapshot';
import { type VaultEdit, VaultEdits } from './support/vaultEdits';

const { SEED } = process.env;
const EDITS = 2000;
/** After each edit this many other notes are checked again, to see that nothing changed behind their back. */
const SAMPLE = 8;
const ALL_NOTES_EVERY = 100;
const FRESH_VAULT_EVERY = 500;

describe('incremental equals from-scratch on a real vault', function () {
  this.timeout(120_000);

  it(`through ${EDITS} random edits`, function () {
    const files = realVault(this);
    const seed = Number(SEED ?? DEFAULT_SEED);
    const edits = new VaultEdits(seed);
    const kept = new KeptVault();
    kept.apply([...files.values()]);
    const affected: { kind: VaultEdit['kind']; count: number }[] = [];
    for (let done = 1; done <= EDITS; done++) {
      const { kind, changes } = edits.edit(kept.files);
      affected.push({ kind, count: kept.apply(changes) });
      const where = `after edit ${done} (${kind}); run again with SEED=${seed}`;
      const sample = Array.from({ length: SAMPLE }, () => edits.pick([...kept.findings.keys()]));
      for (const path of sample) {
        if (path === undefined) continue;
        assert.deepEqual(
          kept.findings.get(path),
          checkNote(kept.vault, path, TODAY),
          `${path} ${where}`,
        );
      }
      if (done % ALL_NOTES_EVERY === 0) {
        assert.deepEqual(sorted(kept.findings), sorted(allFindings(kept.vault)), where);
      }
      if (done % FRESH_VAULT_EVERY === 0) {
        const fresh = snapshot(freshVault(kept.files));
        assert.deepEqual(snapshot(kept.vault, kept.findings), fresh, where);
      }
    }
    checkAffected(affected, kept.findings.size, `run again with SEED=${seed}`);
  });
});

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Affecting everything would make the rest of the test pass, and the server slow. */
function checkAffected(
  affected: readonly { kind: VaultEdit['kind']; count: number }[],
  notes: number,
  message: string,
): void {
  const counts = (kind: VaultEdit['kind']) =>
    affected.filter(each => each.kind === kind).map(each => each.count);
  const median = (numbers: readonly number[]) =>
    [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  assert.equal(median(counts('word')), 1, `a word in the body; ${message}`);
  assert.ok(median(counts('cut')) <= 2, `some characters less; ${message}`);
  assert.ok(median(counts('link')) <= 3, `another link; ${message}`);
  assert.ok(median(counts('rename')) <= notes / 20, `another name; ${message}`);
  const mean = affected.reduce((sum, each) => sum + each.count, 0) / affected.length;
  assert.ok(mean < notes / 50, `${mean} notes a change; ${message}`);
}
