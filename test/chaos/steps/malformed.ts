/** Messages that no client should send: sound frames that hold the wrong things. */
import { uriOf } from '../../support/lspClient';
import type { Chaos, Step } from '../Step';
import { aNote } from './asking';

const METHODS = [
  ...[
    'completion',
    'hover',
    'definition',
    'references',
    'documentSymbol',
    'codeAction',
    'codeLens',
    'rename',
    'prepareRename',
  ],
  ...['foldingRange', 'selectionRange', 'inlayHint', 'prepareCallHierarchy', 'documentLink'],
]
  .map(name => `textDocument/${name}`)
  .concat(
    ...[
      [
        'completionItem/resolve',
        'codeAction/resolve',
        'codeLens/resolve',
        'callHierarchy/incomingCalls',
      ],
    ],
    ...[
      [
        'workspace/executeCommand',
        'workspace/symbol',
        'workspace/willRenameFiles',
        'initialize',
        'no/such',
        '$/none',
      ],
    ],
    [
      ...[
        'author',
        'checkMove',
        'openHints',
        'dependents',
        'hints',
        'title',
        'findNotes',
        'newNotes',
        'preview',
        'inbox',
      ],
      ...[
        'message',
        'claim',
        'claimNotes',
        'claimPlaces',
        'claimPreview',
        'mentions',
        'linkMention',
        'graph',
        'health',
      ],
      ...['healthNotes', 'repairs', 'applyRepairs', 'vaults', 'nothing'],
    ].map(name => `claimwright/${name}`),
  );

const NOTIFICATIONS = [
  ...[
    'textDocument/didOpen',
    'textDocument/didChange',
    'textDocument/didSave',
    'textDocument/didClose',
  ],
  ...[
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
    'workspace/didRenameFiles',
  ],
  ...[
    'window/workDoneProgress/cancel',
    '$/cancelRequest',
    '$/setTrace',
    '$/progress',
    'no/such',
    'initialized',
  ],
];

/** What stands where something else belongs. */
function nonsense({ dice }: Chaos, uri: string): unknown {
  return dice.one<unknown>([
    ...[
      null,
      5,
      -1,
      1e300,
      '',
      'text',
      true,
      [],
      {},
      [null],
      [[]],
      { uri: 5 },
      { uri: null },
      { uri: 'a b:c' },
    ],
    ...[
      { line: -1, character: -1 },
      { line: 1e12, character: 1.5 },
      { line: '0' },
      uri,
      { uri },
      'file:///%zz',
      '\ud800',
    ],
  ]);
}

function params(chaos: Chaos, uri: string): object {
  const { dice } = chaos;
  const right: Record<string, unknown> = {
    textDocument: { uri, version: 1, languageId: 'markdown', text: '' },
    position: { line: 0, character: 0 },
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    context: { diagnostics: [] },
    contentChanges: [],
    changes: [],
    event: { added: [], removed: [] },
    files: [],
    uri,
    item: { uri },
    newName: 'x',
    command: 'claimwright.server.fixAll',
    arguments: [],
    query: 'x',
  };
  // A document that is open stays as it is: what means nothing for it changes nothing.
  const wrong = dice.one([
    'textDocument',
    'contentChanges',
    'changes',
    'event',
    'files',
    'item',
    'position',
    'uri',
    'arguments',
  ]);
  right[wrong] = nonsense(chaos, uri);
  if (wrong !== 'textDocument')
    right['textDocument'] = { uri: 'file:///nowhere/unknown.md', version: 1, text: 5 };
  if (wrong === 'changes')
    right['changes'] = dice.one<unknown>([
      [{ uri: 'a b:c', type: 1 }],
      [null],
      [{ uri: 5, type: 2 }],
      5,
      [{ type: 3 }],
    ]);
  if (wrong === 'event')
    right['event'] = dice.one<unknown>([
      null,
      { added: 5 },
      { added: [{ uri: 'a b:c' }], removed: [null] },
    ]);
  if (wrong === 'files')
    right['files'] = dice.one<unknown>([5, [null], [{ oldUri: 'a b:c', newUri: 5 }], [{}]]);
  return right;
}

const RAW = [
  '{}',
  '[]',
  'null',
  '5',
  '"text"',
  '{"jsonrpc":"2.0"}',
  '{"jsonrpc":"2.0","id":1}',
  '{"jsonrpc":"2.0","id":987654,"result":null}',
  '{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":"x"}}',
  '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover","params":5}',
  '{"jsonrpc":"2.0","method":5,"params":null}',
  '{"jsonrpc":"2.0","method":"textDocument/didOpen"}',
  '{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}',
  '{"jsonrpc":"2.0","method":"textDocument/didChange","params":[]}',
  '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":424242}}',
  '{"jsonrpc":"1.0","method":"claimwright/nothing","params":{"__proto__":{"a":1}}}',
  '[{"jsonrpc":"2.0","method":"no/such"},{"jsonrpc":"2.0","id":77777,"method":"no/such"}]',
];

export const malformed: readonly Step[] = [
  {
    name: 'a request without its form',
    weight: 3,
    async run(chaos) {
      const { editor, dice, counts } = chaos;
      counts.malformed++;
      const method = dice.one(METHODS);
      const { uri } = aNote(chaos);
      const sent = dice.chance(0.2) ? nonsense(chaos, uri) : params(chaos, uri);
      void editor.ask(method, sent, {
        malformed: true,
        ...(dice.chance(0.1) ? { cancelAfter: 0 } : {}),
      });
      return `${method} ${JSON.stringify(sent)}`;
    },
  },
  {
    name: 'a notification without its form',
    weight: 2,
    async run(chaos) {
      const { editor, dice, counts } = chaos;
      counts.malformed++;
      editor.saidNonsense = true;
      const method = dice.one(NOTIFICATIONS);
      const sent = params(chaos, uriOf(chaos.disk.root));
      await editor.notify(method, sent);
      return `${method} ${JSON.stringify(sent)}`;
    },
  },
  {
    name: 'a message that is none',
    weight: 1,
    async run({ editor, dice, counts }) {
      counts.malformed++;
      const body = dice.one(RAW);
      await editor.raw(body);
      return body;
    },
  },
  {
    name: 'news of a document that is not open',
    weight: 1,
    async run({ editor, disk, counts }) {
      counts.malformed++;
      const textDocument = { uri: uriOf(`${disk.root}/not open.md`), version: 7 };
      await editor.notify('textDocument/didChange', {
        textDocument,
        contentChanges: [{ text: 'x' }],
      });
      await editor.notify('textDocument/didSave', { textDocument });
      await editor.notify('textDocument/didClose', { textDocument });
      return textDocument.uri;
    },
  },
];
