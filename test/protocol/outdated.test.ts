/** What comes late: answers to older questions, and work on a vault in whose place another is by now. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { type AppliedRepairs, applyRepairsMethod, fixAllCommand } from '../../server/lsp/protocol';
import { cleanUp, type LspClient, pause, serve } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

/** Longer than the server waits before it checks notes. */
const QUIET = 400;

describe('what is outdated', () => {
  afterEach(cleanUp);

  const errors = (client: LspClient) => client.statuses.at(-1)?.errors;

  it('is no setting: an older answer of the client that comes behind a later one', async () => {
    const client = await serve({ 'a.md': '[[nothing]]' });
    await client.codes('a.md', 'link/missing');
    let answerFirst: (settings: unknown[]) => void = () => {};
    const answers: unknown[] = [
      new Promise<unknown[]>(resolve => {
        answerFirst = resolve;
      }),
      [{ diagnostics: { scope: 'off' } }],
    ];
    client.connection.onRequest('workspace/configuration', () => answers.shift());
    for (let more = 2; more > 0; more--)
      await client.connection.sendNotification('workspace/didChangeConfiguration', {});
    await client.codes('a.md', '');
    answerFirst([{}]);
    await pause(QUIET);
    assert.deepEqual(client.found('a.md'), []);
  });

  it('is not counted: a note of a vault that was read again meanwhile', async () => {
    const text = '---\ntype: claim\ntags: [a]\ntags: [a]\n---\n';
    const client = await serve({ '.claimwright.yaml': '', 'a.md': `${text}[[nothing]]` });
    await client.until('some errors', () => (errors(client) ?? 0) > 0);
    const before = errors(client) ?? 0;
    let show: (answer: null) => void = () => {};
    const questions: unknown[] = [
      new Promise<null>(resolve => {
        show = resolve;
      }),
    ];
    client.connection.onRequest('window/workDoneProgress/create', () => questions.shift() ?? null);
    const command = { command: fixAllCommand, arguments: [client.uri('a.md')] };
    const fixed = client.connection.sendRequest('workspace/executeCommand', command);
    await client.until('it wants to show progress', () => questions.length === 0);
    const { length } = client.statuses;
    rmSync(client.file('.claimwright.yaml'));
    await client.watched({ '.claimwright.yaml': 3 });
    const isReady = () => client.statuses.slice(length).some(({ state }) => state === 'ready');
    await client.until('it is read again', isReady);
    await client.until('the same errors', () => errors(client) === before);
    client.write('a.md', `${text}[[nothing]] [[nowhere]]`);
    new PlainEditor(client).before = () => false;
    show(null);
    await fixed;
    await pause(QUIET);
    assert.equal(errors(client), before, 'the vault of now has not heard of the change');
    await client.watched({ 'a.md': 2 });
    await client.until('one more', () => errors(client) === before + 1);
  });

  it('is not done: of two repairs of one target the first', async () => {
    const client = await serve({
      'a.md': '[[brown loaf]]',
      'brown loaves.md': '',
      'white loaf.md': '',
    });
    const editor = new PlainEditor(client);
    const uri = client.uri('a.md');
    const choice = (path: string, safe: boolean) => ({ uri, written: 'brown loaf', path, safe });
    const { applied, links } = await client.connection.sendRequest<AppliedRepairs>(
      applyRepairsMethod,
      [choice('brown loaves.md', true), choice('white loaf.md', false)],
    );
    assert.deepEqual([applied, links], [true, 1]);
    assert.equal(editor.text('a.md'), '[[white loaf]]');
  });
});
