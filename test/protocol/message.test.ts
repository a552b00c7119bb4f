/** The request behind "Compose Extraction Message": what is on the disk and in the editor, told against the last commit. */
import assert from 'node:assert/strict';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageAnswer, messageMethod } from '../../server/lsp/protocol';
import { needGit, repositoryIn } from '../support/gitRepository';
import { cleanUp, LspClient, makeVault, uriOf } from '../support/lspClient';

const NAME = '2026-03-01-ovens.md';
const source = (status: string) =>
  `---\ntype: source\ndomain: bread\nstatus: ${status}\n---\nWhat was written.\n`;
const claim = '---\ntype: claim\ndomain: bread\n---\nWhy it holds.\n';
const FILES = { [`inbox/queue/${NAME}`]: source('unprocessed'), 'domains/bread/old.md': claim };
const PROCESSED = source('processed\nclaims_extracted: [hot ovens crust]');

describe('commit message', () => {
  before(function () {
    needGit(this);
  });
  afterEach(cleanUp);

  async function serve(settings?: unknown): Promise<LspClient> {
    const root = makeVault(FILES);
    repositoryIn(root);
    const client = await LspClient.start({ folders: [root], settings });
    await client.ready();
    return client;
  }
  const ask = (client: LspClient, uri = uriOf(client.root)): Promise<MessageAnswer> =>
    client.connection.sendRequest(messageMethod, { uri });

  it('counts what changed on the disk, though nobody told of it', async () => {
    const client = await serve({ agent: 'ada' });
    const nothing = await ask(client);
    assert.match(nothing.refused ?? '', /^No note differs from the last commit/u);
    client.write('domains/bread/hot ovens crust.md', claim);
    mkdirSync(join(client.root, 'inbox/archive'));
    renameSync(client.file(`inbox/queue/${NAME}`), client.file(`inbox/archive/${NAME}`));
    client.write(`inbox/archive/${NAME}`, PROCESSED);
    const answer = await ask(client, client.uri('domains/bread/old.md'));
    assert.deepEqual(answer, {
      refused: null,
      message: [
        'ada: extract claims from 2026-03-01-ovens',
        '',
        `- Source: inbox/archive/${NAME}`,
        '- Domain: bread',
        '- Claims: 1, Entities: 0',
        '- Enrichments: 0',
        '- Extracted by: ada',
      ].join('\n'),
      unsaved: [],
    });
  });

  it('counts what is open and not saved, and says which notes that are', async () => {
    const client = await serve();
    await client.open('domains/bread/old.md', claim);
    await client.open(`inbox/queue/${NAME}`, source('unprocessed'));
    await client.type(`inbox/queue/${NAME}`, PROCESSED);
    // As an editor makes a note: an empty file, and the text unsaved.
    client.write('domains/bread/hot ovens crust.md', '');
    await client.open('domains/bread/hot ovens crust.md', claim);
    const { message, unsaved } = await ask(client);
    assert.match(message, /^extract claims from 2026-03-01-ovens\n/u);
    assert.match(message, /^- Claims: 1, Entities: 0$/mu);
    const names = ['domains/bread/hot ovens crust.md', `inbox/queue/${NAME}`];
    assert.deepEqual([...unsaved].sort(), names.map(name => client.uri(name)).sort());
    // What is on the disk and undone in the editor is no change.
    client.write('domains/bread/old.md', `${claim}More.\n`);
    assert.equal((await ask(client)).message, message);
  });

  it('follows the settings of the vault as soon as they are saved', async () => {
    const client = await serve();
    client.write('domains/bread/hot ovens crust.md', claim);
    client.write('.claimwright.yaml', 'message: { subject: "{claims} x", body: "" }\n');
    await client.watched({ '.claimwright.yaml': 1 });
    const end = Date.now() + 10_000;
    while ((await ask(client)).message !== '1 x') assert.ok(Date.now() < end, 'in vain');
  });

  it('is refused in words where there is no repository or no vault', async () => {
    const client = await LspClient.start({ folders: [makeVault(FILES)] });
    await client.ready();
    const { refused, message } = await ask(client);
    assert.match(refused ?? '', /is in no git repository\.$/u);
    assert.equal(message, '');
    const elsewhere = await ask(client, uriOf('/no/such/place/a.md'));
    assert.equal(elsewhere.refused, 'This is no note or folder of a vault.');
  });
});
