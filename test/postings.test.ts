/** What searching keeps of notes in plain numbers: it holds what it should, and does not grow with edits. */
import assert from 'node:assert/strict';
import { LikenessIndex } from '../server/core/vault/likeness/LikenessIndex';
import { SearchIndex } from '../server/core/vault/search';
import { NumberLists } from '../server/core/vault/search/NumberLists';
import { Postings } from '../server/core/vault/search/Postings';
import { makeTitles, random } from './bench/titles';

const EDITS = 10_000;

describe('numbers of notes', () => {
  it('lists hold what was put into them, in little more memory than that takes', () => {
    const next = random(3);
    const lists = new NumberLists();
    const model: number[][] = Array.from({ length: 50 }, () => []);
    for (let step = 0; step < EDITS; step++) {
      const list = Math.floor(next() * model.length);
      const values = model[list] ?? [];
      const [kind, value] = [next(), Math.floor(next() * 1000)];
      if (kind < 0.7 && !values.includes(value)) {
        lists.push(list, value);
        values.push(value);
      } else if (kind < 0.8) {
        lists.remove(list, value);
        const at = values.indexOf(value);
        if (at >= 0) values.splice(at, 1);
      } else if (kind < 0.9) {
        lists.filter(list, each => each % 3 !== 0);
        model[list] = values.filter(each => each % 3 !== 0);
      } else {
        model[list] = values.slice(0, 5);
        lists.fill(list, values.slice(0, 5));
      }
      const held = [...lists.memory.subarray(lists.start(list), lists.end(list))];
      // To take one out may change the order.
      assert.deepEqual(
        held.toSorted((a, b) => a - b),
        model[list]?.toSorted((a, b) => a - b),
      );
      model[list] = held;
    }
    assert.ok(lists.memory.length < 5000, `${lists.memory.length} numbers`);
  });

  it('members that come and go leave nothing behind', () => {
    const next = random(5);
    const postings = new Postings();
    const alive = new Map<number, string[]>();
    const born = () => {
      const keys = ['common', `some ${Math.floor(next() * 5)}`, `rare ${Math.floor(next() * 1e6)}`];
      const member = postings.born();
      for (const key of keys) postings.add(postings.list(key) ?? postings.open(key), member);
      alive.set(member, keys);
    };
    const sizes = () => [postings.memory.length, postings.stamps.length, postings.lists];
    for (let at = 0; at < 100; at++) born();
    let early: readonly number[] = [];
    for (let edit = 0; edit < EDITS * 2; edit++) {
      const [member = -1, keys = []] = [...alive][Math.floor(next() * alive.size)] ?? [];
      alive.delete(member);
      postings.die(member);
      for (const key of keys) postings.lose(postings.list(key) ?? -1);
      postings.bury();
      born();
      if (edit === EDITS) early = sizes();
    }
    assert.deepEqual(sizes(), early);
    for (const key of ['common', 'some 1', ...[...alive.values()].flat()]) {
      const holders = [...alive].flatMap(([member, keys]) => (keys.includes(key) ? member : []));
      const list = postings.list(key) ?? -1;
      assert.deepEqual([...postings.each(list)].sort(), holders.sort(), key);
      assert.equal(postings.size(list), holders.length);
    }
  });

  it(`names and claims after ${EDITS} edits are told as if they were read anew`, function () {
    this.timeout(120_000);
    const next = random(9);
    const titles = makeTitles(600);
    const any = () => titles[Math.floor(next() * titles.length)] ?? '';
    const [search, claims] = [new SearchIndex(), new LikenessIndex(20)];
    const kept = new Map<string, string>();
    const set = (name: SearchIndex, said: LikenessIndex, id: string, title: string) => {
      name.set(id, [title]);
      said.set(id, { names: [title], description: null });
    };
    for (let edit = 0; edit < EDITS; edit++) {
      const id = `note ${Math.floor(next() * 300)}`;
      if (next() < 0.2) {
        kept.delete(id);
        search.delete(id);
        claims.delete(id);
      } else {
        const title = any().replace(/\w+$/u, word => (next() < 0.5 ? `${word}${edit}` : word));
        kept.set(id, title);
        set(search, claims, id, title);
      }
    }
    const [newSearch, newClaims] = [new SearchIndex(), new LikenessIndex(20)];
    for (const [id, title] of kept) set(newSearch, newClaims, id, title);
    let alike = 0;
    for (const [id, title] of kept) {
      assert.deepEqual(search.search(title, 10), newSearch.search(title, 10));
      assert.deepEqual(search.similar(title, 5), newSearch.similar(title, 5));
      assert.deepEqual(claims.alike(id), newClaims.alike(id));
      alike += claims.alike(id)?.length ?? 0;
    }
    assert.ok(alike > 0, 'some are alike');
  });
});
