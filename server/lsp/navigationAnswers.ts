/** Answers requests for finding one's way in notes: references, links, folding and selection. */
import type {
  CancellationToken,
  DocumentLink,
  DocumentLinkParams,
  FoldingRange,
  FoldingRangeParams,
  Location,
  ReferenceParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { documentLinks } from '../core/features/navigation/documentLinks';
import { foldingRanges } from '../core/features/navigation/foldingRanges';
import { references } from '../core/features/navigation/references';
import { selectionRanges } from '../core/features/navigation/selectionRanges';
import { type LineStarts, rangeOf } from '../core/text/lines';
import type { Span } from '../core/text/span';
import { offsetIn, targetOf } from './answers';
import { rangeIn } from './argumentAnswers';
import { toOffset } from './convert';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';
import { whenRead } from './whenRead';

/** All of them or, where reading was cancelled, those that are known. */
export async function answerReferences(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  await whenRead(session, params.textDocument.uri, token);
  if (token.isCancellationRequested) return null;
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, text } = target;
  const found = references(vault.index, path, text, offsetIn(target, params));
  if (found === null) return null;
  const { declaration, links } = found;
  const places = links.map(link => ({ path: link.from, span: link.span }));
  const all =
    declaration === null || !params.context.includeDeclaration ? places : [declaration, ...places];
  return all.map(each => locationIn(session, vault, each.path, each.span));
}

export function answerDocumentLinks(
  session: Session,
  { textDocument }: DocumentLinkParams,
): DocumentLink[] | null {
  const found = targetOf(session, textDocument.uri);
  if (found === null) return null;
  const { vault, path, note } = found;
  return documentLinks(vault.index, path).map(({ span, title, ...link }) => {
    const { uri, range } = locationIn(session, vault, link.path, link.target ?? fileStart);
    // Editors read a fragment such as `12,5` as a line and a character that count from one.
    const place = `#${range.start.line + 1},${range.start.character + 1}`;
    const target = link.target === null ? uri : `${uri}${place}`;
    return { range: rangeOf(note.lines, span), target, tooltip: title };
  });
}

export function answerFoldingRanges(
  session: Session,
  { textDocument }: FoldingRangeParams,
): FoldingRange[] | null {
  const target = targetOf(session, textDocument.uri);
  if (target === null) return null;
  return foldingRanges(target.note, target.text).map(
    ({ start: startLine, end: endLine, kind }) => ({
      startLine,
      endLine,
      ...(kind === null ? {} : { kind }),
    }),
  );
}

export function answerSelectionRanges(
  session: Session,
  { textDocument, positions }: SelectionRangeParams,
): SelectionRange[] | null {
  const target = targetOf(session, textDocument.uri);
  if (target === null) return null;
  const { note, text } = target;
  const offsets = positions.map(each => toOffset(note.lines, each, text.length));
  return selectionRanges(note, text, offsets).map(spans => toSelectionRange(note.lines, spans));
}

/** `spans` has one at least, the innermost first. */
function toSelectionRange(
  lines: LineStarts,
  [inner = fileStart, ...outer]: readonly Span[],
): SelectionRange {
  const range = rangeOf(lines, inner);
  return outer.length === 0 ? { range } : { range, parent: toSelectionRange(lines, outer) };
}

const fileStart: Span = { start: 0, end: 0 };

/** A place in a file of the vault. */
export function locationIn(
  { workspace }: Session,
  vault: OpenVault,
  path: string,
  span: Span,
): Location {
  return { uri: workspace.uriOf({ vault, path }), range: rangeIn(vault, path, span) };
}
