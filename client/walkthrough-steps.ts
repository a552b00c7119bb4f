/** Context keys by which the walkthrough sees that a step is done where no command tells. */
import * as vscode from 'vscode';
import type { ServerLink } from './language-client';

type Step = 'vault' | 'link' | 'mend';

const done = new Set<Step>();

export function followSteps(server: ServerLink): vscode.Disposable {
  const link = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.languageId !== 'markdown' || !contentChanges.some(closesLink(document))) return;
    finish('link');
    link.dispose();
  });
  let problems = 0;
  const mended = server.onStatus(status => {
    if (typeof status !== 'object' || status.state !== 'ready' || status.vaults === 0) return;
    finish('vault');
    const now = status.errors + status.warnings;
    if (now < problems) {
      finish('mend');
      mended.dispose();
    }
    problems = now;
  });
  return vscode.Disposable.from(link, mended);
}

/** The editor takes no notice of a key that was set before it looked at the walkthrough, so all are set once more. */
export async function tellStepsAnew(open: () => Thenable<unknown>): Promise<void> {
  await Promise.all([...done].map(step => tell(step, false)));
  await open();
  await Promise.all([...done].map(step => tell(step, true)));
}

function finish(step: Step): void {
  if (done.has(step)) return;
  done.add(step);
  void tell(step, true);
}

function tell(step: Step, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', `claimwright.did.${step}`, value);
}

function closesLink(document: vscode.TextDocument) {
  return ({ text, range }: vscode.TextDocumentContentChangeEvent): boolean => {
    if (text.includes('\n') || !text.endsWith(']')) return false;
    const line = document.lineAt(range.start.line).text;
    return /\[\[[^[\]]+\]\]$/u.test(line.slice(0, range.start.character + text.length));
  };
}
