/** How the editor takes the server's answers to a rename: many changes are shown first, and a refusal is the last word. */
import * as vscode from 'vscode';
import {
  type Middleware,
  RenameRequest,
  type WorkspaceEdit as ServerEdit,
} from 'vscode-languageclient/node';
import { previewTicked } from './preview-edits';
import { fail, messageOf } from './tell';

export const renameMiddleware: Pick<
  Middleware,
  'sendRequest' | 'prepareRename' | 'provideRenameEdits'
> = {
  // As the server sent it: the editor's own form of an edit tells nothing of its files.
  sendRequest: async (type, params, token, next) => {
    const answer = await next(type, params, token);
    const method = typeof type === 'string' ? type : type.method;
    return method === RenameRequest.method && answer !== null
      ? (previewTicked(answer as ServerEdit, 'Rename') as typeof answer)
      : answer;
  },
  async prepareRename(document, position, token, next) {
    try {
      return await next(document, position, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      // At an `Error` the editor asks its own Markdown support, which takes a wiki link for a reference. At anything else
      // it stops, and shows what has the form of a Markdown text.
      throw { value: messageOf(error) };
    }
  },
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      // Else the editor's own Markdown support would be asked, and rename a heading without the links to it.
      void fail(messageOf(error));
      return new vscode.WorkspaceEdit();
    }
  },
};
