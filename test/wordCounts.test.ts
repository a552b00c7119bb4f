/** The words of a vault by use: the same as counting and sorting them all anew. */
import assert from 'node:assert/strict';
import { type Usage, type Wanted, WordCounts } from '../server/core/vault/WordCounts';
import { random } from './bench/titles';

function sorted(counts: ReadonlyMap<string, number>, { most, least = 1, fits }: Wanted): Usage[] {
  return [...counts]
    .filter(([word, notes]) => notes >= least && (fits?.(word) ?? true))
    .map(([word, notes]) => ({ word, notes }))
    .sort((a, b) => b.notes - a.notes || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}

describe('word counts', () => {
  const asked: readonly Wanted[] = [
    {},
    { most: 5 },
    { most: 5, least: 2 },
    { most: 40, fits: word => word.endsWith('7') },
    { most: 0 },
  ];

  it('tell the most used as words come and go, without the words of one note', () => {
    const next = random(7);
    const counts = new WordCounts();
    const plain = new Map<string, number>();
    for (let step = 0; step < 4000; step++) {
      const word = `w${Math.floor(next() ** 3 * 300)}`;
      const before = plain.get(word) ?? 0;
      const change = before > 0 && next() < 0.45 ? -1 : 1;
      counts.add(word, change);
      plain.set(word, before + change);
      if (before + change === 0) plain.delete(word);
      if (step % 100 > 0) continue;
      assert.equal(counts.size, plain.size);
      const own = new Set([...plain.keys()].filter(() => next() < 0.2));
      const others = new Map([...plain].map(([each, n]) => [each, own.has(each) ? n - 1 : n]));
      for (const wanted of asked) {
        assert.deepEqual(counts.mostUsed(wanted, new Set()), sorted(plain, wanted));
        assert.deepEqual(counts.mostUsed(wanted, own), sorted(others, wanted));
      }
    }
  });

  it('look at no more than some words of one note where few are wanted', () => {
    const counts = new WordCounts();
    for (let index = 0; index < 100_000; index++) counts.add(`w${index}`, 1);
    counts.add('often', 1);
    counts.add('often', 1);
    let looked = 0;
    const fits = () => ++looked > 0;
    assert.equal(counts.mostUsed({ most: 10, fits }, new Set())[0]?.word, 'often');
    assert.ok(looked <= 20_000, `${looked} words`);
    assert.equal(counts.mostUsed({ least: 2 }, new Set()).length, 1);
    assert.equal(counts.mostUsed({}, new Set()).length, 100_001);
  });
});
