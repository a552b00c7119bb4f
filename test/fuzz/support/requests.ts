/** Every request and notification of the server, each with parameters that have the form for it. */
import * as protocol from '../../../server/lsp/protocol';

/** Stands for the address of the vault's folder; so does `/ROOT` for its path. */
export const ROOT = 'file:///ROOT';
export const NOTE = `${ROOT}/domains/weather/rain.md`;
const SOURCE = `${ROOT}/inbox/queue/sky.md`;

const textDocument = { uri: NOTE };
const position = { line: 4, character: 3 };
const range = { start: position, end: { line: 5, character: 1 } };
const at = { textDocument, position };
const hint = { index: 0, text: 'clouds hide the sun' };
const item = {
  name: 'rain',
  kind: 15,
  uri: NOTE,
  range,
  selectionRange: range,
  data: { above: ['domains/weather/rain.md'], direction: null, circular: false },
};

/** Requests of the protocol itself, by method. */
const standard: Readonly<Record<string, unknown>> = {
  'textDocument/completion': { ...at, context: { triggerKind: 2, triggerCharacter: '[' } },
  'completionItem/resolve': { label: 'rain', kind: 18, data: ['/ROOT', 'domains/weather/snow.md'] },
  'textDocument/hover': at,
  'textDocument/definition': at,
  'textDocument/references': { ...at, context: { includeDeclaration: true } },
  'textDocument/documentLink': { textDocument },
  'textDocument/documentSymbol': { textDocument },
  'workspace/symbol': { query: 'rain' },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [position] },
  'textDocument/codeLens': { textDocument },
  'codeLens/resolve': { range, data: { uri: SOURCE, index: 0 } },
  'textDocument/inlayHint': { textDocument, range },
  'textDocument/prepareCallHierarchy': at,
  'callHierarchy/incomingCalls': { item },
  'callHierarchy/outgoingCalls': { item },
  'textDocument/codeAction': {
    textDocument,
    range,
    context: { diagnostics: [], only: ['quickfix'] },
  },
  'codeAction/resolve': {
    title: 'Drop hint',
    kind: 'refactor',
    data: { uri: SOURCE, move: { kind: 'drop', hint } },
  },
  'textDocument/prepareRename': at,
  'textDocument/rename': { ...at, newName: 'hail falls' },
  'workspace/willRenameFiles': { files: [{ oldUri: NOTE, newUri: `${ROOT}/domains/hail.md` }] },
  'workspace/executeCommand': { command: protocol.fixAllCommand, arguments: [ROOT] },
};

const author = { uri: SOURCE, selection: range };

/** Claimwright's own. */
const own: Readonly<Record<string, unknown>> = {
  [protocol.vaultsMethod]: null,
  [protocol.repairsMethod]: { uri: NOTE, history: false },
  [protocol.applyRepairsMethod]: [{ uri: NOTE, written: 'nowhere', path: null, safe: false }],
  [protocol.authorMethod]: { ...author, move: { kind: 'promote', hint, title: null } },
  [protocol.checkMoveMethod]: {
    ...author,
    move: { kind: 'note', type: 'claim', title: 'a b', folder: null },
  },
  [protocol.openHintsMethod]: { from: 0, most: 10 },
  [protocol.dependentsMethod]: { uri: NOTE },
  [protocol.hintsMethod]: { uri: SOURCE },
  [protocol.titleMethod]: { uri: NOTE, title: 'rain falls', domain: 'weather' },
  [protocol.findNotesMethod]: { uri: NOTE, query: 'rain', types: ['claim'] },
  [protocol.newNotesMethod]: { uri: NOTE },
  [protocol.previewMethod]: { uri: NOTE },
  [protocol.inboxMethod]: { wanted: { unprocessed: 5 }, domains: [null], priorities: ['high'] },
  [protocol.messageMethod]: { uri: NOTE },
  [protocol.claimMethod]: { uri: NOTE },
  [protocol.claimNotesMethod]: { uri: NOTE, section: 'linked-from', below: [], most: 5 },
  [protocol.claimPlacesMethod]: { uri: NOTE, from: 'domains/weather/snow.md' },
  [protocol.claimPreviewMethod]: { uri: NOTE },
  [protocol.mentionsMethod]: { uri: NOTE },
  [protocol.linkMentionMethod]: {
    uri: NOTE,
    from: 'domains/weather/snow.md',
    range,
    words: 'rain',
  },
  [protocol.graphMethod]: { uri: NOTE, scope: { kind: 'note', steps: 2 } },
  [protocol.healthMethod]: { uri: NOTE },
  [protocol.healthNotesMethod]: { uri: NOTE, key: 'notes', from: 0 },
  [protocol.linkHistoryMethod]: { uri: NOTE, points: 3 },
  [protocol.checkDraftMethod]: { uri: NOTE, text: '---\ntype: claim\n---\n[[snow]]', path: null },
};

export const requests: Readonly<Record<string, unknown>> = { ...standard, ...own };

const moves = [
  ...[
    { kind: 'drop', hint },
    { kind: 'exists', hint, claim: 'domains/weather/rain.md' },
  ],
  ...[{ kind: 'enrich', hint: null, claim: 'domains/weather/rain.md' }, { kind: 'done' }],
  ...[{ kind: 'source', title: 'a', url: 'https://x.example', author: '', domain: null, text: '' }],
  ...[
    { kind: 'retire', by: null, reason: 'old' },
    { kind: 'objection', text: 'no' },
  ],
];

/** The same requests, and others of the same methods. */
export const requestList: readonly (readonly [method: string, params: unknown])[] = [
  ...Object.entries(requests),
  ...moves.map(move => [protocol.authorMethod, { ...author, move }] as const),
  ...[protocol.authorCommand, protocol.showCommand, protocol.renameFileCommand].map(
    command =>
      ['workspace/executeCommand', { command, arguments: [SOURCE, range, moves[0]] }] as const,
  ),
];

/** What clients tell; none of these changes a file, so that the vault is the same afterwards. */
export const notifications: readonly (readonly [method: string, params: unknown])[] = [
  ['initialized', {}],
  ['workspace/didChangeConfiguration', { settings: {} }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: NOTE, type: 2 }] }],
  [
    'textDocument/didOpen',
    { textDocument: { uri: NOTE, languageId: 'markdown', version: 1, text: '# A\n[[b]]\n' } },
  ],
  [
    'textDocument/didChange',
    { textDocument: { uri: NOTE, version: 2 }, contentChanges: [{ range, text: '[[' }] },
  ],
  [
    'textDocument/didChange',
    {
      textDocument: { uri: NOTE, version: 1 },
      contentChanges: [{ text: '---\ntype: claim\n---\n' }, { range, text: '' }],
    },
  ],
  ['textDocument/didSave', { textDocument }],
  ['textDocument/didClose', { textDocument }],
  ['workspace/didRenameFiles', { files: [{ oldUri: NOTE, newUri: `${ROOT}/domains/hail.md` }] }],
  [
    'workspace/didChangeWorkspaceFolders',
    { event: { added: [{ uri: `${ROOT}/domains/weather`, name: 'w' }], removed: [] } },
  ],
  ['window/workDoneProgress/cancel', { token: 1 }],
  ['$/cancelRequest', { id: 1 }],
  ['$/setTrace', { value: 'verbose' }],
  ['claimwright/nothing', {}],
];
