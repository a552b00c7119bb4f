/** Notes that are larger, longer or deeper than anybody writes. */
import { type Hostile, hostile } from '../hostile';
import type { TrialGroup } from '../trial';

const MB = 1024 * 1024;

/** `count` pieces, each made of its number. */
function many(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => piece(at)).join('');
}

const filled = (size: number, piece: string) => piece.repeat(size / piece.length);
const source = (body: string) => `---\ntype: source\ntitle: hostile\n---\n${body}`;

const huge: readonly Hostile[] = [
  {
    input: '100,000 links in a note, each to another note that is not there',
    text: () => many(100_000, at => `[[note ${at}]] `),
    codes: ['link/missing'],
    // Each is reported, with what would mend it.
    bound: { seconds: 60, megabytes: 900 },
  },
  { input: '100,000 links in a note to one note', text: () => '[[asks]] '.repeat(100_000) },
  {
    input: '100,000 links on a line that could be mended',
    text: () => '[[it keeps its taste]] '.repeat(100_000),
    path: 'notes/hostile.md',
    bound: { seconds: 60, megabytes: 900 },
  },
  { input: '100,000 headings', text: () => many(100_000, at => `# heading ${at}\n`) },
  {
    input: '100,000 footnotes and definitions',
    text: () => many(50_000, at => `[^${at}]: a footnote[^${at}]\n\n[d${at}]: asks.md\n\n`),
  },
  { input: '100,000 block ids', text: () => many(100_000, at => `a ^b${at}\n\n`) },
  { input: 'block quotes 50,000 deep', text: () => '> '.repeat(50_000) },
  { input: 'lists 50,000 deep on a line', text: () => `${'- '.repeat(50_000)}a` },
  {
    input: 'lists 100 deep, 1,000 lines each, 20 times',
    text: () => many(20, () => many(1000, at => `${' '.repeat(Math.min(at * 2, 200))}- a\n`)),
  },
  {
    input: 'brackets 50,000 deep',
    text: () => `${'['.repeat(50_000)}a${']'.repeat(50_000)}(asks.md)`,
  },
  { input: 'emphasis 50,000 deep', text: () => `${'*a _b '.repeat(25_000)}` },
  { input: 'HTML 50,000 deep', text: () => `${'<div>'.repeat(50_000)}a` },
  { input: 'a line of 1 MB of words', text: () => filled(MB, 'words and ') },
  { input: 'a line of 1 MB of `[[`', text: () => filled(MB, '[[') },
  { input: 'a line of 1 MB of backticks', text: () => filled(MB, '`') },
  { input: 'a line of 1 MB of `*`', text: () => filled(MB, '*') },
  { input: 'a line of 1 MB of `|`', text: () => filled(MB, '|') },
  { input: 'a line of 1 MB of tags that are not closed', text: () => filled(MB, '<a b=" ') },
  { input: 'a line of 1 MB of blanks behind a heading', text: () => `# a${' '.repeat(MB)}b` },
  {
    input: 'a heading of 1 MB',
    text: () => `# ${filled(MB, 'words and ')}`,
    only: ['check', 'links', 'graph', 'stats'],
  },
  {
    input: 'an extraction-hint section with 50,000 bullets',
    only: ['check', 'links', 'hints', 'stats'],
    text: () =>
      source(
        `## Agent Notes\n**Extraction hints:**\n${many(50_000, at => `- cellar ${at} keeps dough cold\n`)}`,
      ),
  },
  { input: '4 MB that are typed in', text: () => filled(4 * MB, 'words and [[asks]] \n\n') },
  {
    input: 'a note of 50 MB',
    text: () => Buffer.alloc(50 * MB, 'word '),
    codes: ['note/unreadable'],
    closed: true,
  },
];

export const hugeTexts: TrialGroup = {
  name: 'huge texts',
  promise:
    'Each run of the command line, and the server with all that it is asked while the note is typed in, takes less than ten processor seconds and 600 MB (a minute and 900 MB where 100,000 links are each reported). The rest of the vault is served and diagnosed as ever.',
  trials: huge.map(hostile),
};
