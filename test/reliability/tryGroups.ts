/** A test for each trial of some groups: it still ends as `docs/reliability.md` says. */
import assert from 'node:assert/strict';
import { cleanUp } from '../support/lspClient';
import { buildCli, removeTemporaryFolders, removeVaults } from '../support/runCli';
import { skipped } from '../support/skipped';
import { readPart, row } from './document';
import type { TrialGroup } from './trial';

export function tryGroups(groups: readonly TrialGroup[]): void {
  before(buildCli);
  after(removeTemporaryFolders);
  afterEach(() => {
    cleanUp();
    removeVaults();
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
}
