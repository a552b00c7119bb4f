/** Claims that may say the same: by a title that is being typed, and where very many claims share their words. */
import assert from 'node:assert/strict';
import { titleReport } from '../server/core/authoring/drafts/titleReport';
import { MOST_ALIKE } from '../server/core/vault/ClaimIndex';
import { MOST_HOLDERS } from '../server/core/vault/likeness/Holders';
import { sayingOf } from '../server/core/vault/likeness/saying';
import { type Change, Vault } from '../server/core/vault/Vault';
import { TODAY } from './support/day';
import { freshVault, KeptVault, snapshot } from './support/snapshot';

const claim = (path: string, more = ''): Change => ({
  kind: 'set',
  path,
  text: `---\ntype: claim\n${more}---\n`,
});

const LANES = 'domains/streets/protected bike lanes raise the takings of nearby shops.md';
const FEES = 'domains/streets/a parking fee empties the streets around a school.md';

function town(): Vault {
  const vault = new Vault();
  vault.apply([claim(LANES, 'confidence: likely\n'), claim(FEES)]);
  return vault;
}

describe('claims like a title', () => {
  const found = (title: string) =>
    town()
      .likeClaims(title, 5)
      .map(({ id, score }) => [id, Math.round(score * 100)]);

  it('are found by other forms of its words', () => {
    assert.deepEqual(found('a protected bike lane raises takings in shops nearby'), [[LANES, 100]]);
  });

  it('are found by the opening of it, the last word half typed', () => {
    for (const opening of [
      'Protected bike lanes',
      'protected bike lanes rai',
      'protected bike lanes raise the t',
    ])
      assert.deepEqual(
        found(opening).map(([id]) => id),
        [LANES],
        opening,
      );
    assert.deepEqual(found('protected bi'), []);
  });

  it('are not those that say the opposite, nor those about the same', () => {
    assert.deepEqual(found('protected bike lanes lower the takings of nearby shops'), []);
    assert.deepEqual(found('protected bike lanes do not raise the takings of nearby shops'), []);
    assert.deepEqual(found('bike lanes need a kerb where shops load and unload'), []);
  });

  it('are none for what is no sentence, however long', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(found('!?'), []);
    assert.deepEqual(found('lane '.repeat(200_000)), []);
    assert.deepEqual(found('a'.repeat(1_000_000)), []);
  });

  it('come and go with what is typed into a note', () => {
    const vault = town();
    vault.apply([claim(FEES, 'status: retired\n')]);
    assert.deepEqual(vault.likeClaims('a parking fee empties the streets around schools', 5), []);
    vault.apply([
      claim(FEES, 'title: bike lanes that are protected raise takings of shops nearby\n'),
    ]);
    assert.deepEqual(
      vault.alikeClaims(FEES)?.map(({ id }) => id),
      [LANES],
    );
    vault.apply([{ kind: 'remove', path: LANES }]);
    assert.deepEqual(vault.alikeClaims(FEES), []);
  });

  it('are part of what is said of a new title', () => {
    const author = {
      vault: town(),
      path: null,
      selection: null,
      today: TODAY,
      agent: null,
      read: () => null,
    };
    const title = 'protected bike lanes raise the takings of nearby shops within a year';
    const report = titleReport(author, { title, type: 'claim', domain: 'streets' });
    assert.equal(report.path, `domains/streets/${title}.md`);
    assert.equal(report.bytes, title.length + '.md'.length);
    assert.deepEqual(report.remarks, []);
    assert.deepEqual(
      report.alike.map(({ path, confidence }) => [path, confidence]),
      [[LANES, 'likely']],
    );
    assert.ok((report.alike[0]?.score ?? 0) > 0.8);
    const same = titleReport(author, {
      title: title.replace(' within a year', ''),
      type: 'claim',
      domain: null,
    });
    assert.deepEqual(
      same.remarks.map(({ severity }) => severity),
      ['error'],
    );
    assert.equal(same.alike[0]?.score, 1);
    const empty = titleReport(author, { title: ' ', type: 'claim', domain: null });
    assert.deepEqual([empty.path, empty.alike], [null, []]);
  });
});

it('the statement ends where its reasons, means or contrasts begin', () => {
  const stated = (text: string) => {
    const { stems, statement } = sayingOf(text);
    return [statement, stems.length];
  };
  assert.deepEqual(
    stated('narrow roads slow down cars because drivers fear for their paint'),
    [5, 8],
  );
  assert.deepEqual(stated('narrow roads slow down cars not lorries'), [5, 6]);
  assert.deepEqual(stated('narrow roads in old towns do not slow down cars'), [7, 7]);
  assert.deepEqual(stated('because of rain'), [1, 1]);
});

it('what is told of claims follows when a word becomes common, and when it is rare again', function () {
  this.timeout(60_000);
  const kept = new KeptVault();
  const exact = () =>
    assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(freshVault(kept.files)));
  const told = () =>
    ['sells', 'opens'].map(word =>
      kept.findings
        .get(`bread oven market morning ${word}.md`)
        ?.some(({ code }) => code === 'claim/near-duplicate'),
    );
  const filler = (at: number) =>
    `bread oven market morning ${['a', 'b', 'c', 'd', 'e', 'f'].map(each => each + at).join(' ')}.md`;
  const count = MOST_HOLDERS - 2;
  kept.apply([
    claim('bread oven market morning sells.md'),
    claim('bread oven market morning opens.md'),
    ...Array.from({ length: count }, (_, at) => claim(filler(at))),
  ]);
  assert.deepEqual(told(), [true, true]);
  kept.apply([claim(filler(count))]);
  assert.deepEqual(told(), [false, false]);
  exact();
  kept.apply([{ kind: 'remove', path: filler(0) }]);
  assert.deepEqual(told(), [true, true]);
  exact();
});

it('of claims of one template no more is told than that they are many, and a change of one checks no other', () => {
  const kept = new KeptVault();
  const path = (at: number) => `the monthly report of team ${at + 1}a shows that stock runs low.md`;
  const messages = (at: number) =>
    kept.findings
      .get(path(at))
      ?.flatMap(({ code, message }) => (code === 'claim/near-duplicate' ? message : []));
  const exact = () =>
    assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(freshVault(kept.files)));
  const letter = (at: number, name: string) =>
    claim(path(at), `title: the monthly report of the ${name} shows that stock runs low\n`);
  const names = Array.from({ length: MOST_ALIKE + 4 }, (_, at) =>
    letter(at, `team${'x'.repeat(at)}`),
  );
  for (const each of names) {
    kept.apply([each]);
    exact();
  }
  assert.deepEqual(messages(0), [`More than ${MOST_ALIKE} other claims may say the same.`]);
  assert.equal(kept.apply([letter(0, 'crew')]), 1);
  exact();
  for (const each of names.slice(MOST_ALIKE - 1)) {
    kept.apply([{ kind: 'remove', path: each.path }]);
    exact();
  }
  assert.match(messages(0)?.[0] ?? '', / alike\), and so may \d+ more\.$/u);
});

for (const status of ['retired', 'superseded', 'Abandoned'])
  it(`a claim with \`status: ${status}\` may be said again`, () => {
    const again = 'domains/streets/takings of nearby shops are raised by protected bike lanes.md';
    const vault = town();
    vault.apply([claim(again)]);
    assert.equal(vault.alikeClaims(again)?.length, 1);
    vault.apply([claim(LANES, `status: ${status}\n`)]);
    assert.deepEqual([vault.alikeClaims(again), vault.alikeClaims(LANES)], [[], []]);
  });
