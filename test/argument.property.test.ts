/** Incremental equals from-scratch for what rests on, challenges and replaces what, in small vaults that speak of little else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../server/core/vault/Vault';
import { freshVault, KeptVault, snapshot } from './support/snapshot';

const names = ['slow bread tastes better', 'salt slows yeast', 'rye needs acid', 'ovens lie'];
const LOG = 'inbox/archive/log.md';
const paths = [...names.map(name => `domains/food/${name}.md`), LOG];
const name = fc.constantFrom(...names, 'log', 'steam crisps crusts');
const day = fc.integer({ min: 1, max: 4 }).map(each => `2026-03-0${each}`);
const address = fc.constantFrom('https://example.org/a', 'http://www.example.org/a/#b');

const field = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('depends_on', 'supports', 'challenges', 'challenged_by'), name)
      .map(([key, to]) => `${key}: [${to}]`),
  },
  fc
    .tuple(
      fc.constantFrom('superseded_by', 'supersedes', 'claims_extracted', 'enrichments', 'related'),
      name,
    )
    .map(([key, to]) => `${key}: ["[[${to}]]"]`),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('revised', 'last_evaluated', 'demoted_date'), day)
      .map(([key, date]) => `${key}: ${date}`),
  },
  fc.constantFrom('status: retired', 'status: abandoned', 'confidence: experimental'),
  fc.constantFrom('superseded_by: steam crisps crusts', 'superseded_by: ovens lie'),
  fc.tuple(fc.constantFrom('url', 'source'), address).map(pair => pair.join(': ')),
  name.map(title => `title: ${title}`),
);

const note = fc
  .tuple(
    fc.constantFrom(
      'claim',
      'claim',
      'claim',
      'belief',
      'position',
      'source',
      'map',
      'clam',
      'moc',
      'archive',
    ),
    day,
    fc.array(field, { maxLength: 4 }),
    fc.constantFrom(
      '',
      'It is 5.',
      '## Challenges\nSalt.',
      '[[salt slows yeast]]',
      '[[rye needs acid]]',
    ),
  )
  .map(([type, created, fields, body]) =>
    [
      ...['---', `type: ${type}`, 'confidence: likely', `created: ${created}`],
      ...[...fields, '---', body, ''],
    ].join('\n'),
  );

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(address, fc.constantFrom('', 'claims_extracted: [ovens lie]\n'), name)
    .map(([url, field, title]) => `---\ntype: source\nurl: ${url}\ntitle: ${title}\n${field}---\n`)
    .map((text): Change => ({ kind: 'set', path: LOG, text })),
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...paths), note)
      .map(([path, text]): Change => ({ kind: 'set', path, text })),
  },
  fc.constantFrom(...paths).map((path): Change => ({ kind: 'remove', path })),
);

/** What follows from other notes. */
const CODES = [
  ...['lifecycle/re-evaluate', 'claim/unanswered-challenge', 'claim/source-not-linked'],
  ...['claim/source-missing', 'claim/no-evidence'],
];

describe('incremental equals from-scratch for the argument', () => {
  it('after each of many changes', function () {
    this.timeout(120_000);
    const seen = new Map(CODES.map(code => [code, 0]));
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 14 }),
        steps => {
          const kept = new KeptVault();
          for (const changes of steps) {
            kept.apply(changes);
            assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(freshVault(kept.files)));
            for (const { code } of [...kept.findings.values()].flat())
              if (seen.has(code)) seen.set(code, (seen.get(code) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
    for (const [code, count] of seen) assert.ok(count >= 20, `${code} came up ${count} times`);
  });
});

it('of very many challenges of one claim the newest are told, at the cost of few', () => {
  const hub = 'domains/food/slow bread tastes better.md';
  const claim = (path: string, ...fields: string[]): Change => ({
    kind: 'set',
    path,
    text: ['---', 'type: claim', ...fields, '---', ''].join('\n'),
  });
  const count = 3000;
  const resting = (at: number) => `domains/food/rests ${at}.md`;
  const kept = new KeptVault();
  const from = performance.now();
  kept.apply([
    claim(hub),
    ...Array.from({ length: count }, (_, at) => [
      claim(resting(at), 'created: 2026-02-01', 'depends_on: [slow bread tastes better]'),
      claim(
        `domains/food/challenges ${at}.md`,
        `created: 2026-0${at === count - 1 ? 5 : 3}-01`,
        'challenges: [slow bread tastes better]',
      ),
    ]).flat(),
  ]);
  assert.ok(performance.now() - from < 30_000, 'a challenge costs what rests on the claim');
  const told = () =>
    kept.findings.get(resting(7))?.find(({ code }) => code === 'lifecycle/re-evaluate')?.message;
  assert.match(told() ?? '', /^Challenged by “challenges 2999” on 2026-05-01; .*; 17 more: /u);
  kept.apply([{ kind: 'remove', path: `domains/food/challenges ${count - 1}.md` }]);
  assert.match(told() ?? '', /^Challenged by “challenges 0” on 2026-03-01; /u);
}).timeout(60_000);
