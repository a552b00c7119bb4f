/** Where following a link leads: to the note, or the heading or block in it. */
import assert from 'node:assert/strict';
import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const TARGET = [
  '---',
  'title: The whole title of it',
  '---',
  '# Top',
  '## 🍞 Crust',
  '### Colour',
  'A paragraph. ^block-1',
  '## Crumb & [[x|y]]',
  '### Colour',
  '',
].join('\r\n');

describe('definition', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      'target.md': TARGET,
      'one/twin.md': 'Text.',
      'two/twin.md': 'Text.\n\n## Part\n',
      'figure.png': 'x',
    });
  });
  after(cleanUp);

  /** Every place as `path:line:character`. */
  async function leads(marked: string): Promise<string[]> {
    const cursor = await client.show('writing.md', marked);
    const links = await client.ask<LocationLink[] | null>('definition', 'writing.md', ...cursor);
    return (links ?? []).map(({ targetUri, targetRange: { start } }) => {
      const path = targetUri.slice(client.uri('.').length + 1);
      return `${path}:${start.line}:${start.character}`;
    });
  }

  const places: Readonly<Record<string, readonly [marked: string, ...places: string[]]>> = {
    'a note': ['[[tar‸get]]', 'target.md:0:0'],
    'a note by its path and ending': ['[[./target.m‸d]]', 'target.md:0:0'],
    'a note by its title': ['[[the whole ti‸tle of it]]', 'target.md:0:0'],
    'a heading': ['[[target#to‸p]]', 'target.md:3:0'],
    'a heading with marks that links leave out': ['[[target#Crumb & x y‸]]', 'target.md:7:0'],
    'a heading with an emoji': ['[[target#🍞 crust‸]]', 'target.md:4:0'],
    'a heading below a heading': ['[[target#🍞 Crust#Colour‸]]', 'target.md:5:0'],
    'a heading that stands twice': ['[[target#Colour‸]]', 'target.md:5:0'],
    'a heading that is not there': ['[[target#Nothing‸]]', 'target.md:0:0'],
    'a block': ['[[target#^block-1‸]]', 'target.md:6:0'],
    'a block that is not there': ['[[target#^nothing‸]]', 'target.md:0:0'],
    'several notes': ['[[tw‸in]]', 'one/twin.md:0:0', 'two/twin.md:0:0'],
    'several notes of which one has the heading': [
      '[[twin#Part‸]]',
      'one/twin.md:0:0',
      'two/twin.md:2:0',
    ],
    'an attachment': ['![[figure‸.png]]', 'figure.png:0:0'],
    'a heading of the same note': ['# A\n\n## B\n\n[[#B‸]]', 'writing.md:2:0'],
    'nothing behind a link': ['[[target]] t‸ext'],
    'nothing where no note is': ['[[not‸hing at all]]'],
    'nothing in code': ['Text `[[tar‸get]]`'],
  };
  for (const [what, [marked, ...expected]] of Object.entries(places)) {
    it(`leads to ${what}`, async () => assert.deepEqual((await leads(marked)).sort(), expected));
  }

  it('leads from front matter, with brackets and without', async () => {
    for (const value of ['"[[tar‸get#🍞 Crust]]"', 'tar‸get', "'target.m‸d'"]) {
      const [place] = await leads(`---\nsupports:\n  - ${value}\n---\n`);
      assert.match(place ?? '', value.includes('#') ? /:4:0$/u : /:0:0$/u, value);
    }
  });

  it('tells the link and the whole heading', async () => {
    const cursor = await client.show('writing.md', '🍞 [[target#Top‸|t]].');
    const links = await client.ask<LocationLink[]>('definition', 'writing.md', ...cursor);
    assert.deepEqual(links, [
      {
        originSelectionRange: { start: { line: 0, character: 3 }, end: { line: 0, character: 19 } },
        targetUri: client.uri('target.md'),
        targetRange: { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } },
        targetSelectionRange: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
      },
    ]);
  });

  it('leads to a note that is not saved, and to headings as they are typed', async () => {
    await client.open('unsaved.md', 'Text.\n\n# New');
    assert.deepEqual(await leads('[[unsaved#New‸]]'), ['unsaved.md:2:0']);
    await client.type('unsaved.md', '# New');
    assert.deepEqual(await leads('[[unsaved#New‸]]'), ['unsaved.md:0:0']);
    await client.close('unsaved.md');
    assert.deepEqual(await leads('[[unsaved#New‸]]'), []);
  });

  it('is a plain location for a client that knows no location links', async () => {
    const plain = await serve({ 'a.md': 'See [[b]].\n', 'b.md': 'Here.\n' }, { capabilities: {} });
    const cursor = await plain.show('a.md', 'See [[b‸]].\n');
    const found = await plain.ask<Location[] | null>('definition', 'a.md', ...cursor);
    assert.deepEqual(
      found?.map(({ uri, range }) => [uri.slice(-5), range.start]),
      [['/b.md', { line: 0, character: 0 }]],
    );
  });
});
