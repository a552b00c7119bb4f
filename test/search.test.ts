/** The search index: what a query finds, in which order, and that editing it equals building it anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchIndex } from '../server/core/vault/search';
import { makeTitles, random } from './bench/titles';

const TITLES = [
  'remote teams write better decisions down because memory fails across time zones',
  'a written decision outlives the meeting that produced it',
  'cafés in Zürich close earlier than their owners would like',
  'slow-bread-tastes-better-because-enzymes-need-a-night',
  'bridges fail first at the joints, not in the span',
  'the span of control shrinks when work becomes novel',
  'constructor functions hide allocation from readers',
  '予測市場は情報を集約する',
  'span',
];

function indexOf(names: Record<string, readonly string[]>): SearchIndex {
  const index = new SearchIndex();
  for (const [id, list] of Object.entries(names)) index.set(id, list);
  return index;
}

const titles = new SearchIndex();
for (const title of TITLES) titles.set(title, [title]);

const ids = (index: SearchIndex, query: string, limit = 10) =>
  index.search(query, limit).map(hit => hit.id);
const first = (query: string) => ids(titles, query)[0] ?? null;

describe('search index', () => {
  const finds: Record<string, readonly [query: string, title: number]> = {
    'words from the middle': ['decisions down because', 0],
    'words in any order': ['zones memory teams', 0],
    'unfinished words': ['meet outl wri', 1],
    'no accents and no capitals': ['CAFES zurich', 2],
    'accents that the name lacks': ['brídges jóints', 4],
    'a word of a slug': ['enzymes night', 3],
    'a query written as a slug': ['written-decision-outlives', 1],
    'a query with a comma': ['joints, not in', 4],
    'an end and a beginning of words': ['tten decisio', 1],
    'a single letter that ends a word': ['n of control', 5],
    'the inside of one word': ['unction', 6],
    'a letter too many': ['bridgges joints', 4],
    'a letter too few': ['enzmes', 3],
    'a wrong letter': ['contrel shrinks', 5],
    'two letters swapped': ['decsiion outlives', 1],
    'a swap in the middle of a short word': ['rbead tastes', 3],
    'a typo in an unfinished word': ['alolcat', 6],
    'a typo in each word': ['bredges jonts', 4],
    'words that match nothing beside words that do': ['xylophone meeting qqqq', 1],
    'a word that objects own': ['constructor', 6],
    'a first letter when nothing else matches': ['z qqqq', 2],
    'a script without spaces': ['情報', 7],
    'its words apart': ['集約市場', 7],
    'one character of it': ['約', 7],
    'operators of fuse.js': ['!"span | ^=$\'', 8],
  };
  for (const [what, [query, title]] of Object.entries(finds)) {
    it(`finds ${what}`, () => assert.equal(first(query), TITLES[title]));
  }

  it('answers nothing to nothing', () => {
    for (const query of ['', '  ', '!^|"$', '__proto__', 'zzzzzz']) {
      assert.deepEqual(titles.search(query, 10), [], query);
    }
    assert.deepEqual(titles.search('span', 0), []);
    assert.deepEqual(new SearchIndex().search('span', 10), []);
    assert.deepEqual(new SearchIndex().similar('span', 10), []);
  });

  it('puts equal before beginning before phrase before scattered words', () => {
    const index = new SearchIndex();
    const order = [
      'open markets',
      'open markets learn',
      'why open markets learn',
      'open labs and closed markets learn',
      'markets stay open',
      'opening hours of marketing teams',
      'markets learn',
    ];
    for (const title of order.toReversed()) index.set(title, [title]);
    assert.deepEqual(ids(index, 'open markets'), order);
  });

  it('prefers the file name to an alias that matches as well', () => {
    const index = indexOf({ a: ['rivers', 'tidal power'], b: ['tidal power', 'rivers'] });
    assert.deepEqual(ids(index, 'tidal power'), ['b', 'a']);
    assert.deepEqual(ids(index, 'rivers'), ['a', 'b']);
  });

  it('limits, scores from high to low within 0..1 and breaks ties by id', () => {
    const index = indexOf({ c: ['same'], a: ['same'], b: ['same'], d: ['same thing'] });
    assert.deepEqual(ids(index, 'same'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(ids(index, 'same', 2), ['a', 'b']);
    const scores = index.search('same', 10).map(hit => hit.score);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    assert.ok(scores.every(score => score > 0 && score <= 1));
  });

  it('follows replaced and deleted notes', () => {
    const index = indexOf({ a: ['old name'], b: ['other name'] });
    for (let at = 0; at < 50; at++) index.set('a', [`new name ${at}`]);
    assert.deepEqual(ids(index, 'old'), []);
    assert.deepEqual(ids(index, 'new 49'), ['a']);
    index.delete('a');
    index.delete('a');
    assert.deepEqual(ids(index, 'name'), ['b']);
    index.set('b', ['renamed', 'other name']);
    assert.deepEqual(ids(index, 'other name'), ['b']);
  });

  it('finds what is similar, the alike first, 1 for the same words', () => {
    const hits = titles.similar('Written decisions outlive the meeting that produced them', 3);
    assert.equal(hits[0]?.id, TITLES[1]);
    const same = titles.similar(TITLES[4] ?? '', 10);
    assert.deepEqual([same[0]?.id, same[0]?.score], [TITLES[4], 1]);
    assert.ok(same.slice(1).every(hit => hit.score < 0.5));
    assert.equal(titles.similar('bridgs fail frist at joints', 1)[0]?.id, TITLES[4]);
  });

  it('takes rare words for more alike than common ones', () => {
    const index = indexOf({
      rare: ['quorum is the rule here'],
      common: ['this is the one for us'],
      other: ['that is the thing for them'],
    });
    assert.equal(index.similar('quorum is the point for many', 1)[0]?.id, 'rare');
  });

  it('never throws, whatever is typed or named', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\ud800', 'a\udfff b', '.*(', '[[', '\\', '__proto__', "'x|^y$", '\0'),
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), odd, (names, query) => {
        const index = new SearchIndex();
        index.set('__proto__', names);
        index.set(query, [query]);
        index.search(query, 5);
        index.similar(query, 5);
        index.delete('__proto__');
      }),
    );
    const long = 'very long word '.repeat(7000);
    titles.search(long, 10);
    titles.search('x'.repeat(100_000), 10);
    titles.similar(long, 10);
  });

  it('edited step by step equals built at once, in any order', () => {
    const word = fc.constantFrom(
      'alpha',
      'alphas',
      'beta',
      'gamma',
      'the',
      'of',
      'émile',
      '市場は',
    );
    const name = fc.array(word, { maxLength: 4 }).map(words => words.join(' '));
    const edit = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      names: fc.option(fc.array(name, { maxLength: 3 })),
    });
    const queries = ['alpha', 'beta alph', 'the of', 'gmama', 'ha be', '市場', 'emile the'];
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), edits => {
        const edited = new SearchIndex();
        const kept = new Map<string, readonly string[]>();
        for (const { id, names } of edits) {
          if (names === null) {
            edited.delete(id);
            kept.delete(id);
          } else {
            edited.set(id, names);
            kept.set(id, names);
          }
        }
        const built = indexOf(Object.fromEntries([...kept].sort().reverse()));
        for (const query of queries) {
          assert.deepEqual(edited.search(query, 10), built.search(query, 10), query);
          assert.deepEqual(edited.similar(query, 10), built.similar(query, 10), query);
          assert.deepEqual(edited.search(query, 10), edited.search(query, 10), query);
        }
      }),
    );
  });

  it('finds titles among thousands by a beginning, a middle and misspelt words', () => {
    const many = makeTitles(3000);
    const index = new SearchIndex();
    for (const [at, title] of many.entries()) index.set(String(at), [title]);
    const next = random(7);
    let found = 0;
    for (let at = 0; at < 100; at++) {
      const id = Math.floor(next() * many.length);
      const words = (many[id] ?? '').split(/[ -]/u);
      const from = 1 + Math.floor(next() * (words.length - 6));
      const five = words.slice(from, from + 5).map((word, place) => {
        return place === 2 && word.length > 5 ? word.slice(0, 3) + word.slice(4) : word;
      });
      if (ids(index, five.join(' '), 3).includes(String(id))) found++;
    }
    assert.ok(found >= 97, `${found} of 100`);
  });
});
