/** The extension's entry point where a browser runs it: the server is a worker, and reads files through the editor. */
import * as vscode from 'vscode';
import { activateWith, type PreviewExtension } from './activation';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  const at = (...path: string[]) =>
    vscode.Uri.joinPath(context.extensionUri, ...path).toString(true);
  const server = at('dist', 'web', 'server.js');
  return activateWith(context, {
    diskOnly: false,
    cacheFolder: '',
    ruleDocs: at('docs', 'rules'),
    async newClient(options) {
      const { WorkerClient } = await import('./worker-client');
      return new WorkerClient(server, options);
    },
  });
}
