/** Which note a broken link is taken to mean, on what evidence, and which links get no proposal at all. */
import assert from 'node:assert/strict';
import { reportedLinks } from '../server/core/features/repair/repairNote';
import { type BrokenLink, repairer } from '../server/core/rules/repair/repair';
import { noHistory, type Rename, renameHistory } from '../server/core/rules/repair/repairHistory';
import { Vault } from '../server/core/vault/Vault';
import { TODAY } from './support/day';
import { notesOf, realVault } from './support/realVault';

const CLAIM = (domain: string) => `---\ntype: claim\ndomain: ${domain}\n---\n`;

const NOTES: Readonly<Record<string, string>> = {
  'domains/streets/protected bike lanes lose most of their value at the first unprotected junction.md':
    CLAIM('streets'),
  'domains/streets/parking removal is remembered longer than it hurts because losses come before gains.md':
    CLAIM('streets'),
  'domains/streets/a town that counts 400 riders a day builds for 800.md': CLAIM('streets'),
  'domains/travel/winter maintenance decides whether a cycling network is one.md': CLAIM('travel'),
  'domains/travel/NoParking zones work where children cross on their way to school.md':
    CLAIM('travel'),
  'domains/streets/_map.md': '---\ntype: map\n---\n# Streets\n',
  'domains/streets/every street is a compromise between speed and stay.md': CLAIM('streets'),
  'domains/travel/every street is a compromise between speed and stay.md': CLAIM('travel'),
  'domains/travel/habits.md': `---\ntype: claim\ndomain: travel\ntitle: Habits are made by places\n---\n`,
  'entities/velodrome.md': '---\ntype: entity\n---\n',
  'inbox/archive/2024-03-01-city-council-parking-study-results.md': '---\ntype: source\n---\n',
  'domains/travel/C++.md': CLAIM('travel'),
};

function vaultWith(path: string, text: string): Vault {
  const vault = new Vault();
  for (const [each, content] of Object.entries({ ...NOTES, [path]: text }))
    vault.apply([{ kind: 'set', path: each, text: content }]);
  return vault;
}

const HERE = 'domains/streets/here.md';

function repairsOf(body: string, renames: readonly Rename[] = [], path = HERE): BrokenLink[] {
  const vault = vaultWith(path, `${CLAIM('streets')}${body}\n`);
  const history = renames.length === 0 ? noHistory : renameHistory(renames);
  const { linkIn } = repairer(vault, history);
  return (vault.note(path)?.links ?? []).flatMap(link => linkIn(path, link) ?? []);
}

/** `tier evidence name`, by candidate. */
function told(links: readonly BrokenLink[]): string[] {
  return links.flatMap(({ candidates }) =>
    candidates.map(({ tier, evidence, target }) => `${tier} ${evidence}: ${target}`),
  );
}

const JUNCTION = 'protected bike lanes lose most of their value at the first unprotected junction';
const PARKING =
  'parking removal is remembered longer than it hurts because losses come before gains';

