/** What a vault costs does not grow faster than it did: ratios of processor time and memory, no times. */
import assert from 'node:assert/strict';
import { gate, gates } from './bench/gate';

/** Other work on the machine only ever makes a ratio worse by chance, never better again and again. */
const ATTEMPTS = 3;

describe('growth', function () {
  this.timeout(600_000);
  let measure: ReturnType<typeof gate>;
  before(() => {
    measure = gate();
  });
  after(() => measure.end());

  it('of cold start, edits, completion, references and memory stays below its bars', () => {
    const missed = new Map(Object.keys(gates).map(name => [name, [] as number[]]));
    for (let attempt = 0; attempt < ATTEMPTS && missed.size > 0; attempt++) {
      const figures = measure.run();
      for (const [name, seen] of missed) {
        const figure = figures[name] ?? Number.NaN;
        if (figure <= (gates[name]?.bar ?? 0)) missed.delete(name);
        else seen.push(figure);
      }
    }
    const told = [...missed].map(
      ([name, seen]) =>
        `${name}: ${seen.map(each => each.toFixed(2)).join(', ')}, at most ${gates[name]?.bar}`,
    );
    assert.deepEqual(told, []);
  });
});
