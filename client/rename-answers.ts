/**
 * Renames, as the editor asks for them: many changes are shown first, and a refusal is the last word. The provider stays
 * while servers come and go. Else the editor, where the server dies while a name is typed, would ask its own Markdown
 * support, which changes a link or a heading and leaves the others.
 */
import * as vscode from 'vscode';
import type { Middleware, Range, WorkspaceEdit as ServerEdit } from 'vscode-languageclient';
import type { ServerLink } from './language-client';
import { prepareRenameMethod, renameMethod } from './methods';
import { previewTicked } from './preview-edits';
import { servedSchemes } from './served';
import { fail, messageOf } from './tell';

/** The client of one server leaves renames to the provider. */
export const renameMiddleware: Pick<Middleware, 'prepareRename' | 'provideRenameEdits'> = {
  prepareRename: () => undefined,
  provideRenameEdits: () => undefined,
};

interface Named {
  readonly range: Range;
  readonly placeholder: string;
}

export function renames(server: ServerLink): vscode.Disposable {
  const selector = servedSchemes().map(scheme => ({ scheme, language: 'markdown' }));
  return vscode.languages.registerRenameProvider(selector, {
    async prepareRename(document, position, token) {
      if (!server.isWanted) return undefined;
      try {
        const params = placeOf(document, position);
        const named = await server.request<Named | null>(prepareRenameMethod, params, token);
        if (named === null) return undefined;
        const { start, end } = named.range;
        const range = new vscode.Range(start.line, start.character, end.line, end.character);
        return { range, placeholder: named.placeholder };
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        // At an `Error` the editor asks its own Markdown support, which takes a wiki link for a reference. At anything else
        // it stops, and shows what has the form of a Markdown text.
        throw { value: messageOf(error) };
      }
    },
    async provideRenameEdits(document, position, newName, token) {
      if (!server.isWanted) return undefined;
      try {
        const params = { ...placeOf(document, position), newName };
        const edit = await server.request<ServerEdit | null>(renameMethod, params, token);
        // As the server sent it: the editor's own form of an edit tells nothing of its files.
        return edit === null ? undefined : await server.editOf(previewTicked(edit, 'Rename'));
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        // Else the editor's own Markdown support would be asked, and rename a heading without the links to it.
        void fail(messageOf(error));
        return new vscode.WorkspaceEdit();
      }
    },
  });
}

function placeOf({ uri }: vscode.TextDocument, { line, character }: vscode.Position) {
  return { textDocument: { uri: uri.toString() }, position: { line, character } };
}
