/** Every request that makes the server edit something, with one hostile text in it; every edit is held to the vault. */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver-protocol';
import {
  applyRepairsMethod,
  authorCommand,
  authorMethod,
  fixAllCommand,
  linkMentionMethod,
  type Move,
  renameFileCommand,
} from '../../server/lsp/protocol';
import { type LspClient, uriOf } from '../support/lspClient';
import { PlainEditor } from '../support/plainEditor';
import { CLAIM, HINT, SOURCE } from './hostileVault';
import type { Sandbox } from './sandbox';
import { assertInside, editsIn } from './sentEdits';
import { throughServer } from './throughServer';

const capabilities: lsp.ClientCapabilities = {
  window: { showDocument: { support: true }, workDoneProgress: true },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
  },
};

/** How one hostile text is asked for; each gives the answer. */
export const requests: Readonly<
  Record<string, (client: LspClient, text: string) => Promise<unknown>>
> = {
  ...authorRequests(),
  'rename a link': (client, newName) => renameAt(client, 'b.md', 7, newName),
  'rename a title': (client, newName) => renameAt(client, 'a.md', 0, newName),
  'rename the file, to a path': (client, to) =>
    run(client, renameFileCommand, client.uri('a.md'), to, 'T'),
  'rename the file, with a title': (client, title) =>
    run(client, renameFileCommand, client.uri('a.md'), 'a2.md', title),
  'rename the file, of an address': (client, text) =>
    run(client, renameFileCommand, `${uriOf(client.root)}/${text}`, 'a2.md', 'T'),
  'will rename, to': (client, text) =>
    client.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri('a.md'), newUri: `${uriOf(client.root)}/${text}` }],
    }),
  'will rename, from': (client, text) =>
    client.connection.sendRequest('workspace/willRenameFiles', {
      files: [{ oldUri: `${uriOf(client.root)}/${text}`, newUri: client.uri('c.md') }],
    }),
  'fix all': (client, text) => run(client, fixAllCommand, `${uriOf(client.root)}/${text}`),
  'fix all of an address': (client, text) => run(client, fixAllCommand, text),
  repair: (client, path) =>
    client.connection.sendRequest(applyRepairsMethod, [
      { uri: client.uri('a.md'), written: 'gone', path, safe: false },
      { uri: `${uriOf(client.root)}/${path}`, written: 'gone', path: 'b.md', safe: false },
    ]),
  'link a mention': (client, from) =>
    client.connection.sendRequest(linkMentionMethod, {
      uri: client.uri(CLAIM),
      from,
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
      words: 'heat makes crusts brown',
    }),
  'fixes of a note': (client, text) =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: `${uriOf(client.root)}/${text}` },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] },
    }),
};

function authorRequests() {
  const hint = { index: 0, text: HINT };
  const moves: Readonly<Record<string, (text: string) => Move>> = {
    promote: title => ({ kind: 'promote', hint, title }),
    exists: claim => ({ kind: 'exists', hint, claim }),
    enrich: claim => ({ kind: 'enrich', hint, claim }),
    'claim, title': title => ({ kind: 'claim', title, domain: 'baking' }),
    'claim, domain': domain => ({ kind: 'claim', title: 'Bread is food for most', domain }),
    'note, title': title => ({ kind: 'note', type: 'musing', title, folder: 'notes' }),
    'note, folder': folder => ({ kind: 'note', type: 'entity', title: 'Some mill', folder }),
    'note, type': type => ({ kind: 'note', type, title: 'Some mill', folder: null }),
    'source, title': title => source({ title }),
    'source, author': author => source({ author }),
    'source, domain': domain => source({ domain }),
    'source, url': url => source({ url }),
    'source, text': text => source({ text }),
    counter: title => ({ kind: 'counter', title }),
    retire: by => ({ kind: 'retire', by, reason: 'Old.' }),
  };
  const onClaim = new Set(['counter', 'retire']);
  const asked = Object.entries(moves).map(([name, move]) => [
    name,
    (client: LspClient, text: string) =>
      client.connection.sendRequest(authorMethod, {
        uri: client.uri(onClaim.has(name) ? CLAIM : SOURCE),
        move: move(text),
      }),
  ]);
  const at = async (client: LspClient, text: string) =>
    run(client, authorCommand, {
      uri: `${uriOf(client.root)}/${text}`,
      move: { kind: 'evaluated' } satisfies Move,
    });
  return { ...Object.fromEntries(asked), 'evaluated, of an address': at };
}

function source(some: Partial<Extract<Move, { kind: 'source' }>>): Move {
  const all = { title: 'Ovens of old', url: '', author: 'Ben', domain: 'baking', text: '' };
  return { kind: 'source', ...all, ...some };
}

function run(client: LspClient, command: string, ...args: unknown[]): Promise<unknown> {
  return client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
}

function renameAt(client: LspClient, name: string, line: number, newName: string) {
  return client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri: client.uri(name) },
    position: { line, character: 2 },
    newName,
  });
}

/** Serves the vault, and holds every edit to it; returns how many there were. */
export async function attacked(
  box: Sandbox,
  attack: (ask: (name: string, text: string) => Promise<void>) => Promise<void>,
  settings?: unknown,
): Promise<number> {
  let edits = 0;
  const use = async (client: LspClient) => {
    const editor = new PlainEditor(client);
    // It makes none, so that each is made of the same vault.
    editor.before = () => false;
    await attack(async (name, text) => {
      const seen = editor.sent.length;
      const what = `${name}: ${JSON.stringify(text)}`;
      // A refusal in words is an answer.
      const answer = await requests[name]?.(client, text).catch((error: Error) => {
        assert.doesNotMatch(error.message, /failed with message/u, what);
      });
      const found = [...editsIn(answer), ...editor.sent.slice(seen).map(({ edit }) => edit)];
      for (const edit of found) assertInside(box.vault, edit, what);
      edits += found.length;
    });
  };
  try {
    await throughServer(box.vault, use, {
      capabilities,
      settings,
      bound: { seconds: 40, megabytes: 600 },
    });
    box.assertUntouched();
  } finally {
    box.remove();
  }
  return edits;
}
