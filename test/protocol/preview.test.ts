/** What a Markdown preview is told over the protocol, and when it is told to ask anew. */
import assert from 'node:assert/strict';
import { type PreviewAnswer, previewChangedMethod, previewMethod } from '../../server/lsp/protocol';
import {
  cleanUp,
  LspClient,
  makeVault,
  pause,
  serve,
  slowNotes,
  uriOf,
} from '../support/lspClient';

const FILES = {
  'a.md': '---\nrelated: "[[b]]"\n---\n[[b]] [[b|again]] [[gone]] ![[b#Part]]\n',
  'x/b.md': '---\ntype: claim\nconfidence: likely\n---\n# B\n\n## Part\n\nText of it.\n',
  '.hidden/c.md': '[[b]]\n',
};

describe('a Markdown preview, over the protocol', () => {
  afterEach(cleanUp);

  const ask = (client: LspClient, uri: string) =>
    client.connection.sendRequest<PreviewAnswer | null>(previewMethod, { uri });
  const told = (client: LspClient) => {
    const seen = { times: 0 };
    client.connection.onNotification(previewChangedMethod, () => {
      seen.times++;
    });
    return seen;
  };

  it('is told of each target of the body once, with the text of embeds', async () => {
    const client = await serve(FILES);
    const answer = await ask(client, client.uri('a.md'));
    assert.deepEqual(answer?.links, [
      {
        written: 'b',
        kind: 'found',
        href: './x/b.md',
        title: 'B\nlikely · claim · x',
        confidence: 'likely',
        embed: null,
      },
      {
        written: 'gone',
        kind: 'missing',
        href: null,
        title: 'No note or file is called “gone”.',
        confidence: null,
        embed: null,
      },
      {
        written: 'b#Part',
        kind: 'found',
        href: './x/b.md#part',
        title: 'B\nlikely · claim · x',
        confidence: 'likely',
        embed: {
          kind: 'text',
          title: 'B',
          text: '## Part\n\nText of it.\n',
          cut: false,
          folder: './x/',
          file: './x/b.md',
          links: [],
        },
      },
    ]);
  });

  it('is told nothing of what is no note of a vault', async () => {
    const client = await serve(FILES);
    const elsewhere = makeVault({ 'a.md': '[[b]]\n' });
    for (const uri of [
      client.uri('.hidden/c.md'),
      client.uri('not-there.md'),
      `file://${elsewhere}/a.md`,
      'untitled:Untitled-1',
    ])
      assert.equal(await ask(client, uri), null, uri);
  });

  it('is told what stands in the editor, in the note and in what it embeds', async () => {
    const client = await serve(FILES);
    await client.open('a.md', '[[x/b]] ![[b#^one]]\n');
    await client.open('x/b.md', 'Not saved. ^one\n');
    const answer = await ask(client, client.uri('a.md'));
    const [link, embed] = answer?.links ?? [];
    assert.deepEqual([link?.written, link?.kind, link?.confidence], ['x/b', 'found', null]);
    assert.ok(embed?.embed?.kind === 'text');
    assert.equal(embed.embed.text, 'Not saved.');
  });

  it('knows of no link where notes are not read', async () => {
    const client = await LspClient.start({
      folders: [makeVault({ ...FILES, ...slowNotes() })],
      cancelProgress: true,
    });
    const seen = told(client);
    await client.until('it stops', () => client.statuses.at(-1)?.state === 'stopped');
    assert.deepEqual(await ask(client, client.uri('a.md')), { complete: false, links: [] });
    assert.equal(seen.times, 0);
  });

  it('hears that a vault went', async () => {
    const [gone, stays] = [makeVault(FILES), makeVault(FILES)];
    const client = await LspClient.start({ folders: [stays, gone] });
    await client.until('it is read', () => client.statuses.at(-1)?.state === 'ready');
    const note = `${uriOf(gone)}/a.md`;
    assert.equal((await ask(client, note))?.links.length, 3);
    await pause(500);
    const seen = told(client);
    await client.folders([], [gone]);
    await client.until('it hears of it', () => seen.times > 0);
    assert.equal(await ask(client, note), null);
  });

  it('hears of changes once it asked, and once for many', async () => {
    const client = await serve(FILES);
    const seen = told(client);
    client.write('x/gone.md', 'There.\n');
    await client.watched({ 'x/gone.md': 1 });
    await pause(600);
    assert.equal(seen.times, 0, 'before it asked');
    const missing = (await ask(client, client.uri('a.md')))?.links[1];
    assert.equal(missing?.kind, 'found');
    await client.open('x/gone.md', 'There.\n');
    await pause(400);
    const before = seen.times;
    for (const text of ['1', '2', '3'])
      await client.type('x/gone.md', `---\nconfidence: ${text}\n---\n`);
    await client.until('it hears of it', () => seen.times > before);
    await pause(500);
    assert.equal(seen.times, before + 1);
  });
});
