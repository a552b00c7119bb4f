/** The extension's entry point where Node runs it: the server is a process of its own. */
import * as vscode from 'vscode';
import { activateWith, type PreviewExtension } from './activation';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  // What is kept of a workspace goes with it.
  const storage = context.storageUri ?? context.globalStorageUri;
  const module = context.asAbsolutePath('dist/server.js');
  return activateWith(context, {
    diskOnly: true,
    cacheFolder: vscode.Uri.joinPath(storage, 'cache').fsPath,
    ruleDocs: null,
    async newClient(options) {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const server = { module, transport: TransportKind.ipc };
      return new LanguageClient('claimwright', 'Claimwright', server, options);
    },
  });
}
