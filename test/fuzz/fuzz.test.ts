/** Every case that was kept holds, and so do some of each target: the same ones each time, and new ones. */
import assert from 'node:assert/strict';
import * as protocol from '../../server/lsp/protocol';
import { DEFAULT_SEED } from '../support/seed';
import { targets } from './all';
import { keptCases, keptTargets } from './cases';
import { requests } from './support/requests';
import { tryCase, tryCases } from './tryCases';

const SEED = Number(process.env['SEED'] ?? DEFAULT_SEED);
/** Another one each time; `FRESH=n` tries those of a failure again. */
const FRESH = Number(process.env['FRESH'] ?? Date.now() % 2 ** 31);

/** Of a thousand cases of all targets together. */
const briefly = (weight: number) => Math.max(weight < 1 ? 3 : 10, Math.ceil(weight / 2));

describe('fuzzing', function () {
  this.timeout(120_000);

  for (const target of targets) {
    describe(target.name, () => {
      after(() => target.close?.());

      for (const { file, found, input } of keptCases(target.name))
        it(`holds for ${file}: ${found}`, () => tryCase(target, input));

      for (const [what, seed] of [
        ['the same cases as ever', SEED],
        [`new cases, FRESH=${FRESH}`, FRESH],
      ] as const)
        it(`holds for ${what}`, async () => {
          const { finding } = await tryCases(target, { seed, cases: briefly(target.weight) });
          assert.equal(
            finding,
            null,
            finding === null
              ? ''
              : `${finding.error}\nof ${JSON.stringify(finding.input)}\n--only ${target.name} --seed ${seed} --path ${finding.path}`,
          );
        });
    });
  }

  it('keeps cases of targets that there are', () => {
    const names = targets.map(({ name }) => name);
    assert.deepEqual(
      keptTargets().filter(each => !names.includes(each)),
      [],
    );
  });

  it('sends every request that the server has of its own', () => {
    /** Those that the client hears. */
    const told = new Set<string>([
      protocol.statusMethod,
      protocol.argumentChangedMethod,
      protocol.inboxChangedMethod,
      protocol.previewChangedMethod,
      protocol.readFileMethod,
      protocol.readFolderMethod,
    ]);
    const methods = Object.entries(protocol).filter(([name]) => name.endsWith('Method'));
    assert.deepEqual(
      methods.flatMap(([name, method]) =>
        told.has(String(method)) || Object.hasOwn(requests, String(method)) ? [] : [name],
      ),
      [],
    );
  });
});
