/** The server for browsers: it reads through its client, and says the same as the command line. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompletionList, Hover, MarkupContent, WorkspaceEdit } from 'vscode-languageserver';
import { listFiles } from '../../server/disk';
import {
  type LinkHistory,
  linkHistoryMethod,
  type MessageAnswer,
  messageMethod,
  type Repairs,
  repairsMethod,
} from '../../server/lsp/protocol';
import { buildCli, removeTemporaryFolders, runCli } from '../support/runCli';
import { skipped } from '../support/skipped';
import { type Held, stopWorkers, WorkerServer } from '../support/workerServer';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/vault');
const REAL = resolve(import.meta.dirname, '../../../shared/vault');

interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

describe('the server in a browser', function () {
  this.timeout(120_000);
  before(buildCli);
  afterEach(stopWorkers);
  after(removeTemporaryFolders);

  /** Texts by path, and what else may stand there. */
  const held = (
    texts: Readonly<Record<string, string>>,
    others: Readonly<Record<string, Held>> = {},
  ) => {
    const bytes = Object.entries(texts).map(
      ([path, text]) => [path, new TextEncoder().encode(text)] as const,
    );
    return new Map<string, Held>([...bytes, ...Object.entries(others)]);
  };
  const serve = async (...args: Parameters<typeof WorkerServer.start>) => {
    const server = await WorkerServer.start(...args);
    await server.ready();
    return server;
  };

  for (const [name, folder] of [
    ['the example vault', EXAMPLE],
    ['the real vault', REAL],
  ] as const)
    it(`reports of ${name} what the command line does`, async function () {
      const paths = folderHolds(folder) ? [...listFiles(folder)] : skipped(this, `no ${folder}`);
      const files = new Map<string, Held>(
        paths.map(each => [each, readFileSync(join(folder, each))]),
      );
      const marker = '.claimwright.yaml';
      if (readdirSync(folder).includes(marker))
        files.set(marker, readFileSync(join(folder, marker)));
      const server = await serve(files);
      const { stdout } = await runCli(['check', folder, '--format', 'json', '--severity', 'hint']);
      const expected = JSON.parse(stdout) as { notes: number; diagnostics: Found[] };
      assert.equal(server.statuses.at(-1)?.notes, expected.notes);
      const count = (severity: string) =>
        expected.diagnostics.filter(each => each.severity === severity).length;
      await server.until('all is checked', () => {
        const { errors, warnings } = server.statuses.at(-1) ?? {};
        return errors === count('error') && warnings === count('warning');
      });
      const sorted = (all: readonly string[]) => [...all].sort();
      await server.until(
        'as many problems',
        () => [...server.diagnostics.values()].flat().length === expected.diagnostics.length,
      );
      assert.deepEqual(
        sorted(
          [...server.diagnostics].flatMap(([file, all]) =>
            all.map(({ code, severity = 0, message, range }) =>
              JSON.stringify([file, code, SEVERITIES[severity], message, range]),
            ),
          ),
        ),
        sorted(
          expected.diagnostics.map(({ file, code, severity, message, range }) =>
            JSON.stringify([file, code, severity, message, range]),
          ),
        ),
      );
      assert.match(server.told.join('\n'), /^Reading files: \d+ of \d+$/mu);
    });

  it('completes, hovers and renames on a file system of any scheme', async () => {
    const files = held({
      'domains/baking/ovens heat slowly.md': '---\ntype: claim\n---\n# Ovens heat slowly\n',
      'one.md': 'See [[ovens heat slowly]].\n',
      'two.md': '[it](domains/baking/ovens%20heat%20slowly.md)\n',
    });
    for (const root of [
      'memory://box/the%20vault',
      'memory:/',
      'vscode-vfs://host%2Bx/a/b',
      'file:///a',
    ]) {
      const server = await serve(files, { root });
      const uri = (path: string) => server.uri(path);
      await server.open('new.md', 'See [[heat slow');
      const { willRename } = server.initialized?.capabilities.workspace?.fileOperations ?? {};
      assert.deepEqual(willRename?.filters, [{ pattern: { glob: '**/*' } }]);
      const list = await server.ask<CompletionList>('completion', 'new.md', 0, 15);
      assert.deepEqual(
        list.items.map(({ label }) => label).filter(label => label.startsWith('ovens')),
        ['ovens heat slowly'],
      );
      const hover = await server.ask<Hover>('hover', 'one.md', 0, 8);
      assert.match((hover.contents as MarkupContent).value, /ovens heat slowly/u);
      const edit = await server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: uri('one.md') },
        position: { line: 0, character: 8 },
        newName: 'ovens stay hot',
      });
      const changes = edit.documentChanges ?? [];
      const edited = changes.map(each =>
        'textDocument' in each ? each.textDocument.uri : each.kind,
      );
      assert.deepEqual(
        [...edited].sort(),
        [uri('domains/baking/ovens heat slowly.md'), uri('one.md'), uri('two.md'), 'rename'].sort(),
      );
      const [rename] = changes.flatMap(each => ('newUri' in each ? [each] : []));
      assert.deepEqual(
        [rename?.oldUri, rename?.newUri],
        [uri('domains/baking/ovens heat slowly.md'), uri('domains/baking/ovens stay hot.md')],
      );
    }
  });

  it('follows files as they change, folders that come with all that is in them, and settings', async () => {
    const server = await serve(held({ 'one.md': 'See [[two]] and [[deep/three]].\n' }));
    await server.until(
      'both links to be missing',
      () => server.codes('one.md') === 'link/missing link/missing',
    );
    server.write('two.md', 'Text.\n');
    await server.watched({ 'two.md': 1 });
    await server.until('one to be found', () => server.codes('one.md') === 'link/missing');
    server.write('new/deep/three.md', 'See [[nothing]].\n');
    // Of a folder that came, only the deepest place may be told.
    await server.watched({ 'new/deep/three.md': 1 });
    await server.until('the other, too', () => server.codes('one.md') === '');
    await server.until('what is in it', () => server.codes('new/deep/three.md') === 'link/missing');
    server.write('.claimwright.yaml', 'exclude: [new]\n');
    await server.watched({ '.claimwright.yaml': 1 });
    await server.until('settings to be in force', () => server.codes('new/deep/three.md') === '');
    server.files.delete('.claimwright.yaml');
    await server.watched({ '.claimwright.yaml': 3 });
    await server.until(
      'settings to be gone',
      () => server.codes('new/deep/three.md') === 'link/missing',
    );
    server.files.delete('new/deep/three.md');
    await server.watched({ new: 3 });
    await server.until('the folder to be gone', () => server.codes('one.md') === 'link/missing');
    server.write('one.md', 'See [[two]].\n');
    // No file system tells of every change, but the editor tells what it saved.
    await server.open('one.md', 'See [[two]].\n');
    await server.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: server.uri('one.md') },
    });
    await server.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: server.uri('one.md') },
    });
    await server.until('what was saved', () => server.codes('one.md') === '');
  });

  it('says of what it cannot read what is said on a disk', async () => {
    const files = held(
      {
        'one.md': 'See [[dark/note]] and [[far/note]].\n',
        'dark/note.md': 'x',
        'far/note.md': 'x',
      },
      {
        'large.md': new Uint8Array(5 * 1024 * 1024 + 1).fill(97),
        'latin.md': new Uint8Array([0xe9, 0x20]),
        'shut.md': 'forbidden',
        'lost.md': 'unread',
        far: { linkTo: 'folder' },
        'link.md': { linkTo: 'file' },
        '.git/config.md': new Uint8Array(),
        'node_modules/a/readme.md': new Uint8Array(),
      },
    );
    files.delete('far/note.md');
    const server = await serve(files, { closed: ['dark'] });
    const said = (path: string) =>
      server.diagnostics.get(path)?.map(({ message }) => message) ?? [];
    const unread = ['large.md', 'latin.md', 'shut.md', 'lost.md'];
    await server.until('all is checked', () => unread.every(path => said(path).length > 0));
    await server.until('the links, too', () => said('one.md').length === 2);
    assert.deepEqual(
      unread.map(path => said(path)),
      [
        ['This note is 5.0 MB large; notes above 5 MB are not read.'],
        ['This note is not UTF-8; save it in that encoding.'],
        ['This note may not be read.'],
        ['This note could not be read.'],
      ],
    );
    assert.ok(server.logged.some(text => text.includes('The folder “dark” may not be read')));
    const asked = server.asked.map(uri => server.pathOf(uri));
    assert.deepEqual(
      asked.filter(path => /^(?:\.git|node_modules|far)(?:\/|$)/u.test(path)),
      [],
    );
  });

  it('reads front matter behind every opening line, with nothing of Node', async () => {
    const rest = 'type: claim\nconfidence: likley\n---\n';
    const server = await serve(
      held({
        'a.md': `---\n${rest}`,
        'b.md': `--- \n${rest}`,
        'c.md': `---yaml\n${rest}`,
        'd.md': '--- \ntype: claim\n\nText.\n',
      }),
    );
    for (const path of ['a.md', 'b.md', 'c.md'])
      await server.until(path, () => /invalid-value/u.test(server.codes(path)));
    await server.until('d.md', () => /unclosed/u.test(server.codes('d.md')));
  });

  it('reads nothing of a folder that was called off, and reports nothing of it', async () => {
    const server = await WorkerServer.start(held({ 'one.md': '[[nothing]]\n' }), {
      callOff: 'Reading files',
    });
    await server.until('it stops', () => server.statuses.at(-1)?.state === 'stopped');
    await server.open('one.md', '[[nothing]]\n');
    assert.equal(await server.ask('hover', 'one.md', 0, 4), null);
    assert.deepEqual([...server.diagnostics.values()].flat(), []);
  });

  it('says that git cannot be asked', async () => {
    const server = await serve(held({ 'one.md': 'Text.\n' }));
    const { connection, root: uri } = server;
    const message = await connection.sendRequest<MessageAnswer>(messageMethod, { uri });
    const history = await connection.sendRequest<LinkHistory>(linkHistoryMethod, {
      uri,
      points: 2,
    });
    const repairs = await connection.sendRequest<Repairs>(repairsMethod, { uri, history: true });
    for (const why of [message.refused, history.refused, repairs.historyRefused])
      assert.match(why ?? '', /^Git cannot be asked in a browser\./u);
  });
});

function folderHolds(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
