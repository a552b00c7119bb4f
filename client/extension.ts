/** The extension's entry point: it starts the server and registers what the editor shows of it. */
import * as vscode from 'vscode';
import { restartServer } from './commands/restart-server';
import { showOutput } from './commands/show-output';
import { ServerLink } from './language-client';
import { reopenOnDeletion } from './link-typing';
import { createStatusItem } from './views/status-item';

let server: ServerLink | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Claimwright', { log: true });
  server = new ServerLink(context.asAbsolutePath('dist/server.js'), output);
  context.subscriptions.push(
    output,
    server,
    createStatusItem(server),
    restartServer(server),
    showOutput(output),
    reopenOnDeletion(),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
