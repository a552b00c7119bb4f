/** Renaming over LSP: what can be renamed, the edit of the workspace, what is asked and refused, and files that the editor moves. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  fixAllCommand,
  type Repairs,
  renameFileCommand,
  repairsMethod,
} from '../../server/lsp/protocol';
import {
  LspClient as Client,
  cleanUp,
  type Files,
  type LspClient,
  makeVault,
  serve,
} from '../support/lspClient';

const RAIN = 'notes/rain falls.md';
const FILES: Files = {
  [RAIN]: '# Rain falls\n\n## Why\n\nIt does. ^fact\n',
  'notes/a.md': 'See [[rain falls]] and [[rain falls#Why|why]].\n',
  'notes/b.md': '---\nsupports: rain falls\n---\n\n[it](rain%20falls.md)\n',
  'other/c.md': 'Nothing.\n',
  'notes/map.png': '',
};

const everything: lsp.ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: {},
    },
    fileOperations: { willRename: true, didRename: true },
  },
  window: { workDoneProgress: true, showMessage: {} },
};

type Change = lsp.TextDocumentEdit | lsp.RenameFile;

describe('renaming', () => {
  afterEach(cleanUp);

  interface Talk {
    readonly client: LspClient;
    readonly messages: string[];
    /** Questions with the titles of their buttons. */
    readonly asked: string[];
    readonly edits: lsp.WorkspaceEdit[];
  }

  async function talk(
    files: Files = FILES,
    answers: readonly string[] = [],
    capabilities = everything,
  ): Promise<Talk> {
    const client = await serve(files, { capabilities });
    const [messages, asked, edits]: [string[], string[], lsp.WorkspaceEdit[]] = [[], [], []];
    client.connection.onNotification('window/showMessage', ({ message }: lsp.ShowMessageParams) => {
      messages.push(message);
    });
    client.connection.onRequest(
      'window/showMessageRequest',
      ({ message, actions = [] }: lsp.ShowMessageRequestParams) => {
        const title = answers[asked.length];
        asked.push([message, ...actions.map(each => each.title)].join(' | '));
        return actions.find(each => each.title === title) ?? null;
      },
    );
    client.connection.onRequest('workspace/applyEdit', ({ edit }: lsp.ApplyWorkspaceEditParams) => {
      edits.push(edit);
      return { applied: true };
    });
    return { client, messages, asked, edits };
  }

  /** The cursor stands at `‸` in the note's text, which is opened. */
  async function rename(client: LspClient, name: string, marked: string, newName: string) {
    const [line, character] = await client.show(name, marked);
    return client.connection.sendRequest<lsp.WorkspaceEdit | null>('textDocument/rename', {
      textDocument: { uri: client.uri(name) },
      position: { line, character },
      newName,
    });
  }

  function willRename(client: LspClient, moves: Readonly<Record<string, string>>) {
    const files = Object.entries(moves).map(([from, to]) => ({
      oldUri: client.uri(from),
      newUri: client.uri(to),
    }));
    return client.connection.sendRequest<lsp.WorkspaceEdit | null>('workspace/willRenameFiles', {
      files,
    });
  }

  /** Makes an edit on the disk, as an editor would and saves. */
  function make(edit: lsp.WorkspaceEdit | null): void {
    for (const change of (edit?.documentChanges ?? []) as Change[]) {
      if ('edits' in change) {
        const file = URI.parse(change.textDocument.uri).fsPath;
        const document = TextDocument.create('', '', 0, readFileSync(file, 'utf8'));
        writeFileSync(file, TextDocument.applyEdits(document, change.edits as lsp.TextEdit[]));
        continue;
      }
      const to = URI.parse(change.newUri).fsPath;
      mkdirSync(dirname(to), { recursive: true });
      renameSync(URI.parse(change.oldUri).fsPath, to);
    }
  }

  /** Where the edit moves a file. */
  function renameIn(edit: lsp.WorkspaceEdit | null | undefined): string {
    const last = edit?.documentChanges?.at(-1);
    assert.ok(last !== undefined && 'newUri' in last, JSON.stringify(edit));
    return last.newUri;
  }

  const disk = (client: LspClient, name: string) => readFileSync(client.file(name), 'utf8');

  const refused = (sentence: RegExp) => (error: Error) => {
    assert.match(error.message, sentence);
    return true;
  };

  it('says what is renamed, and by which name it goes', async () => {
    const { client } = await talk();
    const prepare = async (name: string, marked: string) => {
      const [line, character] = await client.show(name, marked);
      return client.ask<{ placeholder: string; range: lsp.Range } | null>(
        'prepareRename',
        name,
        line,
        character,
      );
    };
    const link = await prepare('notes/a.md', 'See [[ra‸in falls]].\n');
    assert.deepEqual(link, {
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 16 } },
      placeholder: 'Rain falls',
    });
    const block = await prepare(RAIN, '# Rain falls\n\nIt does. ^fa‸ct\n');
    assert.equal(block?.placeholder, 'fact');
    assert.equal(await prepare('notes/a.md', 'S‸ee [[rain falls]].\n'), null);
    await assert.rejects(
      prepare('notes/a.md', '[[rain falls#No‸pe]]\n'),
      refused(/^The note has no such heading or block\.$/u),
    );
    await assert.rejects(
      rename(client, 'notes/a.md', '[[rain falls#No‸pe]]\n', 'Yes'),
      refused(/^The note has no such heading or block\.$/u),
    );
    const { renameProvider } = client.initialized?.capabilities ?? {};
    assert.deepEqual(renameProvider, { prepareProvider: true });
  });

  it('edits every link, then the file', async () => {
    const { client, messages } = await talk();
    await client.open('notes/b.md', String(FILES['notes/b.md']));
    const edit = await rename(
      client,
      'notes/a.md',
      'See [[rain ‸falls]] and [[rain falls#Why|why]].\n',
      'Snow falls',
    );
    const changes = (edit?.documentChanges ?? []) as Change[];
    assert.deepEqual(
      changes.map(each =>
        'edits' in each
          ? [
              client.root,
              each.textDocument.uri === client.uri(RAIN) ? 'note' : 'link',
              each.textDocument.version,
            ].slice(1)
          : [each.kind, each.oldUri, each.newUri, each.options],
      ),
      [
        ['link', 1],
        ['link', 1],
        ['note', null],
        [
          'rename',
          client.uri(RAIN),
          client.uri('notes/Snow falls.md'),
          { overwrite: false, ignoreIfExists: false },
        ],
      ],
    );
    assert.deepEqual(edit?.changeAnnotations, {
      links: {
        label: 'Rename links',
        description: 'They lead where they led.',
        needsConfirmation: false,
      },
      name: { label: 'Rename what is written', needsConfirmation: false },
      file: { label: 'Rename the file', needsConfirmation: false },
    });
    make(edit);
    assert.equal(disk(client, 'notes/a.md'), 'See [[Snow falls]] and [[Snow falls#Why|why]].\n');
    assert.equal(
      disk(client, 'notes/b.md'),
      '---\nsupports: Snow falls\n---\n\n[it](Snow%20falls.md)\n',
    );
    assert.match(disk(client, 'notes/Snow falls.md'), /^# Snow falls\n/u);
    assert.deepEqual(messages, []);
  });

  it('asks to review what touches more than ten files', async () => {
    const links = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`n${index}.md`, 'See [[rain falls]].\n']),
    );
    const { client } = await talk({ ...FILES, ...links });
    const edit = await rename(client, 'n0.md', 'See [[rain fa‸lls]].\n', 'Snow falls');
    const annotations = Object.values(edit?.changeAnnotations ?? {});
    assert.deepEqual(
      annotations.map(each => each.needsConfirmation),
      [true, true, true],
    );
  });

  it('leaves nothing to do when the editor asks again about the file that it renames', async () => {
    // In between, “n” leads to another note, and the link to this one would be taken for it.
    const { client } = await talk({
      'one/m.md': 'Text.\n',
      'one/x.md': 'See [[m]].\n',
      'two/n.md': 'Text.\n',
    });
    const edit = await rename(client, 'one/x.md', 'See [[‸m]].\n', 'n');
    const [change] = (edit?.documentChanges ?? []) as lsp.TextDocumentEdit[];
    const [written] = (change?.edits ?? []) as lsp.TextEdit[];
    assert.ok(written);
    await client.type('one/x.md', written.newText, written.range);
    assert.equal(client.document('one/x.md').getText(), 'See [[n]].\n');
    assert.equal(await willRename(client, { 'one/m.md': 'one/n.md' }), null);
  });

  it('edits links all the same where the author discarded the rename and moves the file by hand', async () => {
    const { client } = await talk();
    await rename(client, 'notes/a.md', 'See [[rain ‸falls]].\n', 'Snow falls');
    const edit = await willRename(client, { [RAIN]: 'notes/Snow falls.md' });
    assert.equal(edit?.documentChanges?.length, 3, 'two notes with links, and the title');
  });

  it('takes what is on the disk now', async () => {
    const { client } = await talk();
    client.write('notes/b.md', 'Something above.\n\nSee [[rain falls]].\n');
    const edit = await rename(client, 'notes/a.md', 'See [[rain ‸falls]].\n', 'Snow falls');
    make(edit);
    assert.equal(disk(client, 'notes/b.md'), 'Something above.\n\nSee [[Snow falls]].\n');
  });

  it('refuses with a sentence', async () => {
    const { client } = await talk({ ...FILES, 'notes/taken.md': 'Text.\n' });
    client.write('notes/unseen.md', 'Text.\n');
    const to = (name: string) => rename(client, 'notes/a.md', 'See [[rain ‸falls]].\n', name);
    await assert.rejects(to('Taken'), refused(/There is a file `notes\/taken.md` already/u));
    await assert.rejects(to('unseen'), refused(/There is a file `notes\/unseen.md` already/u));
    await assert.rejects(to('  '), refused(/title cannot be empty/u));
    await assert.rejects(
      rename(client, 'notes/a.md', 'S‸ee.\n', 'x'),
      refused(/Nothing here has a name/u),
    );
  });

  it('offers a short file name where the whole is too long, and asks where it is long', async () => {
    const endless = 'rain falls on old towns '.repeat(12).trim();
    const long = 'rain falls on old towns '.repeat(7).trim();
    const { client, asked } = await talk(FILES, [
      'Short File Name, Full Title',
      'Cancel',
      'Rename Anyway',
    ]);
    const to = (name: string) => rename(client, 'notes/a.md', 'See [[rain ‸falls]].\n', name);
    const short = await to(endless);
    const cut = renameIn(short);
    assert.ok(cut.length - client.root.length < 200 && /rain%20falls/u.test(cut), cut);
    assert.match(JSON.stringify(short), new RegExp(`"newText":"${endless}"`, 'u'));
    assert.deepEqual(await to(long), { changes: {} });
    const anyway = await to(long);
    assert.equal(renameIn(anyway), client.uri(`notes/${long}.md`));
    assert.match(
      asked[0] ?? '',
      /no common system allows more than 255\. \| Short File Name, Full Title \| Cancel$/u,
    );
    assert.match(
      asked[1] ?? '',
      /takes 170 bytes.*143\. \| Rename Anyway \| Short File Name, Full Title \| Cancel$/u,
    );
    assert.equal(asked.length, 3);
  });

  it('renames only what is written for a client that cannot rename files', async () => {
    const workspace = { workspaceFolders: true, workspaceEdit: {} };
    const { client } = await talk(FILES, [], { workspace, window: { workDoneProgress: true } });
    assert.equal(client.initialized?.capabilities.renameProvider, true);
    const heading = await rename(client, RAIN, '# Rain falls\n\n## W‸hy\n', 'How');
    assert.deepEqual(Object.keys(heading?.changes ?? {}).sort(), [
      client.uri('notes/a.md'),
      client.uri(RAIN),
    ]);
    await assert.rejects(
      rename(client, 'notes/a.md', 'See [[rain ‸falls]].\n', 'Snow'),
      refused(/cannot rename files/u),
    );
  });

  it('asks before links are lost, naming the first, and takes no for an answer', async () => {
    const files = {
      'rain.md': '# Rain\n\n## A\n\n## B\n',
      'b.md': 'See [[rain#B|it]] and [[rain#B]].\n',
    };
    const { client, asked, messages } = await talk(files, ['Cancel', 'Rename Anyway']);
    const again = () => rename(client, 'rain.md', '# Rain\n\n## A\n\n## B‸\n', 'A');
    assert.deepEqual(await again(), { changes: {} });
    const [change] = ((await again())?.documentChanges ?? []) as lsp.TextDocumentEdit[];
    assert.deepEqual(
      change?.edits.map(each => 'newText' in each && each.newText),
      ['A'],
    );
    const question =
      'The link “rain#B” in “b.md” leads to “B” in “rain.md”, and no way of writing it would lead there any more. So it is with one more link. | Rename Anyway | Cancel';
    assert.deepEqual(asked, [question, question]);
    assert.deepEqual(messages, []);
  });

  it('tells of lost links where it cannot ask', async () => {
    const files = { 'rain.md': '# Rain\n\n## A\n\n## B\n', 'b.md': '[[rain#B]]\n' };
    const { window: _, ...rest } = everything;
    const capabilities = { ...rest, window: { workDoneProgress: true } };
    const { client, messages } = await talk(files, [], capabilities);
    assert.ok(await rename(client, 'rain.md', '# Rain\n\n## A\n\n## B‸\n', 'A'));
    await client.until('the message', () => messages.length === 1);
    assert.match(messages[0] ?? '', /“rain#B” in “b.md”.*will lead there any more\.$/u);
  });

  describe('before all notes are read', () => {
    const text = 'See [[rain falls]].\n'.repeat(2000);
    const many = Array.from({ length: 200 }, (_, index) => [`n${index}.md`, text]);
    const start = (cancelProgress: boolean) =>
      Client.start({
        folders: [makeVault({ ...FILES, ...Object.fromEntries(many) })],
        capabilities: everything,
        cancelProgress,
      });

    it('refuses while they are read', async () => {
      const client = await start(false);
      await client.until('it reads', () => client.progress.length > 0);
      await assert.rejects(
        rename(client, 'notes/a.md', '# H‸ead\n', 'Tail'),
        refused(/^Not all notes are read yet, so links might be missed\.$/u),
      );
    });

    it('says where reading was cancelled, and so do moves, repairs and fixes', async () => {
      const client = await start(true);
      const messages: string[] = [];
      client.connection.onNotification(
        'window/showMessage',
        ({ message }: lsp.ShowMessageParams) => {
          messages.push(message);
        },
      );
      await client.until('stopped', () => client.statuses.at(-1)?.state === 'stopped');
      await assert.rejects(
        rename(client, 'notes/a.md', '# H‸ead\n', 'Tail'),
        refused(
          /^Indexing was cancelled, so links might be missed; restart the server to index\.$/u,
        ),
      );
      const seems = /^Indexing was cancelled, so a link may only seem broken; restart/u;
      const uri = client.uri('notes/a.md');
      const repairs = await client.connection.sendRequest<Repairs>(repairsMethod, {
        uri,
        history: false,
      });
      assert.match(repairs.refused ?? '', seems);
      const run = (command: string, ...args: string[]) =>
        client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
      await run(fixAllCommand, uri);
      await run(renameFileCommand, uri, 'notes/b.md', 'B');
      await run(renameFileCommand, client.uri('../b.md'), 'c.md', 'C');
      await willRename(client, { 'notes/a.md': 'notes/c.md' });
      await client.until('the messages', () => messages.length === 4);
      const [fixes = '', file, outside, move] = messages;
      assert.match(fixes, seems);
      assert.match(file ?? '', /^Indexing was cancelled, so links might be missed; restart/u);
      assert.equal(outside, 'This is no note of a vault.');
      assert.match(
        move ?? '',
        /^Indexing was cancelled, so links to what moves stay as they are;/u,
      );
    });
  });

  describe('of files by the editor', () => {
    it('edits links to and out of what moves, several files at once', async () => {
      const { client } = await talk({
        ...FILES,
        'other/c.md': '![map](../notes/map.png) and [rain](../notes/rain%20falls.md)\n',
      });
      const edit = await willRename(client, {
        [RAIN]: 'weather/rain falls.md',
        'notes/map.png': 'weather/pictures/map.png',
      });
      const kinds = edit?.documentChanges?.map(each => 'kind' in each);
      assert.ok(kinds?.length && !kinds.includes(true), 'the editor moves the files itself');
      assert.ok(!Object.values(edit?.changeAnnotations ?? {}).some(each => each.needsConfirmation));
      make(edit);
      assert.equal(
        disk(client, 'other/c.md'),
        '![map](../weather/pictures/map.png) and [rain](../weather/rain%20falls.md)\n',
      );
      assert.match(disk(client, 'notes/b.md'), /\[it\]\(\.\.\/weather\/rain%20falls\.md\)/u);
    });

    it('follows a folder, and knows at once where it is', async () => {
      const { client } = await talk({
        'notes/rain.md': 'See [[notes/snow]].\n',
        'notes/snow.md': 'Text.\n',
        'c.md': 'See [[notes/rain]].\n',
      });
      const edit = await willRename(client, { notes: 'weather' });
      make(edit);
      assert.equal(disk(client, 'c.md'), 'See [[weather/rain]].\n');
      assert.equal(disk(client, 'notes/rain.md'), 'See [[weather/snow]].\n');
      renameSync(client.file('notes'), client.file('weather'));
      await client.connection.sendNotification('workspace/didRenameFiles', {
        files: [{ oldUri: client.uri('notes'), newUri: client.uri('weather') }],
      });
      await client.open('c.md', 'See [[weather/rain]].\n');
      await client.until('the link leads there', async () => {
        const found = await client.ask<lsp.Location[] | null>('definition', 'c.md', 0, 8);
        return found?.[0]?.uri === client.uri('weather/rain.md');
      });
    });

    it('tells of links that will be lost', async () => {
      const { client, messages, asked } = await talk({
        'notes/rain.md': 'Text.\n',
        'b.md': 'See [[rain]].\n',
      });
      assert.equal(await willRename(client, { 'notes/rain.md': 'notes/snow [1] #.md' }), null);
      await client.until('the message', () => messages.length === 1);
      assert.deepEqual(messages, [
        'The link “rain” in “b.md” leads to “notes/rain.md”, and no way of writing it will lead there any more.',
      ]);
      assert.deepEqual(asked, []);
    });

    it('takes two files that change places for what they are', async () => {
      const { client } = await talk({
        'one/a.md': 'Text.\n',
        'two/a.md': 'Text.\n',
        'c.md': 'See [[one/a]] and [[two/a]].\n',
      });
      const edit = await willRename(client, { 'one/a.md': 'two/a.md', 'two/a.md': 'one/a.md' });
      make(edit);
      assert.equal(disk(client, 'c.md'), 'See [[two/a]] and [[one/a]].\n');
    });

    it('edits nothing where a note leaves the vault, and says so', async () => {
      const { client, messages } = await talk({
        ...FILES,
        '.claimwright.yaml': '',
        'in/.claimwright.yaml': '',
        'in/x.md': '',
      });
      assert.equal(await willRename(client, { [RAIN]: 'in/rain falls.md' }), null);
      assert.equal(await willRename(client, { [RAIN]: '../rain falls.md' }), null);
      assert.equal(await willRename(client, { [RAIN]: '.trash/rain falls.md' }), null);
      const sentence = 'Links do not cross the border of a vault: 4 links will lead nowhere.';
      const hidden = 'A vault leaves out hidden folders: 4 links will lead nowhere.';
      await client.until('the messages', () => messages.length === 3);
      assert.deepEqual(messages, [sentence, sentence, hidden]);
      assert.equal(await willRename(client, { 'other/c.md': '../c.md' }), null);
      assert.equal(await willRename(client, { '../x.md': '../y.md' }), null);
    });
  });

  it('shortens a file name as a fix', async () => {
    const long = `${'rain falls on old towns '.repeat(7).trim()}`;
    const { client, edits } = await talk({
      [`${long}.md`]: '---\ntype: musing\n---\n\nText.\n',
      'a.md': `See [[${long}]].\n`,
    });
    await client.open(`${long}.md`, '---\ntype: musing\n---\n\nText.\n');
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const actions = await client.codeActions(`${long}.md`, all);
    const action = actions?.find(({ title }) => title.startsWith('Shorten the file name'));
    assert.ok(action?.command && action.edit === undefined);
    const { command, arguments: given } = action.command;
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
    const [edit] = edits;
    make(edit ?? null);
    const name = URI.parse(renameIn(edit)).fsPath.slice(client.root.length + 1);
    assert.ok(name.length <= 120, name);
    assert.equal(disk(client, name), `---\ntype: musing\ntitle: ${long}\n---\n\nText.\n`);
    assert.equal(disk(client, 'a.md'), `See [[${name.slice(0, -3)}]].\n`);
  });
});
