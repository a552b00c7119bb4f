/**
 * Tries every input and fault, or those of a group, and prints what came of them: `npm run reliability --
 * [--only NAME] [--document]`. Exit status 1 where a promise is broken.
 */
import { parseArgs } from 'node:util';
import { cleanUp } from '../support/lspClient';
import { buildCli, removeTemporaryFolders, removeVaults } from '../support/runCli';
import { groups } from './all';
import { tableOf, writePart } from './document';

const { values } = parseArgs({
  options: { only: { type: 'string' }, document: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  await buildCli();
  const wanted = groups.filter(({ name }) => values.only === undefined || name === values.only);
  if (wanted.length === 0)
    throw new Error(`No such group; there are: ${groups.map(({ name }) => name).join(', ')}`);
  let broken = 0;
  const tables: string[] = [];
  for (const group of wanted) {
    const outcomes: string[] = [];
    for (const trial of group.trials) {
      const why = trial.skip?.() ?? null;
      const outcome = why === null ? await outcomeOf(trial.run()) : `not tried: ${why}`;
      if (outcome.startsWith('BROKEN')) broken += 1;
      outcomes.push(outcome);
      cleanUp();
      removeVaults();
    }
    tables.push(tableOf(group, outcomes));
    console.log(`${tables.at(-1)}\n`);
  }
  if (values.document && wanted.length === groups.length) writePart('trials', tables.join('\n\n'));
  removeTemporaryFolders();
  process.exitCode = broken === 0 ? 0 : 1;
}

async function outcomeOf(run: Promise<string>): Promise<string> {
  try {
    return await run;
  } catch (error) {
    return `BROKEN: ${error instanceof Error ? error.message : String(error)}`;
  }
}

void main();
