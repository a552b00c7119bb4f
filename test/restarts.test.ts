/** When a language server that died is started again: at once where it worked, and not for ever where it does not. */
import assert from 'node:assert/strict';
import { Restarts } from '../client/restarts';

/** The waits, until it is given up or has died so often. */
function waits(deaths: number, started: number, worked: number): number[] {
  const restarts = new Restarts();
  const all: number[] = [];
  for (let death = 0; death < deaths; death++) {
    const wait = restarts.next(started, worked);
    if (wait === null) break;
    all.push(wait);
  }
  return all;
}

describe('restarts of the server', () => {
  it('end soon where it dies at each start', () => {
    assert.deepEqual(waits(100, 300, 0), [0, 500, 1000, 2000, 4000]);
  });

  it('go on at once where it works for some seconds in between', () => {
    assert.deepEqual(waits(500, 300, 3000), new Array(500).fill(0));
  });

  it('ask for as much work as the start took', () => {
    assert.equal(waits(500, 20_000, 25_000).length, 500);
    assert.ok(waits(500, 20_000, 3000).length < 10);
  });

  it('wait longer while it works but a moment', () => {
    const all = waits(500, 300, 500);
    assert.ok(all.length < 15);
    assert.deepEqual(
      all,
      [...all].sort((a, b) => a - b),
    );
  });

  it('are as quick as ever after a good while', () => {
    const restarts = new Restarts();
    for (let death = 0; death < 5; death++) restarts.next(300, 0);
    assert.equal(restarts.next(300, 60_000), 0);
    assert.equal(restarts.next(300, 0), 500);
  });
});
