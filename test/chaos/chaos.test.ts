/** A few rounds of chaos, always the same ones and others each time; `npm run chaos` plays them for as long as one likes. */
import assert from 'node:assert/strict';
import { cleanUp } from '../support/lspClient';
import { DEFAULT_SEED } from '../support/seed';
import { difference } from './compare';
import { growth, type Held } from './health';
import { runChaos } from './runChaos';

const ROUNDS = 2;

describe('chaos', function () {
  this.timeout(300_000);
  after(cleanUp);

  for (const seed of [DEFAULT_SEED, Date.now() % 1_000_000])
    it(`leaves the server as one that was started just now, seed ${seed}`, async () => {
      const { finding, counts } = await runChaos({
        seed,
        rounds: ROUNDS,
        minutes: Number.POSITIVE_INFINITY,
        notes: 40,
        restoreEvery: ROUNDS,
        checkEvery: ROUNDS,
        say: () => {},
      });
      assert.equal(finding, null);
      assert.equal(counts.rounds, ROUNDS);
      assert.ok(counts.answers > 100, `${counts.answers} answers`);
      assert.ok(counts.notes > 0, 'some notes have problems');
    });

  it('says where two answers differ first', () => {
    const [ours, theirs] = [[{ a: [1, 2] }], [{ a: [1, 3] }]];
    assert.equal(difference(ours, theirs), 'at /0/a/1: 2, from scratch 3');
  });

  it('sees memory and open files grow, and no growth in what goes up and down', () => {
    const held = (kept: number, files = 20): Held => ({
      ...{ resident: 100, kept, files, threads: 11, children: 0 },
    });
    assert.match(growth([30, 34, 38, 42, 46, 50].map(kept => held(kept))) ?? '', /^memory/u);
    assert.match(growth([held(30), held(30, 60)]) ?? '', /^files: 20, then 60/u);
    assert.equal(growth([30, 34, 31, 33, 30, 34].map(kept => held(kept))), null);
  });
});
