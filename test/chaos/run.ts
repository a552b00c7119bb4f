/**
 * Plays rounds of chaos around the real server process: `npm run chaos -- [--minutes M] [--rounds K] [--seed N]
 * [--notes N] [--document]`. Exit status 1 where something was found.
 */
import { parseArgs } from 'node:util';
import { writePart } from '../reliability/document';
import { cleanUp } from '../support/lspClient';
import { reportOf } from './report';
import { runChaos } from './runChaos';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    rounds: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    notes: { type: 'string', default: '250' },
    document: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const report = await runChaos({
    seed: Number(values.seed),
    rounds: Number(values.rounds),
    minutes: Number(values.minutes),
    notes: Number(values.notes),
    restoreEvery: 10,
    checkEvery: 5,
    say: words => console.log(words),
  });
  console.log(`\n${reportOf(report)}`);
  if (report.finding === null) {
    if (values.document) writePart('chaos', reportOf(report));
    // What was found is kept to be looked at.
    cleanUp();
  } else {
    console.log(`\nFOUND: ${report.finding}`);
    process.exitCode = 1;
  }
}

void main();
