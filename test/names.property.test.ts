/** The short cuts for ASCII names answer as the general rules do, and the indexes by name as plain maps of sets. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldName, slugOf, wordsOf } from '../server/core/vault/names';
import { PathSets } from '../server/core/vault/PathSets';
import { PREFIX_LENGTH } from '../server/core/vault/resolve';
import { SlugIndex } from '../server/core/vault/SlugIndex';
import { anyName, assertNamed, plainFold, plainSlug, plainWords } from './fuzz/targets/names';

describe('names', () => {
  it('are folded, cut and spelt as the rules say, ASCII or not', () => {
    fc.assert(fc.property(anyName, assertNamed), { numRuns: 20_000 });
  });

  it('of each character alone, too', () => {
    for (let code = 0; code < 0x3000; code++) {
      const character = String.fromCharCode(code);
      for (const each of [character, `a${character}b`, `a ${character}`, `${character}-B`]) {
        assert.equal(slugOf(each), plainSlug(each), `slug of ${JSON.stringify(each)}`);
        assert.equal(foldName(each), plainFold(each), `fold of ${JSON.stringify(each)}`);
        assert.deepEqual(wordsOf(each), plainWords(each), `words of ${JSON.stringify(each)}`);
      }
    }
  });
});

/** Many paths for few keys, so that sets grow large and shrink again. */
const steps = fc.array(
  fc.record({
    add: fc.integer({ min: 0, max: 9 }).map(chance => chance < 6),
    key: fc.integer({ min: 0, max: 5 }),
    path: fc.integer({ min: 0, max: 60 }).map(String),
  }),
  { minLength: 50, maxLength: 400 },
);

function setAt(sets: Map<string, Set<string>>, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}

function sorted(paths: Iterable<string>): string[] {
  return [...paths].sort();
}

describe('path sets', () => {
  it('hold what was added and not removed, and do not change what was asked for', () => {
    fc.assert(
      fc.property(steps, all => {
        const sets = new PathSets();
        const plain = new Map<string, Set<string>>();
        for (const { add, key, path } of all) {
          const id = `key ${key}`;
          const set = setAt(plain, id);
          const [size, asked] = [set.size, sets.get(id)];
          const told = [...asked];
          const answer = add ? sets.add(id, path) : sets.remove(id, path);
          if (add) set.add(path);
          else set.delete(path);
          assert.equal(answer, add ? size === 0 : set.size === 0);
          assert.deepEqual(asked, told);
          assert.deepEqual(sorted(sets.get(id)), sorted(set));
          assert.deepEqual(sorted(sets.each(id)), sorted(set));
          assert.equal(sets.count(id), set.size);
          assert.equal(sets.hasAny(id), set.size > 0);
          assert.equal(sets.has(id, path), add);
        }
        const held = [...plain].filter(([, set]) => set.size > 0).map(([key]) => key);
        assert.deepEqual(sorted(sets.keys()), sorted(held));
      }),
      { numRuns: 300 },
    );
  });
});

/** Short ones, long ones, and openings of each other. */
const slug = fc
  .tuple(
    fc.constantFrom('protected-bike-lanes-lose', 'protected-bike-parking', 'short', ''),
    fc.array(fc.constantFrom('-a', '-b', 'c'), { maxLength: 3 }),
  )
  .map(([opening, more]) => opening + more.join(''));
const slugSteps = fc.array(fc.tuple(fc.boolean(), slug, fc.constantFrom('1', '2', '3')), {
  maxLength: 120,
});

describe('a slug index', () => {
  it('finds by slug, by what begins with an opening, and by the openings of a slug', () => {
    fc.assert(
      fc.property(slugSteps, slug, (all, asked) => {
        const [index, twin] = [new SlugIndex(), new SlugIndex()];
        const plain = new Map<string, Set<string>>();
        for (const [add, each, path] of all) {
          twin.add(each, path, index);
          index[add ? 'add' : 'remove'](each, path, twin);
          setAt(plain, each)[add ? 'add' : 'delete'](path);
        }
        const under = (fits: (each: string) => boolean) =>
          sorted(new Set([...plain].flatMap(([each, paths]) => (fits(each) ? [...paths] : []))));
        const stands = (each: string) =>
          each === asked || (each.length >= PREFIX_LENGTH && asked.startsWith(each));
        assert.deepEqual(
          sorted(index.exact(asked)),
          under(each => each === asked),
        );
        assert.deepEqual(sorted(index.standingFor(asked)), under(stands));
        const held = [...plain].flatMap(([each, paths]) => (paths.size > 0 ? [each] : []));
        assert.deepEqual(sorted(index.slugsStandingFor(asked)), sorted(held.filter(stands)));
        assert.deepEqual(sorted(index.slugs()), sorted(held));
        if (asked.length < PREFIX_LENGTH) return;
        assert.deepEqual(
          sorted(index.startingWith(asked)),
          under(each => each.startsWith(asked)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('answers nearly as fast where very many names begin alike', () => {
    const costOf = (nameOfNumber: (number: number) => string) => {
      const index = new SlugIndex();
      for (let number = 0; number < COUNT; number++) index.add(nameOfNumber(number), `${number}`);
      const started = process.cpuUsage();
      for (let number = 0; number < COUNT; number++)
        assert.ok(index.standingFor(nameOfNumber(number)).includes(`${number}`));
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    const apart = costOf(number => `${number}-conversation-with-somebody`);
    const alike = costOf(number => `conversation-with-${number}`);
    assert.ok(alike < 40 * apart, `${alike} µs, where they begin otherwise ${apart} µs`);
  });
});

const COUNT = 20_000;
