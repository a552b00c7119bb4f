/** The repository that the editor's git extension has open around a folder, and the place of its commit message. */
import * as vscode from 'vscode';

/** As much of the extension's API as is asked of it. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly Repository[];
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository(root: vscode.Uri): Promise<Repository | null>;
}

interface GitExtension {
  readonly enabled: boolean;
  /** Throws where it is switched off. */
  getAPI(version: 1): GitApi;
}

/** Milliseconds that the extension has for finding the repositories of the workspace. */
const PATIENCE = 10_000;

/** Or why there is none, as a sentence. */
export async function repositoryOf(root: vscode.Uri): Promise<Repository | string> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return 'There is no git extension here.';
  const git = await extension.activate();
  if (!git.enabled) return 'The git extension is switched off.';
  const api = git.getAPI(1);
  await initialized(api);
  const found = api.getRepository(root) ?? (await api.openRepository(root));
  return found ?? 'Source Control has not opened the repository of this vault.';
}

function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return Promise.resolve();
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = api.onDidChangeState(state => state === 'initialized' && end());
    const timer = setTimeout(end, PATIENCE);
  });
}

/** Shows the view with the caret in a commit message: with several repositories, that of the first. */
export async function focusMessage(): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.scm');
  await vscode.commands.executeCommand('workbench.scm.action.focusNextInput');
}
