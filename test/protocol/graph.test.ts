/** The argument as a graph over the protocol: what is answered, what is refused, and when the client hears of changes. */
import assert from 'node:assert/strict';
import { CancellationTokenSource, ErrorCodes } from 'vscode-languageserver-protocol/node';
import {
  type ArgumentChanged,
  argumentChangedMethod,
  type GraphAnswer,
  type GraphParams,
  graphMethod,
} from '../../server/lsp/protocol';
import { cleanUp, type LspClient, pause, serve, uriOf } from '../support/lspClient';

const CLAIM = 'domains/tea/tea keeps people awake.md';
const CLAIM_TEXT =
  '---\ntype: claim\nconfidence: likely\ndepends_on: [tea has caffeine]\n---\nSome text.\n';
const FOUNDATION = 'domains/tea/tea has caffeine.md';
const OTHER = 'domains/coffee/beans are dear.md';
const FILES = {
  '.claimwright.yaml': '',
  [CLAIM]: CLAIM_TEXT,
  [FOUNDATION]: '---\ntype: claim\nchallenged_by: [beans are dear]\n---\n',
  [OTHER]: '---\ntype: claim\n---\n',
  'picture.png': '',
};

const ask = (client: LspClient, uri: string, scope: GraphParams['scope']): Promise<GraphAnswer> =>
  client.connection.sendRequest(graphMethod, { uri, scope });

describe('graphs', () => {
  afterEach(cleanUp);

  it('are answered around the note at the address, or one by its path', async () => {
    const client = await serve(FILES);
    const answer = await ask(client, client.uri(CLAIM), { kind: 'note', steps: 1 });
    assert.deepEqual(
      [answer.refused, answer.vault, answer.domains],
      [null, uriOf(client.root), ['coffee', 'tea']],
    );
    assert.deepEqual(answer.graph?.scope, { kind: 'note', path: CLAIM, steps: 1 });
    assert.deepEqual(
      answer.graph?.nodes.map(({ path, distance, challenged }) => [path, distance, challenged]),
      [
        [FOUNDATION, 1, true],
        [CLAIM, 0, false],
      ],
    );
    assert.deepEqual(answer.graph?.edges, [{ from: FOUNDATION, to: CLAIM, kind: 'depends' }]);
    const far = { kind: 'note', path: OTHER, steps: 99 } as const;
    const { graph } = await ask(client, client.uri(CLAIM), far);
    assert.deepEqual(graph?.scope, { kind: 'note', path: OTHER, steps: 4 });
    assert.equal(graph?.nodes.length, 3);
  });

  it('are answered of a domain, and of the vault by the address of its root', async () => {
    const client = await serve(FILES);
    const root = uriOf(client.root);
    const domain = await ask(client, root, { kind: 'domain', domain: 'coffee' });
    assert.deepEqual(
      domain.graph?.nodes.map(({ path }) => path),
      [OTHER],
    );
    const vault = await ask(client, root, { kind: 'vault' });
    assert.deepEqual([vault.graph?.nodes.length, vault.graph?.edges.length], [3, 2]);
  });

  it('are refused in a sentence where there is no note, and as invalid without the form', async () => {
    const client = await serve(FILES);
    const note = { kind: 'note', steps: 2 } as const;
    for (const uri of [
      uriOf(client.root),
      client.uri('domains/tea/gone.md'),
      client.uri('picture.png'),
      'file:///nowhere/at/all.md',
      'untitled:Untitled-1',
    ]) {
      const { refused, graph } = await ask(client, uri, note);
      assert.match(refused ?? '', /^This is no note .*\.$/u, uri);
      assert.equal(graph, null);
    }
    for (const scope of [undefined, {}, { kind: 'all' }, { kind: 'note', steps: -1 }])
      await assert.rejects(
        client.connection.sendRequest(graphMethod, { uri: uriOf(client.root), scope }),
        { code: ErrorCodes.InvalidParams },
      );
  });

  it('are those of the inner vault at the root of one that lies in another', async () => {
    const inner = {
      'in/.claimwright.yaml': '',
      'in/a.md': '---\nrelated: [b]\n---\n',
      'in/b.md': '',
    };
    const client = await serve({ ...FILES, ...inner });
    const { vault, graph } = await ask(client, client.uri('in'), { kind: 'vault' });
    assert.equal(vault, client.uri('in'));
    assert.deepEqual(
      graph?.nodes.map(({ path }) => path),
      ['a.md', 'b.md'],
    );
  });

  it('end when nobody wants them any more', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 1500; at++) many[`n${at}.md`] = `---\nrelated: [n${at + 1}]\n---\n`;
    const client = await serve(many);
    const source = new CancellationTokenSource();
    const params: GraphParams = { uri: uriOf(client.root), scope: { kind: 'vault' } };
    const asked = client.connection.sendRequest<GraphAnswer>(graphMethod, params, source.token);
    source.cancel();
    assert.equal((await asked).refused, 'Cancelled.');
    const { graph } = await ask(client, params.uri, params.scope);
    assert.equal(graph?.nodes.length, 1500);
  }).timeout(60_000);

  it('have the client told when their vault is gone, and when it is there again', async () => {
    const client = await serve(FILES);
    const told: ArgumentChanged[] = [];
    client.connection.onNotification(argumentChangedMethod, (each: ArgumentChanged) => {
      told.push(each);
    });
    const root = uriOf(client.root);
    await ask(client, root, { kind: 'vault' });
    await client.folders([], [client.root]);
    await client.until('it is told', () => told.length === 1);
    assert.match((await ask(client, root, { kind: 'vault' })).refused ?? '', /no note or folder/u);
    await client.folders([client.root]);
    await client.until('it is told again', () => told.length === 2);
    assert.deepEqual(told, [{ vault: root }, { vault: root }]);
    assert.equal((await ask(client, root, { kind: 'vault' })).graph?.nodes.length, 3);
  });

  it('have the client told when they would be others, and only then, once it asked', async () => {
    const client = await serve(FILES);
    const told: ArgumentChanged[] = [];
    client.connection.onNotification(argumentChangedMethod, (each: ArgumentChanged) => {
      told.push(each);
    });
    const edited = (from: string, to: string) => CLAIM_TEXT.replace(from, to);
    await client.open(CLAIM, CLAIM_TEXT);
    await client.type(CLAIM, edited('likely', 'proven'));
    await pause(700);
    assert.deepEqual(told, [], 'it did not ask yet');

    const scope = { kind: 'vault' } as const;
    await ask(client, client.uri(CLAIM), scope);
    await client.type(CLAIM, `${edited('likely', 'proven')}More text, with a [[link]].\n`);
    await pause(700);
    assert.deepEqual(told, [], 'a text says nothing of the argument');

    await client.type(CLAIM, CLAIM_TEXT);
    await client.until('the confidence is told', () => told.length === 1);
    assert.deepEqual(told, [{ vault: uriOf(client.root) }]);

    const without = edited('depends_on: [tea has caffeine]\n', '');
    await client.type(CLAIM, without);
    await client.type(CLAIM, CLAIM_TEXT);
    await client.type(CLAIM, without);
    await client.until('the relation is told', () => told.length > 1);
    await pause(500);
    assert.equal(told.length, 2, 'several changes at once are told once');
    const { graph } = await ask(client, client.uri(CLAIM), scope);
    assert.deepEqual(graph?.edges, [{ from: OTHER, to: FOUNDATION, kind: 'challenges' }]);
  });
});
