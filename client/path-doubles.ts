/** Leaves out of a list of Markdown paths what the editor's own Markdown support lists as well. */
import * as vscode from 'vscode';

type Answer = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/**
 * The editor goes from folder to folder and knows the anchors of headings; it does not look for notes by words, nor
 * anywhere behind a blank. Where its lists are switched off, ours stays whole.
 */
export function withoutDoubles(
  document: vscode.TextDocument,
  position: vscode.Position,
  answer: Answer,
): Answer {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const typed = /(?:\]\(\s*|\]:\s*)(<[^<>]*|[^\s<>]*)$/u.exec(before)?.[1];
  // It reads no path that is percent-encoded.
  if (!answer || typed === undefined || typed.includes('%') || !listsPaths(document)) return answer;
  const path = typed.replace(/^</u, '');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isDouble = ({ kind, insertText }: vscode.CompletionItem): boolean => {
    const text = typeof insertText === 'string' ? insertText : '';
    if (kind === vscode.CompletionItemKind.Folder) return true;
    if (kind === vscode.CompletionItemKind.Struct) return ANCHOR.test(text);
    return folder !== '' && text.startsWith(folder) && !text.slice(folder.length).includes('/');
  };
  const items = Array.isArray(answer) ? answer : answer.items;
  const kept = items.filter(item => !isDouble(item));
  return Array.isArray(answer) ? kept : new vscode.CompletionList(kept, answer.isIncomplete);
}

/** With the brackets that close the link. */
const ANCHOR = /^[\p{Ll}\p{Lo}\p{M}\p{N}_-]*>?\)?$/u;

function listsPaths(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('markdown', document);
  return settings.get<boolean>('suggest.paths.enabled', false);
}
