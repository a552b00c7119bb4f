/** What of an answer must be the same whatever was before it: of some lists the order means nothing, or not all of it fits. */
import type * as lsp from 'vscode-languageserver-protocol';

/** Of more than fit, it is a matter of rank which come, and ties come in any order. */
const RANKED: readonly string[] = ['claimwright/findNotes', 'workspace/symbol'];
/** So many items may be a list that is full. */
const FULL = 30;

export function comparable(method: string, answer: unknown): unknown {
  if (method === 'textDocument/rename') return partsOf(answer);
  if (method === 'textDocument/completion') return notesIn(answer);
  if (!RANKED.includes(method)) return answer;
  const items = itemsOf(answer);
  if (items === null) return answer;
  return items.length >= FULL ? 'a full list' : items.map(written).sort();
}

function itemsOf(answer: unknown): readonly unknown[] | null {
  if (Array.isArray(answer)) return answer;
  const { items } = (answer ?? {}) as { readonly items?: unknown };
  return Array.isArray(items) ? items : null;
}

/** The notes that are offered: a few names that nobody wrote yet are offered beside them, and labels tell all of them apart. */
function notesIn(answer: unknown): unknown {
  const items = (itemsOf(answer) ?? []) as readonly lsp.CompletionItem[];
  const notes = items.flatMap(({ data }) => (data === undefined ? [] : [written(data)]));
  return notes.length >= FULL ? 'a full list' : notes.sort();
}

/** Without its place in the list. */
function written(item: unknown): string {
  return JSON.stringify(item, (key, value) => (key === 'sortText' ? undefined : value));
}

/** The edits of each note, in the order of the notes. */
function partsOf(answer: unknown): unknown {
  const { changes, documentChanges } = (answer ?? {}) as lsp.WorkspaceEdit;
  const parts = documentChanges ?? (changes && Object.entries(changes));
  return parts === undefined ? answer : parts.map(written).sort();
}
