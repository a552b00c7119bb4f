/**
 * Every fault that is put into a valid note is reported where it is, and its safe fixes mend it and touch nothing else.
 * `MUTATIONS=all` tries every kind on every note; `DEBUG=mutations` prints the table and each miss.
 */
import assert from 'node:assert/strict';
import { checkNote } from '../server/core/rules/check';
import { TODAY } from './support/day';
import { faults } from './support/mutations/faults';
import { count, faultTable, noTally, share, type Tally } from './support/mutations/faultTable';
import { isFrontmatterFault, type Specimens, specimens } from './support/mutations/specimens';
import { tryFault } from './support/mutations/tryFault';
import { realVault } from './support/realVault';
import { DEFAULT_SEED } from './support/seed';

const { SEED, MUTATIONS, DEBUG } = process.env;
const seed = Number(SEED ?? DEFAULT_SEED);
/** Kinds of fault put into each note, unless all are. */
const SAMPLE = 6;
const NOTES = 300;
/** Fewer say nothing of a kind. */
const LEAST_TRIED = 4;

describe('faults in front matter', function () {
  this.timeout(600_000);
  let generatedOnly: Specimens;

  before(() => {
    generatedOnly = specimens(new Map(), seed);
  });

  it('are not seen in generated notes of any type', () => {
    const { vault, generated } = generatedOnly;
    assert.ok(generated.length >= NOTES);
    const found = generated.flatMap(path =>
      checkNote(vault, path, TODAY)
        .filter(isFrontmatterFault)
        .map(({ code, message }) => `${path}: ${code}: ${message}`),
    );
    assert.deepEqual(found, []);
  });

  it('are reported and mended in generated notes', () => {
    injectFaults(generatedOnly);
  });

  it('are reported and mended in notes of a real vault', function () {
    injectFaults(specimens(realVault(this), seed));
  });
});

function injectFaults({ vault, notes }: Specimens): void {
  assert.equal(notes.length, NOTES);
  const tallies = new Map(faults.map((fault): [string, Tally] => [fault.name, noTally()]));
  const misses: string[] = [];
  for (const note of notes) {
    const before = checkNote(vault, note.path, TODAY);
    let tried = 0;
    // The kinds that were tried least come first, so that all are tried alike.
    const tally = ({ name }: { name: string }) => tallies.get(name) ?? noTally();
    for (const fault of [...faults].sort((a, b) => tally(a).tried - tally(b).tried)) {
      if (tried === SAMPLE && MUTATIONS !== 'all') break;
      const trial = tryFault(note, fault, before);
      if (trial === null) continue;
      tried++;
      count(tally(fault), trial);
      if (!trial.reported || trial.fixed === false)
        misses.push(`${fault.name}: ${note.path}\n    ${trial.why}\n${headOf(trial.text)}`);
    }
    vault.apply([{ kind: 'set', path: note.path, text: note.text }]);
  }
  const report = `\n${faultTable(tallies)}\n\n${misses.join('\n\n')}\nRun again with SEED=${seed}.`;
  if (DEBUG === 'mutations') console.log(report);
  for (const [name, tally] of tallies) {
    assert.ok(tally.tried >= LEAST_TRIED, `“${name}” was tried ${tally.tried} times${report}`);
    assert.ok(share([tally]) >= 0.95, `“${name}”${report}`);
  }
  assert.ok(share(tallies.values()) >= 0.99, report);
}

/** The front matter as it was checked. */
function headOf(text: string): string {
  const lines = text.split('\n').slice(0, 30);
  return lines.map(line => `      ${JSON.stringify(line).slice(1, -1)}`).join('\n');
}
