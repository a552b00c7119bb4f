/** Writes what completion offers as LSP has it, as far as the client can show it. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import type {
  CompletionEntry,
  CompletionKind,
  Completions,
  Documentation,
} from '../core/features/completion/Completions';
import { type LineStarts, rangeOf } from '../core/text/lines';
import { toTextEdit } from './convert';
import { plain } from './hoverText';

/** What the client can show of a list. */
export interface ListAbilities {
  readonly labelDetails: boolean;
  readonly snippets?: boolean;
  /** The client's command that opens the list again; `null` where it has told of none. */
  readonly suggestCommand?: string | null;
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  // With `File` the editor would take the title for a file name and choose an icon by its ending.
  note: CompletionItemKind.Reference,
  unresolved: CompletionItemKind.Variable,
  heading: CompletionItemKind.Struct,
  blockId: CompletionItemKind.Constant,
  alias: CompletionItemKind.Text,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  type: CompletionItemKind.Class,
  date: CompletionItemKind.Event,
  block: CompletionItemKind.Snippet,
};

/** `data` comes back with an entry of a note when its preview is asked for. */
export function toCompletionList(
  lines: LineStarts,
  completions: Completions,
  shows: ListAbilities,
  data: (entry: CompletionEntry) => unknown,
): CompletionList {
  const range = rangeOf(lines, completions.replace);
  const items = completions.entries.map((entry, index): CompletionItem => {
    const { kind, label, title, detail, documentation, filter, edits = [] } = entry;
    const snippet = shows.snippets === true ? entry.snippet : undefined;
    const command = entry.opensList === true ? shows.suggestCommand : null;
    return {
      // A client that has no room for details beside the label gets the whole title.
      ...(shows.labelDetails
        ? { label, labelDetails: { description: detail } }
        : { label: title ?? label, detail }),
      kind: kinds[kind],
      ...(documentation === undefined ? {} : { documentation: markdown(documentation) }),
      ...(entry.preselected === true ? { preselect: true } : {}),
      sortText: String(index).padStart(3, '0'),
      // Where entries score alike in the editor's own filter (microsoft/vscode#136898), `sortText` decides.
      ...(filter === undefined ? {} : { filterText: filter }),
      insertTextFormat:
        snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      textEdit: { range, newText: snippet ?? entry.newText },
      ...(edits.length === 0
        ? {}
        : { additionalTextEdits: edits.map(edit => toTextEdit(lines, edit)) }),
      // Quietly: where there is nothing to choose, no list says so.
      ...(command ? { command: { title: 'Suggest', command, arguments: [{ auto: true }] } } : {}),
      ...(entry.path === undefined ? {} : { data: data(entry) }),
    };
  });
  return { isIncomplete: completions.incomplete, items };
}

function markdown({ paragraphs, words = [] }: Documentation) {
  const listed = words.map(({ word, meaning }) =>
    meaning === null ? `- **${plain(word)}**` : `- **${plain(word)}**: ${plain(meaning)}`,
  );
  const value = [...paragraphs.map(plain), listed.join('\n')].filter(Boolean).join('\n\n');
  return { kind: MarkupKind.Markdown, value };
}
