/**
 * When the server starts. VS Code begins this extension for the preview of any Markdown file, and a folder that is no
 * vault must not be read for that: so the signs of a vault are looked for, those that the manifest names.
 */
import * as vscode from 'vscode';
import type { ServerLink } from './language-client';

const SIGN = 'workspaceContains:';
const SETTINGS_LANGUAGE = 'claimwright-settings';

export function startServer(
  server: ServerLink,
  { packageJSON }: vscode.Extension<unknown>,
): vscode.Disposable {
  const { workspace } = vscode;
  const events: readonly string[] = packageJSON.activationEvents ?? [];
  const signs = events
    .filter(event => event.startsWith(SIGN))
    .map(event => event.slice(SIGN.length));
  const look = async () => {
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => server.reads(uri));
    if (await holdsVault(folders, signs)) server.begin();
  };
  const settings = ({ languageId }: vscode.TextDocument) => {
    if (languageId === SETTINGS_LANGUAGE) server.begin();
  };
  void look();
  workspace.textDocuments.forEach(settings);
  const watcher = workspace.createFileSystemWatcher('**/.claimwright.yaml', false, true, true);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(() => server.begin()),
    workspace.onDidOpenTextDocument(settings),
    workspace.onDidChangeWorkspaceFolders(() => void look()),
  );
}

/** Fixed paths first: to look for a pattern, VS Code walks the whole folder. */
async function holdsVault(
  folders: readonly vscode.WorkspaceFolder[],
  signs: readonly string[],
): Promise<boolean> {
  const isPattern = (sign: string) => sign.includes('*');
  for (const { uri } of folders) {
    for (const sign of signs.filter(each => !isPattern(each))) {
      const file = vscode.Uri.joinPath(uri, sign);
      const found = await vscode.workspace.fs.stat(file).then(
        () => true,
        () => false,
      );
      if (found) return true;
    }
  }
  for (const folder of folders) {
    for (const sign of signs.filter(isPattern)) {
      const pattern = new vscode.RelativePattern(folder, sign);
      const [found] = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1);
      if (found !== undefined) return true;
    }
  }
  return false;
}