describe('repair of links', () => {
  for (const [written, expected] of [
    ['Habits are made by places', 'safe title: habits'],
    [JUNCTION.replaceAll(' ', '-'), `safe slug: ${JUNCTION}`],
    ['parking removal is remembered longer than it hurts', `safe cut title: ${PARKING}`],
    ['parking removal is remembered', `likely cut title: ${PARKING}`],
    [JUNCTION.replace('junction', 'juncton'), `safe spelling: ${JUNCTION}`],
    ['veldrome', 'likely spelling: velodrome'],
    ['protected bike lanes lose their value at the first junction', `likely words: ${JUNCTION}`],
    [
      'parking removal is remembered much longer than it hurts because losses come first',
      `likely words: ${PARKING}`,
    ],
    [
      'no-parking-zones-work-where-children-cross-on-their-way-to-school',
      'safe slug: NoParking zones work where children cross on their way to school',
    ],
    [
      'domains/old/winter maintenance decides whether a cycling network is one',
      'safe moved: domains/travel/winter maintenance decides whether a cycling network is one',
    ],
    ['streets overview', 'possible map: _map'],
    [
      '2023-03-00-city-council-parking-study',
      'possible words: 2024-03-01-city-council-parking-study-results',
    ],
  ] as const) {
    it(`takes “${written.slice(0, 60)}” for its note`, () => {
      assert.deepEqual(told(repairsOf(`[[${written}]]`)), [expected]);
    });
  }

  for (const written of [
    'junctions',
    'bike lanes',
    'value at the junction',
    'a note that nobody ever wrote about anything of this kind',
    'parking is cheap',
    'entities/junction.md',
    'picture.png',
  ]) {
    it(`proposes nothing for “${written}”`, () => {
      assert.deepEqual(told(repairsOf(`[[${written}]]`)), []);
    });
  }

  it('does not take a title that denies or counts otherwise for sure', () => {
    const denied = told(repairsOf(`[[${JUNCTION.replace('lose', 'never lose')}]]`));
    assert.deepEqual(denied, [`possible words: ${JUNCTION}`]);
    const counted = told(repairsOf('[[a town that counts 500 riders a day builds for 900]]'));
    assert.deepEqual(counted, [
      'possible words: a town that counts 400 riders a day builds for 800',
    ]);
  });

  it('does not take another word for a slip', () => {
    const school = 'NoParking zones work where children cross on their way to school';
    const winter = told(
      repairsOf(`[[${school.replace('their', 'there')}]] [[${school.replace('cross', 'gross')}]]`),
    );
    assert.deepEqual(winter, [`safe spelling: ${school}`, `safe spelling: ${school}`]);
    // A word that other names say, too.
    const known = told(repairsOf(`[[${school.replace('way', 'may')}]]`, [], 'may.md'));
    assert.deepEqual(known, [`likely spelling: ${school}`]);
  });

  it('takes a sentence that goes on otherwise for the one that begins so, where there is only one', () => {
    const began =
      'parking removal is remembered longer than any tax or toll that a town council ever raised';
    assert.deepEqual(told(repairsOf(`[[${began}]]`)), [`possible words: ${PARKING}`]);
    const rival = 'parking removal is remembered longer than rain.md';
    assert.deepEqual(told(repairsOf(`[[${began}]]`, [], rival)), []);
  });

  it('takes words written as one and apart for the same', () => {
    const apart = 'no parking zones work where children cross on the way to any school';
    assert.deepEqual(told(repairsOf(`[[${apart}]]`)), [
      'likely words: NoParking zones work where children cross on their way to school',
    ]);
  });

  it('never takes a remark behind a title away unasked', () => {
    const front = `---\ntype: claim\nrelated:\n  - ${JUNCTION} (in towns)\n---\n`;
    const vault = vaultWith(HERE, front);
    const [link] = vault.note(HERE)?.links ?? [];
    assert.ok(link?.form === 'plain');
    const found = repairer(vault).linkIn(HERE, link);
    assert.deepEqual(told(found ? [found] : []), [`possible words: ${JUNCTION}`]);
    const wiki = repairsOf(`[[${JUNCTION} in towns]]`);
    assert.deepEqual(told(wiki), [`likely words: ${JUNCTION}`]);
  });

  it('does not take marks that tell names apart for nothing', () => {
    assert.deepEqual(told(repairsOf('[[C]]')), ['likely slug: C++']);
  });

  it('puts the neighbour first where several notes have the name, and takes none for sure', () => {
    const expected = [
      'likely twin: streets/every street is a compromise between speed and stay',
      'possible twin: travel/every street is a compromise between speed and stay',
    ];
    const link = '[[every street is a compromise between speed and stay]]';
    const path = 'inbox/archive/source.md';
    assert.deepEqual(told(repairsOf(link, [], path)), expected);
    const cut = '[[every street is a compromise]]';
    assert.deepEqual(
      told(repairsOf(cut, [], path)),
      expected.map(each => each.replace('twin', 'cut title')),
    );
  });

  it('never proposes the note in which the link stands', () => {
    const path = `domains/streets/${JUNCTION}.md`;
    assert.deepEqual(
      told(repairsOf('[[protected bike lanes lose most of their value]]', [], path)),
      [],
    );
  });

  it('keeps the form in which the link is written', () => {
    const links = repairsOf(
      `[a](../old/${encodeURI(JUNCTION)}.md) [[domains/old/${JUNCTION}.md]] [[${JUNCTION.replaceAll(' ', '-')}#Why|so]]`,
    );
    const targets = links.map(({ candidates }) => candidates[0]?.target);
    assert.deepEqual(targets, [`${JUNCTION}.md`, `domains/streets/${JUNCTION}`, JUNCTION]);
  });

  describe('with renames that git saw', () => {
    const rename = (from: string, to: string, similarity = 100): Rename => ({
      from,
      to,
      date: '2026-05-04',
      commit: 'abc1234',
      similarity,
      shared: false,
    });
    const to = `domains/streets/${JUNCTION}.md`;

    it('follows one, whatever the names say', () => {
      const [link] = repairsOf('[[cycle tracks]]', [rename('old/cycle tracks.md', to)]);
      assert.deepEqual(told(link ? [link] : []), [`safe renamed: ${JUNCTION}`]);
      assert.equal(link?.candidates[0]?.why, 'renamed on 2026-05-04 (git commit abc1234)');
    });

    it('trusts it less where much of the text is another, whatever the names share', () => {
      const links = repairsOf('[[cycle tracks]]', [rename('cycle tracks.md', to, 60)]);
      assert.deepEqual(told(links), [`likely renamed: ${JUNCTION}`]);
      const longer = `${JUNCTION} of many`;
      const reworded = repairsOf(`[[${longer}]]`, [rename(`${longer}.md`, to, 89)]);
      assert.deepEqual(told(reworded), [`likely renamed: ${JUNCTION}`]);
    });

    it('does not take a claim for sure for what said the opposite', () => {
      const denied = JUNCTION.replace('lose', 'do not lose');
      const opposed = JUNCTION.replace('lose', 'gain');
      for (const [similarity, tier] of [
        [76, 'possible'],
        [100, 'likely'],
      ] as const)
        for (const name of [denied, opposed]) {
          const links = repairsOf(`[[${name}]]`, [rename(`${name}.md`, to, similarity)]);
          assert.deepEqual(told(links), [`${tier} renamed: ${JUNCTION}`]);
        }
    });

    it('trusts it less where another note had the name, too', () => {
      const links = repairsOf('[[cycle tracks]]', [
        { ...rename('cycle tracks.md', to), shared: true },
      ]);
      assert.deepEqual(told(links), [`likely renamed: ${JUNCTION}`]);
    });

    it('forgets one that leads to no note, and of two to different notes trusts none', () => {
      assert.deepEqual(told(repairsOf('[[x]]', [rename('x.md', 'gone.md')])), []);
      const two = [rename('a/x.md', to), rename('b/x.md', `domains/streets/${PARKING}.md`)];
      const tiers = repairsOf('[[x]]', two).flatMap(each => each.candidates.map(one => one.tier));
      assert.deepEqual(tiers, ['possible', 'possible']);
      assert.deepEqual(told(repairsOf('[[a/x]]', two)), [
        `safe renamed: domains/streets/${JUNCTION}`,
      ]);
    });
  });

  it('proposes a note for a tenth of the missing links of the real vault and for all near ones, never the linking one', function () {
    this.timeout(120_000);
    const files = realVault(this);
    const vault = new Vault();
    vault.apply(files.values());
    const repairs = repairer(vault);
    const tiers = { safe: 0, likely: 0, possible: 0 };
    const states = { missing: 0, near: 0, ambiguous: 0 };
    for (const [path] of notesOf(files)) {
      for (const { state, candidates } of reportedLinks(vault, path, TODAY, repairs)) {
        for (const { path: to } of candidates) assert.ok(vault.has(to) && to !== path);
        const [first] = candidates;
        if (first === undefined) continue;
        tiers[first.tier]++;
        states[state]++;
      }
    }
    // What each means was read: of the others hardly any note that is meant was ever written.
    const told = JSON.stringify({ tiers, states });
    assert.ok(states.missing >= 85 && states.missing <= 120, told);
    assert.ok(states.near >= 185, told);
    assert.ok(tiers.safe > 100, told);
  });
});
