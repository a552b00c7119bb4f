/** Asks the language server all that can be asked about a note without changing it, and holds it to an answer. */
import type * as lsp from 'vscode-languageserver-protocol';
import type { LspClient } from '../support/lspClient';

/** What is asked at a place, in order; each `textDocument/…`. */
const AT_PLACES = [
  ...(['completion', 'hover', 'definition', 'references', 'prepareRename'] as const),
  'prepareCallHierarchy',
] as const;

/** What is asked about the whole note. */
const ABOUT_NOTES = [
  'documentSymbol',
  'foldingRange',
  'codeLens',
  'documentLink',
  'codeAction',
  'inlayHint',
  'selectionRange',
] as const;

const ABOUT_ADDRESSES = [
  'claim',
  'claimPreview',
  'mentions',
  'preview',
  'hints',
  'dependents',
  'newNotes',
  'health',
] as const;

/** Answers by method; those at places by the method and the place. */
export type Answers = ReadonlyMap<string, unknown>;

/** `places` are lines and characters in a note that is open. Throws where a request is answered with an error. */
export async function everyRequest(
  client: LspClient,
  name: string,
  places: readonly (readonly [line: number, character: number])[],
): Promise<Answers> {
  const answers = new Map<string, unknown>();
  const ask = async (method: string, params: object, key = method) => {
    try {
      answers.set(key, await client.connection.sendRequest(method, params));
    } catch (error) {
      throw new Error(`${method}: ${(error as Error).message}`);
    }
  };
  const uri = client.uri(name);
  const textDocument = { uri };
  const whole: lsp.Range = {
    start: { line: 0, character: 0 },
    end: { line: 10_000_000, character: 0 },
  };
  for (const [line, character] of places)
    for (const method of AT_PLACES) {
      const context = method === 'references' ? { includeDeclaration: true } : undefined;
      const params = { textDocument, position: { line, character }, context };
      await ask(`textDocument/${method}`, params, `${method} ${line}:${character}`);
    }
  for (const method of ABOUT_NOTES)
    await ask(
      `textDocument/${method}`,
      {
        textDocument,
        range: whole,
        context: { diagnostics: [] },
        positions: places.map(([line, character]) => ({ line, character })),
      },
      method,
    );
  for (const method of ABOUT_ADDRESSES) await ask(`claimwright/${method}`, { uri }, method);
  await ask('claimwright/graph', { uri, scope: { kind: 'note', steps: 2 } }, 'graph');
  await ask('claimwright/graph', { uri, scope: { kind: 'vault' } }, 'graph of the vault');
  for (const section of ['rests-on', 'linked-from'] as const)
    await ask('claimwright/claimNotes', { uri, section, below: [], most: 50 }, section);
  await ask('claimwright/title', { uri, title: 'a title that says something' }, 'title');
  await ask('claimwright/findNotes', { uri, query: 'a' }, 'findNotes');
  await ask('claimwright/repairs', { uri, history: false }, 'repairs');
  await ask('claimwright/openHints', { from: 0, most: 10 }, 'openHints');
  await ask('claimwright/inbox', { wanted: { unprocessed: 10 } }, 'inbox');
  await ask('workspace/symbol', { query: 'a' }, 'symbols');
  return answers;
}
