/** Generates small vaults in which names, paths, titles and slugs collide, and links written in every way to what is there. */
import fc from 'fast-check';

const FOLDERS = ['', '', 'a/', 'A/', 'b/', 'a/b/', 'b/a/', 'a/a/', 'x y/', 'a.md/', 'cafe\u0301/'];
const SENTENCE = 'slow bread tastes better';
const STEMS = [
  ...[
    'one',
    'One',
    'ONE',
    'two',
    'one two',
    'one  two',
    'one-two',
    'One, two!',
    'one.two',
    'one.md',
  ],
  ...[
    '_map',
    'map',
    'café',
    'cafe\u0301',
    'CAFÉ',
    'Σας',
    'ΣΑΣ',
    '!!!',
    'Straße',
    'STRASSE',
    'v1.2',
    '100%',
    'a%20b',
    'a b',
  ],
  ...[
    SENTENCE,
    `${SENTENCE} and a day`,
    `Slow-bread-tastes-better`,
    "It's one",
    'its one',
    'pic.png',
  ],
];
const ENDINGS = ['.md', '.md', '.md', '.md', '.MD', '.markdown', '.png', '', '.md.md', '.canvas'];

const from = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const path = fc.tuple(from(FOLDERS), from(STEMS), from(ENDINGS)).map(parts => parts.join(''));

/** A change to an address, so that it still means the file, nearly means it, or means another. */
const WAYS: readonly ((address: string) => string)[] = [
  each => each.replace(/\.(?:md|markdown)$/iu, ''),
  each => each.slice(each.lastIndexOf('/') + 1),
  each => each.slice(each.indexOf('/') + 1),
  each => `${each}.md`,
  each => each.toUpperCase(),
  each => each.toLowerCase(),
  each => each.normalize('NFD'),
  each => each.normalize('NFC'),
  each => `/${each}`,
  each => `./${each}`,
  each => `../${each}`,
  each => each.replace('/', '/../'),
  each => each.replace('/', '//'),
  each => each.replace('/', '\\'),
  each => each.replaceAll(' ', '-'),
  each => each.replaceAll('-', ' '),
  each => each.replaceAll(' ', '  '),
  each => each.slice(0, -4),
  each => each.slice(1),
  each => encodeURI(each),
  each => `${each}/`,
  each => `${each}!`,
];

const link = fc.record({
  /** Which file of the vault, or which of the stems. */
  file: fc.nat({ max: 30 }),
  ways: fc.array(fc.constantFrom(...WAYS), { maxLength: 4 }),
  form: fc.constantFrom('wiki', 'wiki', 'wiki', 'markdown', 'angle', 'plain', 'quoted'),
  fragment: fc.constantFrom('', '', '', '#Part'),
});

const note = fc.record({
  title: fc.option(from(STEMS), { freq: 3 }),
  alias: fc.option(from(STEMS), { freq: 2 }),
  heading: fc.option(from(STEMS), { freq: 3 }),
  links: fc.array(link, { maxLength: 5 }),
});

/** Texts by path; `null` for what is no note. */
export const collidingFiles = fc
  .array(fc.tuple(path, note), { minLength: 1, maxLength: 7 })
  .map(files => {
    const paths = files.map(([each]) => each).filter(each => !each.endsWith('/'));
    return new Map(
      files
        .filter(([each]) => !each.endsWith('/'))
        .map(([each, words]) => [
          each,
          /\.(?:md|markdown)$/iu.test(each) ? textOf(words, paths) : null,
        ]),
    );
  });

type NoteWords = typeof note extends fc.Arbitrary<infer Words> ? Words : never;
type LinkWords = NoteWords['links'][number];

function textOf({ title, alias, heading, links }: NoteWords, paths: readonly string[]): string {
  const written = links.map(each => [each, addressOf(each, paths)] as const);
  const inMatter = written.filter(([{ form }]) => form === 'plain' || form === 'quoted');
  const inBody = written.filter(([{ form }]) => form !== 'plain' && form !== 'quoted');
  return [
    '---',
    ...(title === null ? [] : [`title: ${JSON.stringify(title)}`]),
    ...(alias === null ? [] : [`aliases: [${JSON.stringify(alias)}]`]),
    ...(inMatter.length === 0 ? [] : ['supports:']),
    ...inMatter.map(([{ form, fragment }, address]) =>
      form === 'plain'
        ? `  - ${JSON.stringify(address)}`
        : `  - '[[${address.replaceAll("'", "''")}${fragment}]]'`,
    ),
    '---',
    ...(heading === null ? [] : [`# ${heading}`]),
    ...inBody.map(([{ form, fragment }, address]) => {
      if (form === 'markdown') return `[text](${address.replaceAll(' ', '%20')}${fragment})`;
      return form === 'angle'
        ? `[text](<${address}${fragment}>)`
        : `[[${address}${fragment}|text]]`;
    }),
    '',
  ].join('\n');
}

function addressOf({ file, ways }: LinkWords, paths: readonly string[]): string {
  const whole = paths[file] ?? STEMS[file % STEMS.length] ?? '';
  const address = ways.reduce((each, way) => way(each), whole).replace(/(?:\s|%20)+(?=\.)/gu, '');
  // What names nothing, or ends with a blank before `.md`, nobody writes.
  return (/^(?:[\s\\]|%20)*$/u.test(address) ? whole : address).replaceAll(
    /%(?![\dA-F]{2})/gu,
    '%25',
  );
}
