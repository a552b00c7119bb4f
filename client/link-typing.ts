/** What the editor does not do by itself while a wiki link is typed. */
import * as vscode from 'vscode';

/** Whether the caret stands in the target of a half-typed wiki link, as seen from the line alone. */
export function isInLink(document: vscode.TextDocument, position: vscode.Position): boolean {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const opening = before.lastIndexOf('[[');
  return opening >= 0 && !/\]\]|[|#]/u.test(before.slice(opening));
}

/**
 * Deleting back over a blank closes the editor's list, and no letter opens it again. So a deletion inside a link asks
 * for it anew.
 */
export function reopenOnDeletion(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || document.languageId !== 'markdown') return;
    if (reason !== undefined || change === undefined || contentChanges.length > 1) return;
    if (change.text !== '' || !change.range.isSingleLine) return;
    if (!isInLink(document, change.range.start) || !wantsLists(document)) return;
    void vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}

/** Whether the author lets lists open by themselves. */
export function wantsLists(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('editor', document);
  return settings.get<boolean>('suggestOnTriggerCharacters', true);
}
