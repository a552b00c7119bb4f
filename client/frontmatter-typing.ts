/** What the editor does not do by itself while front matter is typed. */
import * as vscode from 'vscode';
import { isInLink, wantsLists } from './link-typing';

/** No block of front matter is longer. */
const MOST_LINES = 500;

/** Whether the caret stands in front matter, or where a note may begin with it, as far as the lines above tell. */
export function isInFrontmatter(document: vscode.TextDocument, position: vscode.Position): boolean {
  const first = document.lineAt(0).text;
  const { line } = position;
  if (line === 0) return /^-{0,3}\s*$/u.test(first);
  if (line > MOST_LINES) return false;
  if (!/^---[ \t]*(?:ya?ml[ \t]*)?$/iu.test(first)) {
    // A note of blank lines only, which has to begin anew.
    return document.lineCount < 10 && document.getText().trim() === '';
  }
  for (let above = 1; above <= line; above++) {
    if (/^(?:---|\.\.\.)\s*$/u.test(document.lineAt(above).text)) return false;
  }
  return true;
}

/** The first letter of a key, of a value or of an entry of a list. */
const FIRST_LETTER =
  /^(?:[^\s:]+:[ \t]+["']?|[ \t]*-[ \t]+["']?|[^\s:]+:[ \t]+\[(?:[^\]]*,)?[ \t]*["']?)?[\p{L}_]$/u;
/** Any of them that is typed in part. */
const BEGUN = /^(?:[\p{L}_][\p{L}\p{N}_-]*|[^\s:]+:[ \t]+\S.*|[ \t]*-[ \t]+\S.*)$/u;

/**
 * In Markdown the editor opens no list behind a letter, so the first letter of a key or a value asks for it. A deletion
 * asks as well, since a finished word has closed the list.
 */
export function openInFrontmatter(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || document.languageId !== 'markdown') return;
    if (reason !== undefined || change === undefined || contentChanges.length > 1) return;
    const { start } = change.range;
    if (start.line === 0 || !change.range.isSingleLine) return;
    const deleted = change.text === '' && change.rangeLength === 1;
    if (!deleted && !(change.text.length === 1 && change.range.isEmpty)) return;
    const before = document.lineAt(start.line).text.slice(0, start.character + change.text.length);
    if (!(deleted ? BEGUN : FIRST_LETTER).test(before)) return;
    if (isInLink(document, start) || !isInFrontmatter(document, start)) return;
    if (wantsLists(document))
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}
