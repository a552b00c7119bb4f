/** Front matter and settings that keep a reader busy, or mean more than they say. */
import { type Hostile, hostile } from '../hostile';
import type { TrialGroup } from '../trial';

const MB = 1024 * 1024;
const LETTERS = [...'abcdefghijklmnopqrst'];

function many(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('');
}

const block = (yaml: string) => `---\ntype: source\ntitle: hostile\n${yaml}\n---\n[[asks]]\n`;

/** Each name stands for nine of the one before: nine to the twentieth values. */
const bomb = LETTERS.map((name, at) => {
  const nine = Array(9).fill(at === 0 ? 'x' : `*${LETTERS[at - 1]}`);
  return `${name}: &${name} [${nine.join(', ')}]`;
}).join('\n');

const UNREAD = { codes: ['frontmatter/syntax'] };

const blocks: readonly Hostile[] = [
  { input: 'an alias bomb in front matter', text: block(bomb) },
  { input: 'an alias that holds itself', text: block('a: &a [*a, *a]\n<<: *a') },
  {
    input: 'front matter of 10 MB',
    text: () => block(`notes: ${'a'.repeat(10 * MB)}`),
    codes: ['note/unreadable'],
    closed: true,
  },
  { input: 'a value of 4.9 MB', text: () => block(`notes: "${'a'.repeat(4.9 * MB)}"`), ...UNREAD },
  {
    input: 'a title of 1 MB',
    text: () => block(`description: ${'words and '.repeat(MB / 10)}`),
    ...UNREAD,
  },
  {
    input: '100,000 fields',
    text: () => block(many(100_000, at => `field${at}: ${at}\n`)),
    ...UNREAD,
  },
  {
    input: '2,000 fields, which are read',
    text: () => block(many(2000, at => `field${at}: ${at}\n`)),
  },
  {
    input: '4,000 times the same key',
    text: () => block('key: 1\n'.repeat(4000)),
    codes: ['frontmatter/repeated-key'],
  },
  { input: '10,000 times the same key', text: () => block('key: 1\n'.repeat(10_000)), ...UNREAD },
  {
    input: '20,000 aliases',
    text: () => block(`aliases:\n${many(20_000, at => `- name ${at}\n`)}`),
    ...UNREAD,
  },
  {
    input: '2,500 aliases, which are read',
    text: () => block(`aliases:\n${many(2500, at => `- name ${at}\n`)}`),
  },
  {
    input: 'flow lists 50,000 deep',
    text: () => block(`a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ...UNREAD,
  },
  { input: 'flow maps 15,000 deep', text: () => block(`a: ${'{a: '.repeat(15_000)}`), ...UNREAD },
  {
    input: 'maps 300 deep, a line each',
    text: () => block(many(300, at => `${' '.repeat(at)}a:\n`)),
  },
  {
    input: 'lists 15,000 deep on a line',
    text: () => block(`a:\n  ${'- '.repeat(15_000)}x`),
    ...UNREAD,
  },
  {
    input: '30 KB of closing brackets, each of them a fault',
    text: () => block(`a: ${']'.repeat(30_000)}`),
    ...UNREAD,
  },
  { input: '30 KB of open quotes', text: () => block(`a: ${'"\n'.repeat(15_000)}`), ...UNREAD },
  { input: '30 KB of anchors', text: () => block(`a: ${'&a *a '.repeat(5000)}`), ...UNREAD },
  {
    input: '7,500 aliases of an anchor, which are read',
    text: () => block(`a: &a x\nb: [${'*a, '.repeat(7500)}x]`),
  },
  {
    input: 'blank lines of 4 MB behind `--- yaml`',
    text: () => `--- yaml\n${'\n'.repeat(4 * MB)}a: b\n---\n`,
    ...UNREAD,
  },
  {
    input: 'a block of 4.9 MB that is never closed',
    text: () => `---\ntype: source\n${'a: b\n'.repeat(MB - 20_000)}`,
    codes: ['frontmatter/unclosed'],
  },
];

const settings: readonly Hostile[] = [
  {
    input: 'an alias bomb in `.claimwright.yaml`',
    text: 'Text.',
    settings: bomb,
    codes: ['config/invalid'],
  },
  {
    input: '`.claimwright.yaml` of 10 MB',
    text: 'Text.',
    settings: () => `domains: [${'a'.repeat(10 * MB)}]`,
    codes: ['config/invalid'],
  },
  {
    input: '`.claimwright.yaml` of 4 MB',
    text: 'Text.',
    settings: () => `domains: [${'a, '.repeat(1.3 * MB)}]`,
    codes: ['config/invalid'],
  },
  {
    input: '`.claimwright.yaml` with 50,000 types',
    text: 'Text.',
    settings: () => `types:\n${many(50_000, at => `  t${at}: { folders: ['f${at}'] }\n`)}`,
    codes: ['config/invalid'],
  },
  {
    input: '`.claimwright.yaml` with 2,500 types, which are read',
    text: 'Text.',
    settings: () => `types:\n${many(2500, at => `  t${at}: { folders: ['f${at}'] }\n`)}`,
  },
  {
    input: '`.claimwright.yaml` with 5,000 fields of a type',
    text: 'Text.',
    settings: () => `types:\n  claim:\n    fields:\n${many(5000, at => `      f${at}: {}\n`)}`,
  },
  {
    input: '`.claimwright.yaml` with 9,000 patterns',
    text: 'Text.',
    settings: () => `exclude: [${'"**/*a*b*c", '.repeat(9000)}]`,
  },
  {
    input: '`.claimwright.yaml` with a pattern of 50,000 stars',
    text: 'Text.',
    settings: () => `exclude: ["${'*a'.repeat(50_000)}"]`,
  },
];

export const yaml: TrialGroup = {
  name: 'hostile yaml',
  promise:
    'What YAML can be made to mean or to cost is bounded, in notes and in settings alike: a block above 32 KB, settings above 128 KB, and what is nested a hundred levels deep are said to be too much and not read.',
  trials: [...blocks, ...settings].map(hostile),
};
