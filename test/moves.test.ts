/** Parts of the moves of authors that texts alone decide: names and dates of sources, and what was copied. */
import assert from 'node:assert/strict';
import { readCopied } from '../client/clipboard-source';
import { hintsOf } from '../server/core/authoring/hints/hintsOf';
import { copiedText } from '../server/core/authoring/moves/copiedText';
import { publishedOn } from '../server/core/authoring/moves/publishedOn';
import { handleOf, sourceName } from '../server/core/authoring/moves/sourceName';
import { scanMarkdown } from '../server/core/text/markdown';
import { parseNote } from '../server/core/text/parseNote';
import { Vault } from '../server/core/vault/Vault';

describe('the file name of a source', () => {
  const handles = {
    'Ida Oak (@ida.oak)': 'ida-oak',
    '@shade_lab': 'shade-lab',
    'Ida Oak, Jo Elm, et al.': 'oak',
    'Ida Oak and Jo Elm': 'oak',
    'Ida B. Oak': 'oak',
    'The Tarnleigh Courier Weekly': 'tarnleigh-courier-weekly',
    'Institute for Long Names of Things': 'institute-for-long',
    Plato: 'plato',
    '': '',
  };
  for (const [author, handle] of Object.entries(handles))
    it(`calls “${author}” “${handle}”`, () => assert.equal(handleOf(author), handle));

  it('ends between words, and with none that only joins others', () => {
    const title = 'Why the streets of old towns stay cool in summer and warm in winter';
    const name = sourceName('2026-03-03', 'Ida Oak', title);
    assert.equal(name, '2026-03-03-oak-why-the-streets-of-old-towns-stay-cool-in-summer.md');
    assert.equal(
      sourceName('2026-03-03', '', 'Shade: what it does', 2),
      '2026-03-03-shade-what-it-does-2.md',
    );
    assert.equal(sourceName('2026-03-03', '', '???'), '2026-03-03.md');
  });

  it('keeps a title in any script, and one of emoji', () => {
    const cut = sourceName('2026-03-03', 'author', '自転車道が途切れるところで人々は車に戻る');
    assert.equal(cut, '2026-03-03-author-自転車道が途切れるところで人々は.md');
    assert.equal(sourceName('2026-03-03', '', '🚲 🚲!'), '2026-03-03-🚲🚲.md');
    const long = sourceName('2026-03-03', '', '🚲'.repeat(100));
    assert.ok(/^2026-03-03-🚲{12}\.md$/u.test(long), long);
  });
});

describe('the day on which a source was published', () => {
  const TODAY = '2026-11-22';
  const days: readonly (readonly [url: string, text: string, day: string | null])[] = [
    ['https://example.org/2026/03/04/shade', 'March 3, 2026', '2026-03-04'],
    ['https://example.org/2026-03-04-shade', '', '2026-03-04'],
    ['https://example.org/2026/13/04/shade', '', null],
    ['https://example.org/2027/01/04/shade', '', null],
    ['', 'Shade\nBy Ida Oak · 3 March 2026\n\nText', '2026-03-03'],
    ['', 'Shade\nPublished 2026-03-03, changed 2026-03-05', null],
    [
      '',
      `Shade\n\n${'It was hot on 3 March 2026, and everybody stayed inside all day long. '.repeat(2)}`,
      null,
    ],
    ['', `${'line\n'.repeat(30)}3 March 2026`, null],
    ['', '', null],
  ];
  for (const [url, text, day] of days)
    it(`is ${day} for ${url || JSON.stringify(text.slice(0, 50))}`, () =>
      assert.equal(publishedOn(url, text, TODAY), day));

  it('does not take long to find in a long line', () => {
    const start = Date.now();
    publishedOn('', '2026-'.repeat(400_000), TODAY);
    publishedOn('', `${'March '.repeat(12)}\n`.repeat(100_000), TODAY);
    assert.ok(Date.now() - start < 1000);
  });
});

