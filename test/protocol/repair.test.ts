/** The requests behind "Repair Links…": proposals with evidence, and the chosen repairs as one edit. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  type AppliedRepairs,
  applyRepairsMethod,
  type ChosenRepair,
  type Repairs,
  repairsMethod,
} from '../../server/lsp/protocol';
import { cleanUp, type LspClient, serve, uriOf } from '../support/lspClient';
import { skipped } from '../support/skipped';

const LONG = 'slow streets work where drivers can see the end of them';
const SLUG = LONG.replaceAll(' ', '-');

const FILES = {
  'a/here.md': `---\nsupports:\n  - "[[no such note here]]"\n  - ${SLUG}\n---\nFirst [[${SLUG}#Why|so]] and [[slow streets work where drivers see the end]].\n`,
  'a/there.md': `[[${SLUG}]]\n`,
  [`b/${LONG}.md`]: '# Slow\n',
  'b/twin.md': '',
  'c/twin.md': '',
  'c/asks.md': '[[b/twin]] [[d/twin]]\n',
};

const capabilities: lsp.ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    applyEdit: true,
  },
};

describe('repair of links', () => {
  afterEach(cleanUp);

  const ask = (client: LspClient, name: string, history = false): Promise<Repairs> =>
    client.connection.sendRequest(repairsMethod, {
      uri: name === '' ? uriOf(client.root) : client.uri(name),
      history,
    });
  const taking = (client: LspClient): lsp.ApplyWorkspaceEditParams[] => {
    const edits: lsp.ApplyWorkspaceEditParams[] = [];
    client.connection.onRequest('workspace/applyEdit', (params: lsp.ApplyWorkspaceEditParams) => {
      edits.push(params);
      return { applied: true };
    });
    return edits;
  };
  const apply = (client: LspClient, choices: readonly ChosenRepair[]): Promise<AppliedRepairs> =>
    client.connection.sendRequest(applyRepairsMethod, choices);

  it('tells of each broken link where it stands, what it may mean, and why', async () => {
    const client = await serve(FILES, { capabilities });
    const { refused, historyRefused, links } = await ask(client, 'a/here.md');
    assert.deepEqual([refused, historyRefused], [null, null]);
    const told = links.map(({ line, state, removable, candidates: [best] }) =>
      [line, state, removable, best?.tier, best?.path].join(' '),
    );
    assert.deepEqual(told, [
      '2 missing entry  ',
      `3 near entry safe b/${LONG}.md`,
      `5 near link safe b/${LONG}.md`,
      `5 missing link likely b/${LONG}.md`,
    ]);
    const last = links.at(-1);
    assert.equal(last?.before, `First [[${SLUG}#Why|so]] and `.slice(-80));
    assert.deepEqual(
      [last?.link, last?.behind],
      ['[[slow streets work where drivers see the end]]', '.'],
    );
    assert.equal(links[1]?.before, 'supports: ');
    assert.equal(last?.candidates[0]?.title, LONG);
  });

  it('looks at a note, a folder, or a vault, and at nothing else', async () => {
    const client = await serve(FILES, { capabilities });
    const notes = async (name: string) => [
      ...new Set((await ask(client, name)).links.map(({ path }) => path)),
    ];
    assert.deepEqual(await notes('a/there.md'), ['a/there.md']);
    assert.deepEqual(await notes('a'), ['a/here.md', 'a/there.md']);
    assert.deepEqual(await notes(''), ['a/here.md', 'a/there.md', 'c/asks.md']);
    assert.match((await ask(client, '../elsewhere')).refused ?? '', /no note or folder/u);
  });

  it('makes what was chosen one edit, of the text as it is now', async () => {
    const client = await serve(FILES, { capabilities });
    const edits = taking(client);
    const uri = client.uri('a/here.md');
    const open = `New first line.\n[[no such note here]] ${FILES['a/there.md']}`;
    await client.open('a/there.md', open);
    const done = await apply(client, [
      { uri, written: SLUG, path: `b/${LONG}.md`, safe: true },
      { uri, written: 'no such note here', path: null, safe: false },
      { uri: client.uri('a/there.md'), written: 'no such note here', path: null, safe: false },
      { uri: client.uri('a/there.md'), written: SLUG, path: `b/${LONG}.md`, safe: true },
      { uri: client.uri('b/twin.md'), written: 'gone meanwhile', path: null, safe: false },
    ]);
    assert.deepEqual(done, { applied: true, links: 5, notes: 2 });
    assert.equal(edits.length, 1);
    const [{ edit, label }] = edits as [lsp.ApplyWorkspaceEditParams];
    assert.equal(label, 'Repair links');
    const ids = Object.keys(edit.changeAnnotations ?? {}).sort();
    assert.deepEqual(ids, ['chosen', 'safe']);
    const changes = (edit.documentChanges ?? []) as lsp.TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument, edits: some }) => [textDocument.version, some.length]),
      [
        [null, 3],
        [1, 2],
      ],
    );
    const there = (changes[1]?.edits ?? []) as lsp.AnnotatedTextEdit[];
    assert.deepEqual(
      there.map(({ range, newText, annotationId }) => [range.start.line, newText, annotationId]),
      [
        [1, LONG, 'safe'],
        [1, 'no such note here', 'chosen'],
      ],
    );
  });

  it('asks for no edit where nothing of it holds any more', async () => {
    const client = await serve(FILES, { capabilities });
    const edits = taking(client);
    const choice = { written: 'b/twin', path: `b/${LONG}.md`, safe: false };
    const gone = { written: SLUG, path: 'b/gone.md', safe: false };
    const done = await apply(client, [
      { ...choice, uri: client.uri('c/asks.md') },
      { ...gone, uri: client.uri('a/there.md') },
    ]);
    assert.deepEqual([done, edits.length], [{ applied: false, links: 0, notes: 0 }, 0]);
  });

  it('looks into git only where it is told that it may', async function () {
    if (spawnSync('git', ['--version']).status !== 0) skipped(this, 'git is not installed');
    const client = await serve(
      { 'old.md': 'A line.\n'.repeat(20), 'here.md': '[[old]]\n' },
      { capabilities },
    );
    assert.match((await ask(client, 'here.md', true)).historyRefused ?? '', /no git repository/u);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: client.root,
      });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    renameSync(client.file('old.md'), client.file('entirely new.md'));
    git('add', '-A');
    git('commit', '-q', '-m', 'two');
    await client.watched({ 'old.md': 3, 'entirely new.md': 1 });
    await client.codes('here.md', 'link/missing');
    assert.deepEqual((await ask(client, 'here.md')).links[0]?.candidates, []);
    const [link] = (await ask(client, 'here.md', true)).links;
    assert.match(link?.candidates[0]?.why ?? '', /^renamed on .* \(git commit /u);
  });

  it('can be cancelled, and answers others meanwhile', async () => {
    const many: Record<string, string> = {};
    for (let at = 0; at < 400; at++)
      many[`n/${at}.md`] = Array.from(
        { length: 10 },
        (_, link) => `[[note ${at} of words about link ${link} and more]]`,
      ).join(' ');
    const client = await serve(many, { capabilities });
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest<Repairs>(
      repairsMethod,
      { uri: uriOf(client.root), history: false },
      source.token,
    );
    const started = Date.now();
    await client.hover('n/0.md', 0, 3);
    assert.ok(Date.now() - started < 2000, 'it does not let others through');
    source.cancel();
    assert.deepEqual(await asked.then(({ refused, links }) => [refused, links.length]), [
      'Cancelled.',
      0,
    ]);
  });
});
