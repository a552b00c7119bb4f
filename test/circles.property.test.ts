/** The circles kept through changes are those that a plain walk from every note finds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Circles } from '../server/core/vault/Circles';

const notes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const note = fc.constantFrom(...notes);
const change = fc.tuple(note, fc.uniqueArray(note, { maxLength: 3 }));
type Change = readonly [string, readonly string[]];

/** The notes that can be reached from one and reach it, by walking everything. */
function walked(graph: ReadonlyMap<string, readonly string[]>, from: string): string[] {
  const reached = (start: string) => {
    const seen = new Set<string>();
    const waiting = [...(graph.get(start) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(graph.get(next) ?? []));
    }
    return seen;
  };
  const circle = [...reached(from)].filter(each => reached(each).has(from));
  return circle.length < 2 ? [] : circle.sort();
}

const kept = (circles: Circles, path: string) => [...(circles.around(path) ?? [])].sort();

describe('circles', () => {
  it('are those that a walk finds, and every note whose circle changed is told of', () => {
    let [most, changed] = [0, 0];
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 20 }), batches => {
        const circles = new Circles();
        const graph = new Map<string, readonly string[]>();
        for (const batch of batches) {
          const before = new Map(notes.map(path => [path, kept(circles, path)]));
          // The last word counts, and no note rests on itself.
          const latest = new Map(
            batch.map(([path, below]): Change => [path, below.filter(each => each !== path)]),
          );
          for (const [path, below] of latest) graph.set(path, below);
          const told = circles.update(latest);
          for (const path of notes) {
            const now = kept(circles, path);
            assert.deepEqual(now, walked(graph, path), path);
            most = Math.max(most, now.length);
            if (String(now) === String(before.get(path))) continue;
            assert.ok(told.has(path), `${path} is not told of`);
            changed++;
          }
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(most === notes.length && changed > 1000, 'there were few circles');
  });

  it('cost no more than what changed, however long the chain', () => {
    const circles = new Circles();
    const length = 20_000;
    const chain = Array.from({ length }, (_, at): Change => [`${at}`, [`${at + 1}`]]);
    assert.equal(circles.update(chain).size, 0);
    assert.equal(circles.update([[`${length}`, ['0']]]).size, length + 1);
    assert.equal(circles.update([['5', ['6']]]).size, 0);
    assert.equal(circles.update([['5', []]]).size, length + 1);
    assert.equal(circles.around('7'), undefined);
  });
});
