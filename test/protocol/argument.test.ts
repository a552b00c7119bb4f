/** Code lenses, call hierarchy and inlay hints over the protocol: what is sent, and when a client is asked to fetch anew. */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver-protocol';
import { cleanUp, LspClient, makeVault, pause, serve } from '../support/lspClient';

const FILES = {
  'domains/ovens/stones hold heat.md':
    '---\r\ntype: claim\r\nconfidence: likely\r\n---\r\n\r\n# Stones hold heat\r\nText.\r\n',
  'agents/ada/beliefs/slow heat.md':
    '---\ntype: belief\ndepends_on:\n  - "[[stones hold heat]]"\n---\n# Slow heat\n',
  'agents/ada/positions/pay for stones.md':
    '---\ntype: position\nconfidence: cautious\ndepends_on: [slow heat]\n---\n',
  'inbox/archive/trial.md': '---\ntype: source\nclaims_extracted: [stones hold heat]\n---\n',
  'loose.md': 'See [[stones hold heat]] 🍞 [[slow heat]].\n',
};
const CLAIM = 'domains/ovens/stones hold heat.md';
const BELIEF = 'agents/ada/beliefs/slow heat.md';
const POSITION = 'agents/ada/positions/pay for stones.md';

const refreshing: lsp.ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

describe('the argument', () => {
  afterEach(cleanUp);

  const lenses = (client: LspClient, name: string) =>
    client.connection.sendRequest<lsp.CodeLens[] | null>('textDocument/codeLens', {
      textDocument: { uri: client.uri(name) },
    });
  const resolved = async (client: LspClient, name: string) => {
    const found = (await lenses(client, name)) ?? [];
    const resolving = found.map(lens =>
      client.connection.sendRequest<lsp.CodeLens>('codeLens/resolve', lens),
    );
    return Promise.all(resolving);
  };
  const titles = async (client: LspClient, name: string) =>
    (await resolved(client, name)).map(({ command }) => command?.title);
  const names = (client: LspClient, uri: string) =>
    decodeURI(uri).slice(decodeURI(client.uri('.')).length + 1);

  describe('as code lenses', () => {
    it('stands above the title, and each opens the places that it counts', async () => {
      const initializationOptions = { showReferencesCommand: 'show.them' };
      const client = await serve(FILES, { initializationOptions });
      const found = await resolved(client, CLAIM);
      assert.deepEqual(
        found.map(({ range }) => range.start),
        found.map(() => ({ line: 5, character: 0 })),
      );
      const shown = found.map(({ command }) => {
        assert.equal(command?.command, 'show.them');
        const [uri, position, locations] = command.arguments ?? [];
        assert.equal(uri, client.uri(CLAIM));
        assert.deepEqual(position, { line: 5, character: 0 });
        const places = (locations as lsp.Location[]).map(({ uri, range: { start, end } }) => [
          names(client, uri),
          start.line,
          start.character,
          end.character,
        ]);
        return [command.title, ...places];
      });
      const belief = [BELIEF, 3, 5, 25];
      assert.deepEqual(shown, [
        [
          '3 notes link here',
          belief,
          ['inbox/archive/trial.md', 2, 19, 35],
          ['loose.md', 0, 4, 24],
        ],
        ['1 belief rests on it', belief],
      ]);
    });

    it('says at once what it counts, and where that is only when it is chosen, where the client wants that', async () => {
      const initializationOptions = {
        showReferencesCommand: 'show.them',
        resolvesWhenChosen: true,
      };
      const client = await serve(FILES, { initializationOptions });
      const [lens] = (await lenses(client, CLAIM)) ?? [];
      assert.equal(lens?.command?.title, '3 notes link here');
      assert.equal(lens.command.command, 'show.them');
      const [chosen] = lens.command.arguments ?? [];
      const whole = await client.connection.sendRequest<lsp.CodeLens>('codeLens/resolve', chosen);
      const [uri, , locations] = whole.command?.arguments ?? [];
      assert.equal(uri, client.uri(CLAIM));
      assert.equal((locations as lsp.Location[]).length, 3);
    });

    it('are plain words to a client without a command for them', async () => {
      const client = await serve(FILES);
      for (const { command } of await resolved(client, CLAIM))
        assert.deepEqual(command, { title: command?.title, command: '' });
      assert.equal((await lenses(client, CLAIM))?.[0]?.command, undefined);
    });

    it('follow the text in the editor, and go with the setting', async () => {
      const client = await serve(FILES);
      await client.open('writing.md', '---\ntype: claim\nchallenges: stones hold heat\n---\n');
      const all = ['4 notes link here', 'challenged by 1', '1 belief rests on it'];
      assert.deepEqual(await titles(client, CLAIM), all);
      await client.type('writing.md', '---\ntype: claim\nsupports: stones hold heat\n---\n');
      assert.equal((await titles(client, CLAIM))[1], 'supported by 1');
      client.settings = { codeLens: { enabled: false } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', {});
      await until(async () => (await lenses(client, CLAIM))?.length === 0);
      for (const nonsense of [{ codeLens: { enabled: 'no' } }, { codeLens: 3 }, 'codeLens', null]) {
        client.settings = nonsense;
        await client.connection.sendNotification('workspace/didChangeConfiguration', {});
        await until(async () => (await lenses(client, CLAIM))?.length === 3);
      }
    });

    it('take what comes back from a client on no trust', async () => {
      const client = await serve(FILES);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      for (const data of [undefined, null, 3, [], ['x'], [3, 4], [client.uri('gone.md'), 'links']])
        assert.equal(
          (
            await client.connection.sendRequest<lsp.CodeLens>('codeLens/resolve', {
              range,
              ...(data === undefined ? {} : { data }),
            })
          ).command?.title,
          '',
        );
      for (const name of ['gone.md', '.claimwright.yaml', '../outside.md'])
        assert.equal(await lenses(client, name), null);
    });
  });

  describe('as a call hierarchy', () => {
    const prepare = async (client: LspClient, name: string, line: number, character = 0) =>
      client.ask<lsp.CallHierarchyItem[] | null>('prepareCallHierarchy', name, line, character);
    const outgoing = (client: LspClient, item: lsp.CallHierarchyItem) =>
      client.connection.sendRequest<lsp.CallHierarchyOutgoingCall[]>(
        'callHierarchy/outgoingCalls',
        { item },
      );
    const incoming = (client: LspClient, item: lsp.CallHierarchyItem) =>
      client.connection.sendRequest<lsp.CallHierarchyIncomingCall[]>(
        'callHierarchy/incomingCalls',
        { item },
      );

    it('goes down from a position to the source, and up again', async () => {
      const client = await serve(FILES);
      const [position] = (await prepare(client, POSITION, 1)) ?? [];
      assert.ok(position);
      assert.deepEqual(
        [position.name, position.detail],
        ['pay for stones', 'cautious · position · agents/ada/positions'],
      );
      const down: (string | undefined)[] = [];
      let item = position;
      for (let call: lsp.CallHierarchyOutgoingCall | undefined; ; item = call.to) {
        [call] = await outgoing(client, item);
        if (call === undefined) break;
        down.push(call.to.name);
      }
      assert.deepEqual(down, ['slow heat', 'stones hold heat', 'trial']);
      const up: (string | undefined)[] = [];
      for (let call: lsp.CallHierarchyIncomingCall | undefined; ; item = call.from) {
        [call] = await incoming(client, item);
        if (call === undefined) break;
        up.push(call.from.name);
        assert.doesNotMatch(call.from.detail ?? '', /circular/u);
      }
      assert.deepEqual(up, ['stones hold heat', 'slow heat', 'pay for stones']);
    });

    it('begins at titles, front matter and links, and marks the links in the note that rests', async () => {
      const client = await serve(FILES);
      const at = async (name: string, line: number, character = 0) =>
        (await prepare(client, name, line, character))?.map(item => item.name) ?? null;
      assert.deepEqual(await at(CLAIM, 5, 3), ['stones hold heat']);
      assert.deepEqual(await at(CLAIM, 4), ['stones hold heat']);
      assert.equal(await at(CLAIM, 6, 2), null);
      assert.deepEqual(await at('loose.md', 0, 30), ['slow heat']);
      assert.deepEqual(await at(BELIEF, 3, 12), ['stones hold heat']);
      assert.equal(await at('gone.md', 0), null);
      const [claim] = (await prepare(client, CLAIM, 0)) ?? [];
      assert.ok(claim);
      const title = { start: { line: 5, character: 0 }, end: { line: 5, character: 18 } };
      assert.deepEqual(claim.selectionRange, title);
      const link = { start: { line: 3, character: 5 }, end: { line: 3, character: 25 } };
      assert.deepEqual((await incoming(client, claim))[0]?.fromRanges, [link]);
      // The source says so, so in the claim its title stands for it.
      assert.deepEqual((await outgoing(client, claim))[0]?.fromRanges, [title]);
    });

    it('marks what stands above itself, and ends there', async () => {
      const claim = (name: string) => `---\ntype: claim\ndepends_on: [${name}]\n---\n`;
      const client = await serve({ 'a.md': claim('b'), 'b.md': claim('a') });
      const [a] = (await prepare(client, 'a.md', 0)) ?? [];
      assert.ok(a);
      const [b] = await outgoing(client, a);
      assert.equal(b?.to.detail, 'claim');
      const [again] = await outgoing(client, b.to);
      assert.deepEqual([again?.to.name, again?.to.detail], ['↻ a', '↻ circular · claim']);
      assert.ok(again);
      assert.deepEqual(await outgoing(client, again.to), []);
      // The other way round it is a beginning of its own.
      const [up] = await incoming(client, again.to);
      assert.deepEqual([up?.from.name, up?.from.detail], ['b', 'claim']);
    });

    it('takes what comes back from a client on no trust', async () => {
      const client = await serve(FILES);
      const [item] = (await prepare(client, POSITION, 1)) ?? [];
      assert.ok(item);
      const { data: _, ...bare } = item;
      for (const data of [
        3,
        'x',
        [],
        { above: 3 },
        { above: [4, {}], direction: 'sideways' },
        null,
      ])
        assert.equal((await outgoing(client, { ...bare, data }))[0]?.to.name, 'slow heat');
      assert.equal((await outgoing(client, bare))[0]?.to.name, 'slow heat');
      assert.deepEqual(await outgoing(client, { ...item, uri: client.uri('gone.md') }), []);
      assert.equal(await outgoing(client, { ...item, uri: 'untitled:x' }), null);
    });
  });

  describe('as inlay hints', () => {
    const hints = (client: LspClient, name: string, from = 0, to = 99) =>
      client.connection.sendRequest<lsp.InlayHint[] | null>('textDocument/inlayHint', {
        textDocument: { uri: client.uri(name) },
        range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
      });

    it('are there where they are wanted, for the lines asked for', async () => {
      const client = await serve(FILES);
      assert.equal(await hints(client, 'loose.md'), null);
      client.settings = { inlayHints: { confidence: true } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', {});
      await until(async () => (await hints(client, 'loose.md')) !== null);
      assert.deepEqual(await hints(client, 'loose.md'), [
        {
          position: { line: 0, character: 24 },
          label: '(likely)',
          tooltip:
            '“stones hold heat” is likely: Good evidence that most who know the field accept.',
          paddingLeft: true,
        },
      ]);
      await client.open('writing.md', '[[stones hold heat]]\n\n\n[[pay for stones]]\n');
      const labels = async (from: number, to: number) =>
        (await hints(client, 'writing.md', from, to))?.map(({ label }) => label);
      assert.deepEqual(await labels(0, 9), ['(likely)', '(cautious)']);
      assert.deepEqual(await labels(2, 9), ['(cautious)']);
      assert.deepEqual(await labels(0, 1), ['(likely)']);
    });
  });

  describe('in a client that fetches anew', () => {
    let client: LspClient;
    let asked: string[];

    beforeEach(async () => {
      const root = makeVault(FILES);
      client = await LspClient.start({ folders: [root], capabilities: refreshing });
      asked = [];
      for (const view of ['codeLens', 'inlayHint'])
        client.connection.onRequest(`workspace/${view}/refresh`, () => {
          asked.push(view);
          return null;
        });
      await client.ready();
      await client.until('a first refresh', () => asked.length >= 2);
      asked.length = 0;
    });

    /** How often each was asked for, once it is quiet. */
    async function told(): Promise<string> {
      await pause(700);
      const now = asked.sort().join(' ');
      asked.length = 0;
      return now;
    }

    it('asks once for many changes of links, and never for words beside them', async () => {
      const text = (link: string) => `---\ntype: belief\nsupports: ${link}\n---\nWords`;
      await client.open('writing.md', text('slow heat'));
      assert.equal(await told(), 'codeLens inlayHint');
      for (const more of [' more', ' and more'])
        await client.type('writing.md', `${text('slow heat')}${more}`);
      assert.equal(await told(), '');
      for (const link of ['s', 'st', 'stones hold heat'])
        await client.type('writing.md', text(link));
      assert.equal(await told(), 'codeLens inlayHint');
      assert.deepEqual(await titles(client, CLAIM), [
        '4 notes link here',
        'supported by 1',
        '1 belief rests on it',
      ]);
      await client.type('writing.md', text('stones hold heat').replace('supports', 'challenges'));
      assert.equal(await told(), 'codeLens inlayHint');
      await client.type('writing.md', text('stones hold heat').replace('belief', 'claim'));
      assert.equal(await told(), 'codeLens inlayHint');
    });

    it('asks when the settings say what a relation means', async () => {
      client.write('notes/a hunch.md', '---\ntype: hunch\nfrom: stones hold heat\n---\n');
      await client.watched({ 'notes/a hunch.md': 1 });
      assert.deepEqual(await titles(client, CLAIM), ['3 notes link here', '1 belief rests on it']);
      await told();
      const field = (edge: string) =>
        `types:\n  hunch:\n    fields:\n      from: { kind: relation${edge} }\n`;
      const save = async (text: string) => {
        client.write('.claimwright.yaml', text);
        await client.watched({ '.claimwright.yaml': 1 });
        await client.until('a refresh', () => asked.length >= 2);
      };
      await save(field(''));
      await until(async () => (await titles(client, CLAIM))[0] === '4 notes link here');
      await told();
      client.write('.claimwright.yaml', field(', edge: rests-on'));
      await client.watched({ '.claimwright.yaml': 2 });
      await client.until('a refresh', () => asked.length >= 2);
      assert.equal((await titles(client, CLAIM)).at(-1), '1 hunch rests on it');
      assert.deepEqual(client.found('.claimwright.yaml'), []);
    });
  });
});

async function until(test: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await test())) {
    if (Date.now() > end) throw new Error('timed out');
    await pause(10);
  }
}
