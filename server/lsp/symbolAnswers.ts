/** Answers requests for symbols: the outline of a note, and the titles, aliases and headings of all vaults. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  documentSymbols,
  type DocumentSymbol as NoteSymbol,
} from '../core/features/navigation/documentSymbols';
import {
  type WorkspaceSymbol,
  workspaceSymbols,
} from '../core/features/navigation/workspaceSymbols';
import { type LineStarts, rangeOf } from '../core/text/lines';
import { targetOf } from './answers';
import { locationIn } from './navigationAnswers';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';
import { inSlices } from './slices';

const symbolKinds: Readonly<Record<NoteSymbol['kind'], SymbolKind>> = {
  'front matter': SymbolKind.Object,
  // As VS Code and others have headings.
  heading: SymbolKind.String,
  block: SymbolKind.Key,
};

export function answerDocumentSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
): DocumentSymbol[] | null {
  const target = targetOf(session, textDocument.uri);
  if (target === null) return null;
  const { note, text } = target;
  return documentSymbols(note, text).map(symbol => toDocumentSymbol(note.lines, symbol));
}

function toDocumentSymbol(lines: LineStarts, symbol: NoteSymbol): DocumentSymbol {
  const { kind, name, detail, span, selection, children } = symbol;
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: symbolKinds[kind],
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children: children.map(each => toDocumentSymbol(lines, each)),
  };
}

export async function answerWorkspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
): Promise<SymbolInformation[]> {
  const symbols: SymbolInformation[] = [];
  for (const vault of session.workspace.all) {
    // The first who asks waits until all headings are read, and keeps nobody else waiting.
    await inSlices(vault.index.headings.settle(), () => {});
    for (const found of workspaceSymbols(vault.index, query))
      symbols.push(toSymbolInformation(session, vault, found));
  }
  return symbols;
}

function toSymbolInformation(
  session: Session,
  vault: OpenVault,
  { kind, name, level, container, path, span }: WorkspaceSymbol,
): SymbolInformation {
  const location = locationIn(session, vault, path, span);
  // An editor that lists headings itself drops those of ours that look as its own do.
  if (session.shows.listsHeadings && level > 0)
    return { name: `${'#'.repeat(level)} ${name}`, kind: SymbolKind.String, location };
  return { name, kind: workspaceKinds[kind], location, containerName: container };
}

const workspaceKinds: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  alias: SymbolKind.Key,
  heading: SymbolKind.String,
};
