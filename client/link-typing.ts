/** What the editor does not do by itself while a link is typed. */
import * as vscode from 'vscode';

/** Whether the caret stands in a half-typed link, wiki or Markdown, as seen from the line alone. */
export function isInLink(document: vscode.TextDocument, position: vscode.Position): boolean {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  return isInWikiLink(before) || isInMarkdownLink(before);
}

/** In its target, in what stands behind `#`, or in the words shown. */
function isInWikiLink(before: string): boolean {
  const opening = before.lastIndexOf('[[');
  return opening >= 0 && !before.includes(']]', opening);
}

/** In the path of a link or of a definition. */
function isInMarkdownLink(before: string): boolean {
  const bracket = before.lastIndexOf('](');
  if (bracket < 0) return /^ {0,3}\[(?!\^)[^[\]]+\]:[ \t]*(?:<[^<>]*|\S*)$/u.test(before);
  const inside = before.slice(bracket + 2).trimStart();
  return inside.startsWith('<') ? !inside.includes('>') : !/\)\s|\)$|\s["']/u.test(inside);
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
