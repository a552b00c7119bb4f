/** Generates small notes whose names, titles, links, domains and agents collide in every way that is told apart. */
import fc from 'fast-check';
import type { Change } from '../../server/core/vault/Vault';

const words = ['bread', 'Bread', 'slow bread', 'slow-bread', '_map', 'café', 'cafe\u0301', '!!!'];
const sentence = 'slow bread tastes better because enzymes need a night';
const stems = [...words, sentence, `${sentence} and a day`, 'Slow-bread-tastes', 'x.md'];
const folders = [
  ...['', 'a/', 'b/', 'b/a/', 'domains/food/', 'sectors/', 'inbox/queue/'],
  // Folders that are domains or agents, some one slip apart.
  ...['domains/foods/', 'core/Food/', 'sectors/bread/', 'agents/anna/', 'agents/anne/musings/'],
];

const stem = fc.constantFrom(...stems);
const folder = fc.constantFrom(...folders);
/** A title may be cut short, and so may a link. */
const title = fc.oneof(
  { weight: 4, arbitrary: stem },
  fc.nat({ max: sentence.length }).map(length => sentence.slice(0, length)),
);

export const notePath = fc.tuple(folder, stem).map(([at, name]) => `${at}${name}.md`);
const filePath = fc
  .tuple(folder, fc.constantFrom('bread.png', 'Bread.PNG', '_map.canvas', 'slow bread'))
  .map(([at, name]) => at + name);

const target = fc.oneof(
  { weight: 6, arbitrary: title },
  fc
    .tuple(fc.constantFrom('a/', 'b/', './', '../', '/', 'sectors/', 'b/a/'), stem)
    .map(both => both.join('')),
  stem.map(name => `${name}.md`),
  filePath,
  fc.constant(''),
);

/** Headings and blocks, some of which some notes have. */
const fragment = fc.oneof(
  fc.constantFrom('', '#Part', '|shown', '#^id|shown', '#^other', '#part#bread'),
  title.map(text => `#${text}`),
);

const wikilink = fc.tuple(target, fragment).map(([name, rest]) => `[[${name}${rest}]]`);

const markdownLink = fc
  .tuple(target, fc.constantFrom('', '#part', '#slow-bread', '#^id'))
  .map(([name, rest]) => `[shown](<${name}${rest}>)`);

/** Words that a folder makes known, or that are taken for a slip of one. */
const ownWord = fc.constantFrom(
  ...['food', 'foods', 'Food', 'fod', '"food "', 'bread', 'braed', 'bred'],
  ...['anna', 'anne', 'ann', 'null', '"a/b"', '!!!', "'fo od'"],
);
/** Fields that hold domains or agents in some type, by old names too. */
const wordKey = fc.constantFrom(
  ...['domain', 'domains', 'secondary_domains', 'agent', 'tracked_by', 'processed_by'],
  ...['archived_by', 'ingested_by', 'tags'],
);

function wordField([key, given]: [string, string[]]): string {
  const [word, more] = given;
  return more === undefined ? `${key}: ${word ?? ''}` : `${key}: [${given.join(', ')}]`;
}

const address = fc.constantFrom(
  ...['https://example.org/bread', 'http://www.example.org/bread/', 'https://example.org/oven'],
);

const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('title', 'name', 'aliases'), title)
    .map(([key, text]) => `${key}: ${JSON.stringify(text)}`),
  fc
    .tuple(fc.constantFrom('supports', 'related', 'depends_on'), target)
    .map(([key, text]) => `${key}: ${JSON.stringify(text)}`),
  wikilink.map(link => `challenges:\n  - "${link}"`),
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(target, fc.constantFrom('slow bread', sentence, 'x')), {
        minLength: 1,
        maxLength: 3,
      })
      .map(all => `depends_on:${all.map(each => `\n  - ${JSON.stringify(each)}`).join('')}`),
  },
  fc.constantFrom(
    ...['type: claim', 'type: source', 'type: sector', 'type: belief', 'type: musing'],
    ...['type: archive', 'type: clam', 'type:'],
  ),
  // What rests on what, and what happened to it since.
  fc
    .tuple(fc.constantFrom('challenges', 'challenged_by', 'supports', 'supersedes'), title)
    .map(([key, text]) => `${key}: [${JSON.stringify(text)}]`),
  fc
    .tuple(fc.constantFrom('created', 'revised', 'last_evaluated'), fc.integer({ min: 1, max: 9 }))
    .map(([key, day]) => `${key}: 2026-03-0${day}`),
  address.map(text => `url: ${text}`),
  address.map(text => `source: "Ann (${text})"`),
  fc.constantFrom(
    'confidence: likely',
    'confidence: likley',
    'created: 2026-02-30',
    'a: b: c',
    'created: 2026-03-05',
    'last_evaluated: 2026-03-04',
    'related: [[bread]]',
    'domian: food',
    'status: retired',
    'superseded_by: [bread]',
  ),
  { weight: 2, arbitrary: fc.tuple(wordKey, fc.array(ownWord, { maxLength: 3 })).map(wordField) },
);

const body = fc.array(
  fc.oneof(
    wikilink,
    markdownLink,
    title.map(text => `# ${text}`),
    title.map(text => `## ${text}`),
    address,
    fc.constantFrom('It is 5.', '> Quoted.', '## Challenges\nSalt.'),
    fc.constantFrom('Some text. ^id', 'More. ^other', '# Part', '```', '<!--', '-->', ''),
  ),
  { maxLength: 4 },
);

/** What rules about two notes ask for is rare where the fields come as they may. */
const typeLine = fc.constantFrom(
  ...[[], ['type: claim'], ['type: claim'], ['type: claim'], ['type: musing']],
);

export const noteText = fc
  .tuple(fc.option(fc.array(field, { maxLength: 4 })), typeLine, body)
  .map(([fields, type, lines]) =>
    [...(fields === null ? [] : ['---', ...type, ...fields, '---']), ...lines, ''].join('\n'),
  );

const set = fc
  .tuple(notePath, noteText)
  .map(([path, text]): Change[] => [{ kind: 'set', path, text }]);
const unreadable = notePath.map((path): Change[] => [
  { kind: 'set', path, text: null, problem: 'This note is not UTF-8.' },
]);
const attachment = filePath.map((path): Change[] => [{ kind: 'set', path, text: null }]);
const remove = fc.oneof(notePath, filePath).map((path): Change[] => [{ kind: 'remove', path }]);

/** What may happen next to a vault: `rename` and `edit` choose among the files that are there. */
export type Step =
  | { readonly kind: 'apply'; readonly changes: readonly Change[] }
  | { readonly kind: 'rename'; readonly index: number; readonly to: string }
  | {
      readonly kind: 'edit';
      readonly index: number;
      readonly at: number;
      readonly removed: number;
      readonly text: string;
    };

const insertion = fc.oneof(
  wikilink,
  markdownLink,
  title,
  fc.constantFrom(
    '\n',
    '\n# Part\n',
    ' ^id\n',
    '---\n',
    '`',
    '"',
    ']]',
    '[[',
    '# ',
    's',
    'domains: fod\n',
  ),
);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .oneof({ weight: 5, arbitrary: set }, unreadable, attachment, remove)
      .map((changes): Step => ({ kind: 'apply', changes })),
  },
  fc
    .array(fc.oneof(set, remove), { minLength: 2, maxLength: 4 })
    .map((lists): Step => ({ kind: 'apply', changes: lists.flat() })),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rename' as const), index: fc.nat(), to: notePath }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      index: fc.nat(),
      at: fc.nat(),
      removed: fc.nat({ max: 6 }),
      text: insertion,
    }),
  },
);
