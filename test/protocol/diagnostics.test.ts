/** Diagnostics while notes are typed: where they stand, when they come and go, and that only differences are sent. */
import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, pause, serve } from '../support/lspClient';

/** Longer than a check waits for quiet, and the check itself. */
const CHECKED = 300;

describe('diagnostics', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      'closed.md': 'A [[missing one]] and [[missing two|m]].\r\n\r\n🍞 [[missing three]]',
      'good.md': 'Text.',
      'one/twin.md': 'Text.',
      'two/twin.md': 'Text.',
      'titled.md': '---\ntitle: Ovens heat slowly at first\n---\n',
      'asks.md': 'See [[later]].',
    });
  });
  after(cleanUp);

  const ranges = (name: string) =>
    client.found(name).map(({ range: { start, end } }) => [
      [start.line, start.character],
      [end.line, end.character],
    ]);

  it('come for notes that no editor shows, on the target and nothing else', async () => {
    await client.codes('closed.md', 'link/missing link/missing link/missing');
    assert.deepEqual(ranges('closed.md'), [
      [
        [0, 4],
        [0, 15],
      ],
      [
        [0, 24],
        [0, 35],
      ],
      [
        [2, 5],
        [2, 18],
      ],
    ]);
    assert.equal(client.diagnostics.get(client.file('closed.md'))?.version, undefined);
    const [first] = client.found('closed.md');
    assert.equal(first?.severity, DiagnosticSeverity.Error);
    assert.equal(first?.source, 'claimwright');
    assert.match(first?.codeDescription?.href ?? '', /\/docs\/rules\/link-missing\.md$/u);
  });

  it('point at the other notes that they speak of', async () => {
    await client.open('related.md', '[[twin]] [[Ovens heat slowly at first]]');
    await client.codes('related.md', 'link/ambiguous link/near');
    const related = client
      .found('related.md')
      .map(each => each.relatedInformation?.map(({ location }) => location.uri));
    assert.deepEqual(related, [
      [client.uri('one/twin.md'), client.uri('two/twin.md')],
      [client.uri('titled.md')],
    ]);
    await client.close('related.md');
    await client.codes('related.md', '');
  });

  it('follow the typing, with the version that they are about', async () => {
    await client.open('typed.md', '---\ntype: clam\n---\n\nSee [[goo]].');
    await client.codes('typed.md', 'frontmatter/unknown-type link/missing');
    const version = () => client.diagnostics.get(client.file('typed.md'))?.version;
    assert.equal(version(), 1);
    assert.deepEqual(ranges('typed.md'), [
      [
        [1, 6],
        [1, 10],
      ],
      [
        [4, 6],
        [4, 9],
      ],
    ]);
    const at = { line: 4, character: 9 };
    await client.type('typed.md', 'd', { start: at, end: at });
    await client.codes('typed.md', 'frontmatter/unknown-type');
    assert.equal(version(), 2);
    await client.type('typed.md', '\n\n', {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
    await client.codes('typed.md', 'frontmatter/not-first');
    assert.equal(version(), 3);
    await client.type('typed.md', '', {
      start: { line: 0, character: 0 },
      end: { line: 2, character: 0 },
    });
    await client.codes('typed.md', 'frontmatter/unknown-type');
    assert.equal(version(), 4);
    await client.close('typed.md');
    await client.codes('typed.md', '');
  });

  it('count characters as editors do, through edits of several ranges', async () => {
    await client.open('emoji.md', '🍞🍞 [[x]]\r\n');
    await client.codes('emoji.md', 'link/missing');
    assert.deepEqual(ranges('emoji.md'), [
      [
        [0, 7],
        [0, 8],
      ],
    ]);
    const at = { line: 0, character: 4 };
    await client.type('emoji.md', '\r\n🥖', { start: at, end: at });
    await client.until('it moves', () => client.found('emoji.md')[0]?.range.start.line === 1);
    assert.deepEqual(ranges('emoji.md'), [
      [
        [1, 5],
        [1, 6],
      ],
    ]);
    await client.close('emoji.md');
  });

  it('are sent again only where they differ', async () => {
    await client.open('good.md', 'Text.\n\n[[nothing]]');
    await client.codes('good.md', 'link/missing');
    await client.open('asks.md', 'See [[later]].');
    await pause(CHECKED);
    const sent = client.published.length;
    await client.type('good.md', 'Text!\n\n[[nothing]]');
    await client.type('asks.md', 'See [[later]]. Or never.');
    await client.type('asks.md', 'See [[later]].');
    await client.watched({ 'closed.md': 2, 'titled.md': 2 });
    await pause(CHECKED);
    assert.equal(client.published.length, sent);
    await client.type('good.md', 'Text!');
    await client.codes('good.md', '');
    await pause(CHECKED);
    assert.equal(client.published.length, sent + 1);
    await client.close('good.md');
    await client.close('asks.md');
  });

  it('of other notes go as soon as an unsaved note answers their links, and come back with it', async () => {
    await client.codes('asks.md', 'link/missing', 2000);
    await client.open('later.md', '');
    await client.codes('asks.md', '', 2000);
    await client.close('later.md');
    await client.codes('asks.md', 'link/missing', 2000);
  });

  it('are those of the text in the editor, whatever the disk says, until it is closed', async () => {
    client.write('both.md', '[[on the disk]]');
    await client.watched({ 'both.md': 1 });
    const target = () => String(client.found('both.md')[0]?.message);
    await client.until('the disk counts', () => target().includes('on the disk'));
    await client.open('both.md', '[[in the editor]]');
    await client.until('the editor counts', () => target().includes('in the editor'));
    client.write('both.md', '[[anew on the disk]]');
    await client.watched({ 'both.md': 2 });
    await pause(CHECKED);
    assert.match(target(), /in the editor/u);
    await client.type('both.md', 'No link.');
    await client.codes('both.md', '');
    await client.close('both.md');
    await client.until('the disk counts again', () => target().includes('anew on the disk'));
    assert.equal(client.diagnostics.get(client.file('both.md'))?.version, undefined);
  });

  it('come while somebody types without a pause', async () => {
    await client.open('fast.md', '');
    let typed = 0;
    for (const end = Date.now() + 1500; client.found('fast.md').length === 0; typed++) {
      assert.ok(Date.now() < end, 'no diagnostics while typing');
      await client.type('fast.md', `${'x'.repeat(typed)} [[nothing]]`);
      await pause(20);
    }
    await client.close('fast.md');
  });
});
