/** Where an author is who wants something: the vault, the note, and what is selected in it. */
import type { Author } from '../core/authoring/moves/Author';
import { type Span, span } from '../core/text/span';
import { machinePath } from './address';
import { toOffset } from './convert';
import type { OpenVault } from './OpenVault';
import type { WireRange } from './protocol';
import type { Session } from './Session';

interface AuthorPlace {
  readonly vault: OpenVault;
  /** `null` for the vault's root. */
  readonly path: string | null;
}

/** `null` for what is in no vault. */
export function authorPlace({ workspace }: Session, uri: string): AuthorPlace | null {
  // A vault may lie in another one, where its root has a place, too.
  const root = workspace.all.find(each => each.root === machinePath(uri));
  if (root !== undefined) return { vault: root, path: null };
  const place = workspace.placeOf(uri);
  const isFolder = place?.vault.index.tree.isFolder(place.path) === true;
  return isFolder ? { vault: place.vault, path: null } : place;
}

/** Whoever is in that note, or at the root of that vault; `null` for what is in no vault. */
export function authorAt(session: Session, uri: string): Author | null {
  const place = authorPlace(session, uri);
  return place && authorOf(session, place.vault, place.path, undefined);
}

export function authorOf(
  { machine, settings }: Session,
  vault: OpenVault,
  path: string | null,
  range?: WireRange,
): Author {
  return {
    vault: vault.index,
    path,
    selection: path === null || range === undefined ? null : selected(vault, path, range),
    today: machine.today(),
    agent: settings.agent,
    read: each => vault.text(each),
  };
}

/** Of nothing, and of blanks, nothing is selected. */
function selected(vault: OpenVault, path: string, { start, end }: WireRange): Span | null {
  const text = vault.text(path);
  const lines = vault.index.note(path)?.lines;
  if (text === null || lines === undefined) return null;
  const chosen = span(toOffset(lines, start, text.length), toOffset(lines, end, text.length));
  return text.slice(chosen.start, chosen.end).trim() === '' ? null : chosen;
}
