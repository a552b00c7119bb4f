/** A tool for language models: what Claimwright would report of a note that is not written yet. */
import type * as vscode from 'vscode';
import {
  type CheckDraftParams,
  type CheckedDraft,
  checkDraftMethod,
} from '../../server/lsp/protocol';
import { registerTool, type ToolServer, type VaultInput } from './tool';

interface Input extends VaultInput {
  readonly text: string;
  readonly path?: string;
}

export function checkDraft(at: ToolServer): vscode.Disposable {
  return registerTool<Input>(
    at,
    'claimwright_checkDraft',
    () => 'Checking the draft of a note',
    async ({ server, root, token }, { text, path }) => {
      const params: CheckDraftParams = { uri: root, text, path: path ?? null };
      const checked = await server.request<CheckedDraft>(checkDraftMethod, params, token);
      if (checked.refused !== null) throw new Error(checked.refused);
      const alike = checked.alike.map(({ path: at, title, confidence, score }) => ({
        ...{ path: at, title, confidence, score },
      }));
      return { path: checked.path, problems: checked.problems, alike };
    },
  );
}