describe('copied text in a note', () => {
  const source = new Vault().config.schema.type('source') ?? assert.fail();
  const inSource = (copied: string) => copiedText(copied, source);

  it('stays as it is where it can', () => {
    assert.equal(inSource('\uFEFF\r\n  a\r\nb\rc  \n\n'), '  a\nb\nc');
    assert.equal(inSource('a\x1b[31mb\x00\tc'), 'a[31mb\tc');
    assert.equal(inSource(' \n '), '');
  });

  for (const open of [
    '```\nx',
    '~~~',
    '<!-- x',
    '%%\nx',
    '<script>',
    '```\n````\n',
    '> ```\nx',
    '$$',
  ])
    it(`does not swallow what stands below ${JSON.stringify(open)}`, () => {
      const below = `${inSource(open)}\n\n## Below\n\n[[x]]`;
      const { headings, wikilinks } = scanMarkdown(below, 0);
      assert.equal(headings.at(-1)?.text, 'Below');
      assert.equal(wikilinks.at(-1)?.span.end, below.length);
    });

  const said: readonly (readonly [copied: string, written: string])[] = [
    ['# Shade\n\nIt is cool.', '\\# Shade\n\nIt is cool.'],
    ['Shade\n===\n\nCool\n---\nx', 'Shade\n\\===\n\nCool\n\\---\nx'],
    ['> ## Shade\n- # Cool', '> \\## Shade\n- \\# Cool'],
    ['See [[shade]] and ![[cool]].', 'See \\[[shade]] and !\\[[cool]].'],
    [
      'See [shade](shade.md), ![a](b.png), [it](https://example.org).',
      'See \\[shade](shade.md), !\\[a](b.png), [it](https://example.org).',
    ],
    ['`# no` `[[code]]`\n\n---\n\n#tag', '`# no` `[[code]]`\n\n---\n\n#tag'],
    ['**Extraction hints:** see below', '**Extraction hints:** see below'],
  ];
  for (const [copied, written] of said)
    it(`is no heading and no link of the note: ${JSON.stringify(copied)}`, () => {
      assert.equal(inSource(copied), written);
      const { headings, wikilinks } = scanMarkdown(written, 0);
      assert.deepEqual([headings, wikilinks], [[], []]);
    });

  for (const hints of [
    '## Extraction Hints\n- Claim: shade cools a street by four degrees',
    '**Extraction hints:**\n- Claim: shade cools a street by four degrees',
    'EXTRACTION HINT: Extract the rule of shade.',
  ])
    it(`names no claim to be written: ${JSON.stringify(hints)}`, () => {
      const written = `---\ntype: source\n---\n\n## Content\n\n${inSource(hints)}\n`;
      const note = parseNote('a.md', written, new Set());
      assert.deepEqual(hintsOf(note, written, source), []);
      assert.ok(written.includes('shade'));
    });

  it('does not take long in long lines', () => {
    const start = Date.now();
    for (const part of ['[[a]] ', '# ', '\n# a', '> ', '[a](b) ', '![[', '\n---', '`'])
      inSource(part.repeat(40_000));
    assert.ok(Date.now() - start < 8000);
  });
});

describe('the clipboard', () => {
  const reads = (copied: string, [url, title, author, text]: readonly string[]) =>
    assert.deepEqual(readCopied(copied), { url, title, author, text });

  it('may hold an address alone', () =>
    reads(' https://example.org/a?b=c \n', ['https://example.org/a?b=c', '', '', '']));
  it('may hold a Markdown link', () =>
    reads('[Shade (part 1)](https://example.org/a_(b))', [
      'https://example.org/a_(b)',
      'Shade (part 1)',
      '',
      '',
    ]));
  it('may hold a title with its address', () =>
    reads('# Measuring shade\r\nhttps://example.org/a\r\n', [
      'https://example.org/a',
      'Measuring shade',
      '',
      '',
    ]));
  it('may hold a whole article', () => {
    const copied = 'Measuring shade\nBy Ida Oak\n\nIt is cool.\n\nhttps://example.org/a';
    reads(copied, ['https://example.org/a', 'Measuring shade', 'Ida Oak', copied]);
  });
  it('may hold a paragraph without a title', () => {
    const copied = 'It is cool where trees are. '.repeat(20);
    reads(copied, ['', '', '', copied]);
  });
  it('may hold nothing', () => reads('', ['', '', '', '']));
  it('may hold an address in the middle of a sentence, which is none of the source', () =>
    reads('See https://example.org/a for more', [
      '',
      'See https://example.org/a for more',
      '',
      '',
    ]));
});
