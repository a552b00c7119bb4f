/** A tool for language models: finds notes by words of their titles. */
import type * as vscode from 'vscode';
import { type FindNotesParams, type FoundNote, findNotesMethod } from '../../server/lsp/protocol';
import { countOf, registerTool, type ToolServer, type VaultInput } from './tool';

interface Input extends VaultInput {
  readonly query: string;
  readonly types?: readonly string[];
  readonly limit?: number;
}

const USUAL = 10;
const MOST = 30;

export function searchClaims(at: ToolServer): vscode.Disposable {
  return registerTool<Input>(
    at,
    'claimwright_searchClaims',
    ({ query }) => `Searching the vault for “${query}”`,
    async ({ server, root, token }, { query, types, limit }) => {
      const params: FindNotesParams = { uri: root, query, ...(types ? { types } : {}) };
      const found = await server.request<FoundNote[]>(findNotesMethod, params, token);
      const notes = found.slice(0, countOf(limit, USUAL, MOST));
      return {
        notes: notes.map(({ path, title, type, confidence }) => ({
          path,
          title,
          type,
          confidence,
        })),
      };
    },
  );
}
