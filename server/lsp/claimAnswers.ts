/** Answers what the panel beside a note shows: how it stands, and the argument around it, step by step. */
import { branchAt, pathsBelow, sectionsOf } from '../core/features/claim/sections';
import { type ShownNote, shownNote } from '../core/features/claim/shownNote';
import { type Standing, standingOf } from '../core/features/claim/standing';
import { preview } from '../core/features/navigation/hover';
import { linkContext } from '../core/features/repair/repairNote';
import { rangeOf } from '../core/text/lines';
import type { Link } from '../core/text/links';
import type { Note } from '../core/text/parseNote';
import { previewText } from './hoverText';
import type {
  ClaimAnswer,
  ClaimNote,
  ClaimNotes,
  ClaimNotesParams,
  ClaimParams,
  ClaimPlace,
  ClaimPlacesParams,
  ClaimStanding,
} from './protocol';
import type { Session } from './Session';
import type { Place } from './Workspace';
import { unreadReason } from './whenRead';

export function answerClaim(session: Session, { uri }: ClaimParams): ClaimAnswer | null {
  const place = notePlace(session, uri);
  if (place === null) return null;
  const { vault, path } = place;
  const standing = standingOf(vault.index, path, session.machine.today());
  const note = vault.index.note(path);
  if (standing === null || note === undefined) return null;
  const shown = toClaimNote(session, place, shownNote(vault.index, path));
  const refused = unreadReason([vault], 'what the note rests on is not known');
  if (refused !== null)
    return { refused, note: shown, standing: toStanding(note, standing), sections: [] };
  session.shown.argument.follow();
  const { backlinks } = session.shown.views.argument(vault, path);
  const sections = sectionsOf(vault.index, path, backlinks)
    .map(({ name, paths }) => ({ name, count: paths.length }))
    .filter(({ count }) => count > 0);
  return { refused, note: shown, standing: toStanding(note, standing), sections };
}

export function answerClaimNotes(session: Session, params: ClaimNotesParams): ClaimNotes | null {
  const place = notePlace(session, params.uri);
  if (place === null) return null;
  const { vault, path } = place;
  const { section, below, most } = params;
  const paths = pathsBelow(vault.index, path, section, below);
  const above = new Set([path, ...below]);
  const notes = paths.slice(0, most).map(each => {
    const { circular, unfolds, ...note } = branchAt(vault.index, each, section, above);
    return { ...toClaimNote(session, { vault, path: each }, note), circular, unfolds };
  });
  return { count: paths.length, notes };
}

export function answerClaimPlaces(
  session: Session,
  { uri, from }: ClaimPlacesParams,
): ClaimPlace[] | null {
  const place = notePlace(session, uri);
  const holder = place?.vault.index.note(from);
  const text = holder === undefined ? null : (place?.vault.text(from) ?? null);
  if (place === null || holder === undefined || text === null) return null;
  const links = place.vault.index.linksTo(place.path, from);
  return links.map(link => placeIn(holder, text, link)).sort(byPlace);
}

export function answerClaimPreview(session: Session, { uri }: ClaimParams): string | null {
  const place = notePlace(session, uri);
  if (place === null) return null;
  const { vault, path } = place;
  const shown = preview(vault.index, path, each => vault.text(each));
  const uriOf = (each: string) => session.workspace.uriOf({ vault, path: each });
  return shown && previewText(shown, uriOf);
}

/** `null` for what is no note of a vault. */
export function notePlace({ workspace }: Session, uri: string): Place | null {
  const place = workspace.placeOf(uri);
  return place?.vault.index.note(place.path) === undefined ? null : place;
}

export function toClaimNote({ workspace }: Session, place: Place, note: ShownNote): ClaimNote {
  return { uri: workspace.uriOf(place), ...note };
}

/** `text` may be newer than the note: then the words beside the link may be others. */
export function placeIn(
  { lines }: Pick<Note, 'lines'>,
  text: string,
  link: Pick<Link, 'span' | 'field'>,
): ClaimPlace {
  const { before, link: words, behind } = linkContext(text, link);
  return { range: rangeOf(lines, link.span), before, words, behind };
}

function byPlace({ range: { start: a } }: ClaimPlace, { range: { start: b } }: ClaimPlace): number {
  return a.line - b.line || a.character - b.character;
}

function toStanding({ lines }: Note, { status, dated, waits, findings }: Standing): ClaimStanding {
  const problems =
    findings?.map(({ severity, code, message, span }) => {
      return { severity, code, message, range: rangeOf(lines, span) };
    }) ?? null;
  if (dated === null) return { status, dated, waits, problems };
  const { apart, ...said } = dated;
  const age = apart === null ? null : { unit: apart.unit, count: 0 - apart.count };
  return { status, dated: { ...said, age }, waits, problems };
}
