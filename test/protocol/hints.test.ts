/** Hints over the protocol: what a source holds, what can be done with each, and a source used up by a plain client. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { checkNote } from '../../server/core/rules/check';
import { Vault } from '../../server/core/vault/Vault';
import { listFiles, readChange } from '../../server/disk';
import {
  type AuthorAnswer,
  authorCommand,
  authorMethod,
  dependentsMethod,
  type FoundNote,
  findNotesMethod,
  type HintedNote,
  hintsMethod,
  type Move,
  type TitleAnswer,
  titleMethod,
} from '../../server/lsp/protocol';
import { today } from '../../server/today';
import {
  cleanUp,
  LspClient,
  type LspClientOptions,
  makeVault,
  serve,
  slowNotes,
  uriOf,
} from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';

const SOURCE = 'inbox/queue/2026-03-02-baker-oven-winter.md';
const STONE = 'stone floors keep an oven hot enough for a second batch of bread';
const STEAM = 'steam in the first ten minutes makes a crust shine though it never makes it thicker';
const SOURCE_TEXT = `---
type: source
title: "A winter of oven trials"
author: "Ada Baker (Stone Oven Society)"
url: https://example.org/ovens
date: 2026-03-02
domain: baking
format: report
status: unprocessed
priority: high
---

## Content

Forty loaves were baked in two ovens over a winter. The oven with the stone floor was hot enough for a second batch on most days. Steam in the first ten minutes made the crust shine, and no crust was thicker for it.

## Agent Notes
**Why this matters:** Few trials measure the second batch.

**KB connections:** Supports [[slow heat is kind to dough]].

**Extraction hints:** Two claims: (1) "${STONE}" — confidence: experimental (one bakery). (2) "${STEAM}" — confidence: speculative (judged by eye).

**Context:** The society sells stones.
`;
const OLD = 'domains/baking/slow heat is kind to dough.md';
const FILES = {
  '.claimwright.yaml': '',
  'domains/baking/_map.md': '---\ntype: map\n---\n# Baking\n',
  [OLD]: `---
type: claim
domain: baking
description: "Dough that warms slowly rises more evenly"
confidence: likely
source: "Ada Baker"
created: 2026-01-02
---

# slow heat is kind to dough
`,
  [SOURCE]: SOURCE_TEXT,
};

const workspaceEdit: lsp.WorkspaceEditClientCapabilities = {
  documentChanges: true,
  resourceOperations: ['create', 'rename'],
};
const capable: lsp.ClientCapabilities = {
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    workspaceEdit,
    codeLens: { refreshSupport: true },
  },
};
const resolving: lsp.ClientCapabilities = {
  ...capable,
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

describe('hints', () => {
  afterEach(cleanUp);

  async function plain(options: LspClientOptions = {}): Promise<[LspClient, PlainEditor]> {
    const client = await serve(FILES, { capabilities: capable, ...options });
    return [client, new PlainEditor(client)];
  }

  const ask = <Answer>(client: LspClient, method: string, name: string, more: object = {}) =>
    client.connection.sendRequest<Answer>(method, {
      uri: name === '' ? uriOf(client.root) : client.uri(name),
      ...more,
    });
  const hints = (client: LspClient, name: string) => ask<HintedNote[]>(client, hintsMethod, name);
  const move = (client: LspClient, made: Move, name = SOURCE) =>
    ask<AuthorAnswer>(client, authorMethod, name, { move: made });
  const lenses = async (client: LspClient, name = SOURCE) => {
    const found = await client.connection.sendRequest<lsp.CodeLens[] | null>(
      'textDocument/codeLens',
      { textDocument: { uri: client.uri(name) } },
    );
    return (found ?? []).filter(({ command }) => command !== undefined);
  };
  const run = (client: LspClient, { command, arguments: args }: lsp.Command) =>
    client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  const titles = async (client: LspClient) =>
    (await lenses(client)).map(({ command }) => command?.title);

  it('are told of a note, a folder and a vault', async () => {
    const [client] = await plain();
    for (const name of [SOURCE, 'inbox', '']) {
      const [note, ...others] = await hints(client, name);
      assert.deepEqual(others, []);
      const { uri, path, title, status, priority, date, domain } = note ?? assert.fail(name);
      assert.deepEqual(
        [uri, path, title, status, priority, date, domain],
        [
          client.uri(SOURCE),
          SOURCE,
          'A winter of oven trials',
          'unprocessed',
          'high',
          '2026-03-02',
          'baking',
        ],
      );
      assert.deepEqual(
        note?.hints.map(each => [each.index, each.text, each.confidence, each.promoted]),
        [
          [0, STONE, 'experimental', null],
          [1, STEAM, 'speculative', null],
        ],
      );
      const lines = SOURCE_TEXT.split('\n');
      for (const { text, range } of note?.hints ?? [])
        assert.equal(
          lines[range.start.line]?.slice(range.start.character, range.end.character),
          text,
        );
    }
    assert.deepEqual(await hints(client, 'domains'), []);
    assert.deepEqual((await hints(client, OLD))[0]?.hints, []);
    await assert.rejects(hints(client, '../gone.md'), /no note or folder of a vault/u);
  });

  it('are those of the text in the editor', async () => {
    const [client] = await plain();
    await client.open(SOURCE, SOURCE_TEXT.replace(STEAM, `${STEAM} at all`));
    assert.equal((await hints(client, ''))[0]?.hints[1]?.text, `${STEAM} at all`);
    await client.type(SOURCE, SOURCE_TEXT.replace(`"${STONE}"`, `~~"${STONE}"~~`));
    assert.deepEqual(
      (await hints(client, SOURCE))[0]?.hints.map(({ dropped }) => dropped),
      [true, false],
    );
  });

  it('are refused where not all notes are read, and so are notes to evaluate; a title is told with that', async () => {
    const client = await LspClient.start({
      folders: [makeVault({ ...FILES, ...slowNotes() })],
      capabilities: capable,
      cancelProgress: true,
    });
    await client.until('the end', () => client.statuses.at(-1)?.state === 'stopped');
    for (const name of [SOURCE, 'inbox', 'notes/n199.md', ''])
      for (const method of [hintsMethod, dependentsMethod])
        await assert.rejects(ask(client, method, name), /^Error: Indexing was cancelled, so/u);
    const { remarks } = await ask<TitleAnswer>(client, titleMethod, '', { title: STONE });
    assert.match(remarks.at(-1)?.message ?? '', /^Indexing was cancelled, so claims like it/u);
  });

  it('can be given up while a vault is read for them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 800 }, (_, at) => [`inbox/queue/${at}.md`, SOURCE_TEXT]),
    );
    const client = await serve({ ...FILES, ...many });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      hintsMethod,
      { uri: uriOf(client.root) },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, /[Cc]ancelled/u);
    assert.equal((await hints(client, '')).length, 801);
  });

  it('offer above their line what needs no answer', async () => {
    const [client, editor] = await plain();
    const before = await lenses(client);
    assert.deepEqual(
      before.map(({ command }) => command?.title),
      ['Hint 1: Promote', 'Drop', 'Hint 2: Promote', 'Drop'],
    );
    const line = SOURCE_TEXT.split('\n').findIndex(each => each.includes(STONE));
    for (const { range, command } of before) {
      assert.equal(range.start.line, line);
      assert.equal(command?.command, authorCommand);
    }
    const { command } = before[3] ?? {};
    await client.connection.sendRequest('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    });
    assert.deepEqual(editor.messages, []);
    assert.match(editor.text(SOURCE) ?? '', new RegExp(`~~.*${STEAM}.*~~`, 'u'));
    assert.deepEqual(await titles(client), ['Hint 1: Promote', 'Drop']);
    client.settings = { codeLens: { hints: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.until('no lenses', async () => (await titles(client)).length === 0);
  });

  it('offer all of it where the client asks, and the claim that they became', async () => {
    const initializationOptions = { hintCommand: 'ask.me' };
    const [client] = await plain({ initializationOptions });
    assert.deepEqual((await titles(client)).slice(0, 5), [
      'Hint 1: Promote',
      'Enriches…',
      'Exists…',
      'Drop',
      'Hint 2: Promote',
    ]);
    const [first] = await lenses(client);
    assert.deepEqual(first?.command?.arguments, [
      client.uri(SOURCE),
      'promote',
      { index: 0, text: STONE },
      null,
    ]);
    await move(client, { kind: 'exists', hint: { index: 1, text: STEAM }, claim: OLD });
    const last = (await lenses(client)).at(-1)?.command;
    assert.equal(last?.title, 'Hint 2: → slow heat is kind to dough');
    assert.deepEqual(last.arguments?.slice(1), [
      'open',
      { index: 1, text: STEAM },
      client.uri(OLD),
    ]);
  });

  describe('as code actions', () => {
    const at = async (client: LspClient, needle: string, only?: string[]) => {
      const line = SOURCE_TEXT.split('\n').findIndex(each => each.includes(needle));
      const character = SOURCE_TEXT.split('\n')[line]?.indexOf(needle) ?? 0;
      const place = { line, character: character + 3 };
      const actions = await client.codeActions(SOURCE, { start: place, end: place }, only);
      return actions ?? [];
    };

    it('are offered on the hint, and their edits are made when one is chosen', async () => {
      const [client, editor] = await plain({ capabilities: resolving });
      assert.deepEqual(await at(client, 'Forty loaves'), []);
      const actions = await at(client, STONE);
      assert.deepEqual(
        actions.map(({ title, kind, edit, command }) => [title, kind, edit, command]),
        [
          ['Promote hint to claim', 'refactor.extract', undefined, undefined],
          ['Drop hint', 'refactor.rewrite', undefined, undefined],
        ],
      );
      assert.deepEqual(await at(client, STONE, ['quickfix']), []);
      assert.equal((await at(client, STONE, ['refactor'])).length, 2);
      assert.equal((await at(client, STONE, ['refactor.extract'])).length, 1);
      const resolved = await client.connection.sendRequest<lsp.CodeAction>(
        'codeAction/resolve',
        actions[0],
      );
      assert.ok(resolved.edit && (await editor.make(resolved.edit)));
      assert.match(editor.text(SOURCE) ?? '', /claims_extracted/u);
      const { command = assert.fail() } = resolved;
      await run(client, command);
      const [shown] = editor.shown;
      assert.equal(shown?.uri, client.uri(`domains/baking/${STONE}.md`));
      const { line = 0 } = shown?.selection?.start ?? {};
      assert.match(editor.text(`domains/baking/${STONE}.md`)?.split('\n')[line] ?? '', /^descr/u);
    });

    it('enrich the claim that the hint names, or are about those like it, and promote no enrichment', async () => {
      const [client, editor] = await plain({ capabilities: resolving });
      const like = 'slow heat is kinder to a dough than steam';
      const text = SOURCE_TEXT.replace(`"${STONE}"`, `"${like}"`).replace(
        '**Context:**',
        '**Enrichment:** Enriches [[slow heat is kind to dough]] with forty loaves.\n\n**Context:**',
      );
      await client.open(SOURCE, text);
      const on = async (needle: string) => {
        const { positionAt } = client.document(SOURCE);
        const place = positionAt.call(client.document(SOURCE), text.indexOf(needle) + 3);
        return (await client.codeActions(SOURCE, { start: place, end: place })) ?? [];
      };
      const both = [
        'Enrich “slow heat is kind to dough” with this hint',
        'This hint exists already as “slow heat is kind to dough”',
      ];
      const about = await on(like);
      assert.deepEqual(
        about.map(({ title }) => title),
        ['Promote hint to claim', ...both, 'Drop hint'],
      );
      const [enrich, ...others] = await on('Enriches [[');
      assert.deepEqual(
        [enrich, ...others].map(each => each?.title),
        [...both, 'Drop hint'],
      );
      assert.deepEqual(await titles(client), [
        'Hint 1: Promote',
        'Drop',
        'Hint 2: Promote',
        'Drop',
        'Enrich “slow heat is kind to dough”',
        'Exists already as “slow heat is kind to dough”',
        'Drop',
      ]);
      const [note] = await hints(client, SOURCE);
      assert.deepEqual(
        note?.hints.map(({ names }) => names),
        [null, null, OLD],
      );
      const resolved = await client.connection.sendRequest<lsp.CodeAction>(
        'codeAction/resolve',
        enrich,
      );
      assert.ok(resolved.edit && (await editor.make(resolved.edit)));
      assert.match(editor.text(OLD) ?? '', /## Evidence\n- \[\[2026-03-02-baker-oven-winter\]\]/u);
      assert.match(editor.text(SOURCE) ?? '', /with forty loaves\. → \[\[slow heat is kind/u);
    });

    it('are commands where the client takes only whole actions', async () => {
      const [client, editor] = await plain();
      const [promote] = await at(client, STEAM);
      assert.equal(promote?.command?.command, authorCommand);
      await client.connection.sendRequest('workspace/executeCommand', {
        command: promote.command.command,
        arguments: promote.command.arguments,
      });
      assert.equal(editor.sent.length, 1);
    });

    it('are all there where the client asks', async () => {
      const initializationOptions = { hintCommand: 'ask.me' };
      const [client] = await plain({ initializationOptions, capabilities: resolving });
      const actions = await at(client, STONE);
      assert.deepEqual(
        actions.map(({ command }) => command?.arguments?.[1]),
        ['promote', 'enrich', 'exists', 'drop'],
      );
    });
  });

  it('become claims one by one, until the source is used up', async () => {
    const [client, editor] = await plain({ settings: { agent: 'ada' } });
    const made: string[] = [];
    for (const [index, text] of [STONE, STEAM].entries()) {
      const { refused, applied, open } = await move(client, {
        kind: 'promote',
        hint: { index, text },
        title: null,
      });
      assert.deepEqual([refused, applied], [null, true]);
      const name = decodeURIComponent(String(open?.uri)).slice(uriOf(client.root).length + 1);
      made.push(name);
      const lines = (editor.text(name) ?? '').split('\n');
      const { start, end } = open?.range ?? assert.fail();
      const description = lines[start.line] ?? '';
      assert.ok(description.startsWith('description:'), description);
      assert.ok(start.character < end.character);
      await client.watched({ [name]: 1, [SOURCE]: 2 });
    }
    assert.equal(editor.sent.length, 2);
    for (const { edit } of editor.sent) assert.equal(edit.documentChanges?.length, 3);
    const source = editor.text(SOURCE) ?? '';
    assert.match(source, /^status: processed$/mu);
    assert.match(source, /^processed_by: ada$/mu);
    assert.match(source, /^processed_date: /mu);
    assert.equal(
      source.slice(source.indexOf('\n---')),
      SOURCE_TEXT.slice(SOURCE_TEXT.indexOf('\n---')),
    );
    const [note] = await hints(client, SOURCE);
    assert.deepEqual(
      note?.hints.map(({ promoted }) => promoted),
      made,
    );
    for (const name of made) {
      const text = readFileSync(client.file(name), 'utf8');
      assert.match(text, /^type: claim$/mu);
      assert.match(text, /^- \[\[slow heat is kind to dough\]\] — supported by the source$/mu);
    }
    const vault = new Vault();
    vault.apply([...listFiles(client.root)].map(path => readChange(client.root, path)));
    for (const name of [SOURCE, ...made]) {
      const found = checkNote(vault, name, today());
      const grave = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(grave, [], name);
    }
    const again = await move(client, {
      kind: 'promote',
      hint: { index: 0, text: STONE },
      title: null,
    });
    assert.match(again.refused ?? '', /\.$/u);
    assert.equal(editor.sent.length, 2);
  });

  it('leave all as it was where the server dies at any moment of a promotion', async () => {
    const promotion: Move = { kind: 'promote', hint: { index: 0, text: STONE }, title: null };
    for (const delay of [0, 1, 3, 10, 30]) {
      const [client, editor] = await plain();
      const asked = move(client, promotion).catch(() => null);
      await new Promise(resolve => setTimeout(resolve, delay));
      client.process.kill('SIGKILL');
      await client.until('the end', () => client.process.signalCode !== null);
      // What it said last may still be read.
      await new Promise(resolve => setTimeout(resolve, 50));
      client.connection.dispose();
      const claims = editor.sent.flatMap(({ edit }) =>
        (edit.documentChanges ?? []).flatMap(each =>
          'kind' in each && each.kind === 'create' ? decodeURIComponent(each.uri.slice(7)) : [],
        ),
      );
      const isMade = (editor.text(SOURCE) ?? '').includes('claims_extracted');
      assert.equal(claims.length, isMade ? 1 : 0, `after ${delay} ms`);
      assert.ok(claims.every(existsSync));
      if (!isMade) assert.equal(editor.text(SOURCE), SOURCE_TEXT);
      await asked;
    }
  });

  it('have claims that are like them found by title and by words', async () => {
    const [client] = await plain();
    const answer = await ask<TitleAnswer>(client, titleMethod, SOURCE, {
      title: STONE,
      domain: 'baking',
    });
    assert.equal(answer.path, `domains/baking/${STONE}.md`);
    assert.deepEqual([answer.bytes, answer.portableBytes], [STONE.length + 3, 143]);
    const none = await ask<TitleAnswer>(client, titleMethod, '', { title: '???' });
    assert.equal(none.path, null);
    const found = async (query: string, types?: string[]) =>
      (await ask<FoundNote[]>(client, findNotesMethod, SOURCE, { query, types })).map(
        ({ path, title, type, confidence }) => [path, title, type, confidence],
      );
    const old = [OLD, 'slow heat is kind to dough', 'claim', 'likely'];
    assert.deepEqual(await found('heat kind'), [old]);
    assert.deepEqual(await found('dough', ['claim']), [old]);
    assert.deepEqual(await found('dough', ['belief']), []);
    assert.deepEqual(await found(''), []);
  });
});
