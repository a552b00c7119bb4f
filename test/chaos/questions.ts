/** All that the server can be asked without a change, about a note or about all of a vault. */
import type * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sectionNames } from '../../server/core/features/claim/sections';
import type { Dice } from './Dice';

export interface Question {
  readonly method: string;
  readonly params: unknown;
}

const AT = [
  ...['completion', 'hover', 'definition', 'references', 'prepareRename', 'prepareCallHierarchy'],
  ...[
    'documentSymbol',
    'foldingRange',
    'codeLens',
    'documentLink',
    'codeAction',
    'inlayHint',
    'selectionRange',
    'rename',
  ],
].map(method => `textDocument/${method}`);

const ABOUT = [
  'claim',
  'claimPreview',
  'mentions',
  'preview',
  'hints',
  'dependents',
  'newNotes',
  'graph',
];

const OF_VAULTS = ['health', 'hints', 'dependents', 'newNotes', 'message'];

const WORDS = ['bread', 'slow bre', 'the', 'claim', '', '#Part', 'übung', 'a night'];

/** A place in a text, mostly in or beside something that means something. */
export function placeIn(text: string, dice: Dice): lsp.Position {
  const marks = [...text.matchAll(/\[\[|\]\]|^[a-z_]+:|^#+ |CLAIM|[|#^]/gmu)];
  const offset =
    marks.length > 0 && dice.chance(0.8)
      ? dice.one(marks).index + dice.below(8)
      : dice.below(text.length + 1);
  return TextDocument.create('', '', 0, text).positionAt(offset);
}

export function atPlace(method: string, uri: string, text: string, dice: Dice): Question {
  const position = placeIn(text, dice);
  const range = { start: { line: 0, character: 0 }, end: position };
  const params = {
    textDocument: { uri },
    position,
    positions: [position],
    range: dice.chance(0.5) ? range : { start: position, end: position },
    context: { includeDeclaration: dice.chance(0.5), diagnostics: [], triggerKind: 1 },
    newName: dice.one(['bread of rye', 'a/b', '', 'Slow Bread', '../out', 'x\ny']),
  };
  return { method, params };
}

/** Every question about one note, each at a place of its own. */
export function aboutNote(uri: string, text: string, dice: Dice): Question[] {
  return [
    ...AT.map(method => atPlace(method, uri, text, dice)),
    ...ABOUT.map(name => ({
      method: `claimwright/${name}`,
      params: { uri, scope: { kind: 'note', steps: dice.between(0, 4) } },
    })),
    ...sectionNames.map(section => ({
      method: 'claimwright/claimNotes',
      params: { uri, section, below: [], most: 50 },
    })),
    { method: 'claimwright/title', params: { uri, title: `${dice.one(WORDS)} needs a night` } },
    { method: 'claimwright/findNotes', params: { uri, query: dice.one(WORDS) } },
  ];
}

export function aboutVault(uri: string, dice: Dice): Question[] {
  return [
    // Every link of a vault takes a while.
    ...[...OF_VAULTS, ...(dice.chance(0.1) ? ['repairs'] : [])].map(name => ({
      method: `claimwright/${name}`,
      params: { uri, history: false },
    })),
    { method: 'claimwright/graph', params: { uri, scope: { kind: 'vault' } } },
    { method: 'claimwright/graph', params: { uri, scope: { kind: 'domain', domain: 'food' } } },
    ...['orphans', 'weak', 'type:claim', 'links:missing', 'error/link/missing'].map(key => ({
      method: 'claimwright/healthNotes',
      params: { uri, key, from: 0 },
    })),
    { method: 'claimwright/findNotes', params: { uri, query: dice.one(WORDS) } },
  ];
}

export function aboutAll(dice: Dice): Question[] {
  const wanted = { unprocessed: 50, processing: 50, processed: 50, 'null-result': 50 };
  return [
    { method: 'claimwright/inbox', params: { wanted } },
    {
      method: 'claimwright/inbox',
      params: { wanted, domains: ['food', null], priorities: ['high'] },
    },
    // All of them: where a part of them ends hangs on the order in which notes came.
    { method: 'claimwright/openHints', params: { from: 0, most: 100_000 } },
    { method: 'claimwright/vaults', params: {} },
    { method: 'workspace/symbol', params: { query: dice.one(WORDS) } },
  ];
}
