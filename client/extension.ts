/** The extension's entry point: it starts the server and registers what the editor shows of it. */
import * as vscode from 'vscode';
import { fixFolder } from './commands/fix-folder';
import { fixNote } from './commands/fix-note';
import { fixVault } from './commands/fix-vault';
import { repairLinks } from './commands/repair-links';
import { restartServer } from './commands/restart-server';
import { showLinks } from './commands/show-links';
import { showOutput } from './commands/show-output';
import { openInFrontmatter } from './frontmatter-typing';
import { ServerLink } from './language-client';
import { reopenOnDeletion } from './link-typing';
import { followReadiness } from './views/readiness';
import { createStatusItem } from './views/status-item';

let server: ServerLink | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Claimwright', { log: true });
  server = new ServerLink(context.asAbsolutePath('dist/server.js'), output);
  context.subscriptions.push(
    output,
    server,
    createStatusItem(server),
    followReadiness(server),
    fixNote(),
    fixFolder(),
    fixVault(server),
    repairLinks(server),
    restartServer(server),
    showOutput(output),
    showLinks(),
    reopenOnDeletion(),
    openInFrontmatter(),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
