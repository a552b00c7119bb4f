/** Every input and fault that can be tried in seconds still ends as `docs/reliability.md` says. */
import assert from 'node:assert/strict';
import { cleanUp } from '../support/lspClient';
import { buildCli, removeTemporaryFolders, removeVaults } from '../support/runCli';
import { skipped } from '../support/skipped';
import { groups } from './all';
import { readPart, row } from './document';

describe('reliability', () => {
  before(buildCli);
  after(removeTemporaryFolders);
  afterEach(() => {
    cleanUp();
    removeVaults();
  });

  it('has no line in the document that nobody tries', () => {
    const written = readPart('trials')
      .split('\n')
      .filter(line => line.startsWith('| '));
    const tried = groups.flatMap(group => group.trials);
    assert.equal(written.length, tried.length + 2 * groups.length);
  });

  for (const { name, trials } of groups) {
    describe(name, () => {
      for (const trial of trials) {
        it(`${trial.input}, through ${trial.through}`, async function () {
          const why = trial.skip?.() ?? null;
          if (why !== null) return skipped(this, why);
          this.timeout(300_000);
          const line = row(trial.input, trial.through, await trial.run());
          const isWritten = readPart('trials').split('\n').includes(line);
          assert.ok(
            isWritten,
            `not in docs/reliability.md; npm run reliability -- --document\n${line}`,
          );
        });
      }
    });
  }
});
