/** Answers requests for what an editor shows of the argument: code lenses and inlay hints. */
import type {
  CodeLens,
  CodeLensParams,
  InlayHint,
  InlayHintParams,
  Location,
  Range,
} from 'vscode-languageserver';
import { codeLenses, type Lens, type Place } from '../core/features/argument/codeLens';
import { inlayHints } from '../core/features/argument/inlayHints';
import { titlePlace } from '../core/features/navigation/titlePlace';
import { positionAt, rangeOf } from '../core/text/lines';
import type { Span } from '../core/text/span';
import { targetOf } from './answers';
import { toOffset } from './convert';
import { hintCodeLenses } from './hintLenses';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';

/** Above the title names and places alone: what they say is told of those in sight. Above hints, all. */
export function answerCodeLenses(session: Session, params: CodeLensParams): CodeLens[] | null {
  const { uri } = params.textDocument;
  const { codeLens } = session.settings;
  const target = codeLens.enabled || codeLens.hints ? targetOf(session, uri) : null;
  if (target === null || !target.vault.complete) return null;
  return [
    ...(codeLens.enabled ? titleLenses(session, target, uri) : []),
    ...hintCodeLenses(session, target),
  ];
}

function titleLenses(
  session: Session,
  { vault, path, note, text }: NonNullable<ReturnType<typeof targetOf>>,
  uri: string,
): CodeLens[] {
  const start = positionAt(note.lines, titlePlace(note, text).start);
  const range = { start, end: start };
  const { resolvesWhenChosen, showReferencesCommand: command } = session.shows;
  return lensesOf(session, vault, path).map(({ name, title }) => {
    const lens = { range, data: [uri, name] };
    if (!resolvesWhenChosen || command === null) return lens;
    return { ...lens, command: { title, command, arguments: [lens] } };
  });
}

export function resolveCodeLens(session: Session, lens: CodeLens): CodeLens {
  const [uri, name] = Array.isArray(lens.data) ? lens.data : [];
  const place = typeof uri === 'string' ? session.workspace.placeOf(uri) : null;
  const found =
    place && lensesOf(session, place.vault, place.path).find(each => each.name === name);
  // It counts nothing any more, and goes when the client asks for all of them again.
  if (!place || !found) return { ...lens, command: { title: '', command: '' } };
  const { title, places } = found;
  const command = session.shows.showReferencesCommand;
  if (command === null) return { ...lens, command: { title, command: '' } };
  const locations = places.map(each => locationOf(session, place.vault, each));
  const args = [uri, lens.range.start, locations];
  return { ...lens, command: { title, command, arguments: args } };
}

function lensesOf({ shown: { views } }: Session, vault: OpenVault, path: string): Lens[] {
  return codeLenses(vault.index, path, views.argument(vault, path));
}

/** A place in a file of the vault; the start of one that is no note. */
export function rangeIn(vault: OpenVault, path: string, span: Span): Range {
  return rangeOf(vault.index.note(path)?.lines ?? Uint32Array.of(0), span);
}

function locationOf({ workspace }: Session, vault: OpenVault, { path, span }: Place): Location {
  return { uri: workspace.uriOf({ vault, path }), range: rangeIn(vault, path, span) };
}

export function answerInlayHints(session: Session, params: InlayHintParams): InlayHint[] | null {
  const wanted = session.settings.inlayHints.confidence;
  const target = wanted ? targetOf(session, params.textDocument.uri) : null;
  if (target === null || !target.vault.complete) return null;
  const { vault, path, note, text } = target;
  const range = {
    start: toOffset(note.lines, params.range.start, text.length),
    end: toOffset(note.lines, params.range.end, text.length),
  };
  return inlayHints(vault.index, path, range, text).map(({ offset, label, tooltip }) => ({
    position: positionAt(note.lines, offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
