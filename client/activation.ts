/** What the extension does when it starts, wherever that is: it starts the server and registers what the editor shows of it. */
import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { challengeClaim } from './commands/challenge-claim';
import { composeMessage } from './commands/compose-message';
import { dropHint } from './commands/drop-hint';
import { enrichClaim } from './commands/enrich-claim';
import { fixFolder } from './commands/fix-folder';
import { fixNote } from './commands/fix-note';
import { fixVault } from './commands/fix-vault';
import { getStarted } from './commands/get-started';
import { hint } from './commands/hint';
import { hintExists } from './commands/hint-exists';
import { markEvaluated } from './commands/mark-evaluated';
import { newClaim } from './commands/new-claim';
import { newClaimFromSource } from './commands/new-claim-from-source';
import { newNote } from './commands/new-note';
import { newSource } from './commands/new-source';
import { openExample } from './commands/open-example';
import { promoteHint } from './commands/promote-hint';
import { promoteHints } from './commands/promote-hints';
import { repairLinks } from './commands/repair-links';
import { restartServer } from './commands/restart-server';
import { retireClaim } from './commands/retire-claim';
import { reviewDependents } from './commands/review-dependents';
import { showArgumentGraph } from './commands/show-argument-graph';
import { showLinks } from './commands/show-links';
import { showOutput } from './commands/show-output';
import { sourceDone } from './commands/source-done';
import { sourceNullResult } from './commands/source-null-result';
import { vaultHealth } from './commands/vault-health';
import { moves } from './file-moves';
import { openInFrontmatter } from './frontmatter-typing';
import { ServerLink } from './language-client';
import { reopenOnDeletion } from './link-typing';
import { MarkdownPreviews } from './preview/markdown-previews';
import { renames } from './rename-answers';
import { followSchemes } from './served';
import type { ServerHost } from './server-host';
import { startServer } from './start-server';
import { registerTools } from './tools/all';
import { createClaimView } from './views/claim';
import { createInbox } from './views/inbox';
import { followNote } from './views/note-context';
import { followReadiness } from './views/readiness';
import { createStatusItem } from './views/status-item';
import { VaultHealth } from './views/vault-health';
import { followSteps } from './walkthrough-steps';

let server: ServerLink | undefined;

/** What VS Code's Markdown preview asks of extensions. */
export interface PreviewExtension {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Does not wait for the server, as every Markdown preview waits for it. */
export function activateWith(context: vscode.ExtensionContext, host: ServerHost): PreviewExtension {
  const output = vscode.window.createOutputChannel('Claimwright', { log: true });
  server = new ServerLink(host, output);
  const previews = new MarkdownPreviews(server);
  const health = new VaultHealth(server, context.extensionUri);
  context.subscriptions.push(
    output,
    server,
    previews,
    followSchemes(),
    createStatusItem(server),
    followReadiness(server),
    renames(server),
    moves(server),
    followNote(server),
    createClaimView(server),
    createInbox(server, context.workspaceState),
    openExample(context),
    getStarted(context.extension),
    followSteps(server),
    fixNote(server),
    fixFolder(server),
    fixVault(server),
    repairLinks(server),
    composeMessage(server),
    hint(server),
    promoteHints(server),
    promoteHint(server),
    enrichClaim(server),
    hintExists(server),
    dropHint(server),
    newClaimFromSource(server),
    newClaim(server),
    newNote(server),
    newSource(server),
    challengeClaim(server),
    retireClaim(server),
    sourceDone(server),
    sourceNullResult(server),
    markEvaluated(server),
    reviewDependents(server),
    showArgumentGraph(server, context.extensionUri),
    health,
    vaultHealth(server, root => health.show(root)),
    registerTools(server),
    restartServer(server),
    showOutput(output),
    showLinks(server),
    reopenOnDeletion(),
    openInFrontmatter(),
  );
  context.subscriptions.push(startServer(server, context.extension));
  return { extendMarkdownIt: md => previews.extend(md) };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
