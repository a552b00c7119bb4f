/** Leaves out of a list of Markdown paths what the editor's own Markdown support lists as well. */
import * as vscode from 'vscode';

type Answer = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/** Characters at which the editor opens its list of paths as well, when they are typed. */
const OPENS_BOTH = './#';
/** Those that begin a path, at which it opens ours alone. */
const OPENS_OURS = '(<';
/** UTF-16 units of the line before the cursor; a path that began earlier is none. */
const LONGEST_PATH = 4000;
/** Whether the list that is open is theirs, too: it is asked for anew while somebody types. */
let both = true;

/**
 * The editor goes from folder to folder and knows the anchors of headings; it does not look for notes by words, nor
 * anywhere behind a blank. Where its lists are switched off, ours stays whole.
 */
export function withoutDoubles(
  document: vscode.TextDocument,
  position: vscode.Position,
  { triggerKind, triggerCharacter = '' }: vscode.CompletionContext,
  answer: Answer,
): Answer {
  if (triggerKind === vscode.CompletionTriggerKind.Invoke) both = true;
  else if (triggerCharacter !== '' && OPENS_BOTH.includes(triggerCharacter)) both = true;
  else if (triggerCharacter !== '' && OPENS_OURS.includes(triggerCharacter)) both = false;
  const before = document
    .lineAt(position.line)
    .text.slice(Math.max(0, position.character - LONGEST_PATH), position.character);
  const typed = /(?:\]\(\s*|\]:\s*)(<[^<>]*|[^\s<>]*)$/u.exec(before)?.[1];
  // It reads no path that is percent-encoded.
  if (!answer || typed === undefined || typed.includes('%')) return answer;
  if (!both || !listsPaths(document)) return answer;
  const path = typed.replace(/^</u, '');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isDouble = ({ kind, insertText }: vscode.CompletionItem): boolean => {
    const text = typeof insertText === 'string' ? insertText : '';
    if (kind === vscode.CompletionItemKind.Folder) return true;
    if (kind === vscode.CompletionItemKind.Struct) return ANCHOR.test(text);
    const name = text.slice(folder.length);
    if (!text.startsWith(folder) || name.includes('/')) return false;
    // Of the note's own folder, ours are found by titles and slips, too.
    return folder !== '' || begins(name, path);
  };
  const items = Array.isArray(answer) ? answer : answer.items;
  const kept = items.filter(item => !isDouble(item));
  return Array.isArray(answer) ? kept : new vscode.CompletionList(kept, answer.isIncomplete);
}

/** Whether a name as it stands in a link has a word that begins with what was typed, by which the editor finds it as well. */
function begins(name: string, typed: string): boolean {
  if (typed === '') return true;
  const [plain, start] = [decoded(name).toLowerCase(), typed.toLowerCase()];
  return (
    !/\s/u.test(start) &&
    (plain.startsWith(start) || /[\s._-]/u.test(plain.charAt(plain.indexOf(start) - 1)))
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** With the brackets that close the link. */
const ANCHOR = /^[\p{Ll}\p{Lo}\p{M}\p{N}_-]*>?\)?$/u;

function listsPaths(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('markdown', document);
  return settings.get<boolean>('suggest.paths.enabled', false);
}
