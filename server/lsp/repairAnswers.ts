/** Answers which links of a note, a folder or a vault can be repaired, by what, and why. */
import type { CancellationToken } from 'vscode-languageserver';
import { linkContext, removalEdit, reportedLinks } from '../core/features/repair/repairNote';
import { type RepairCandidate, type Repairer, repairer } from '../core/rules/repair/repair';
import { renameHistory } from '../core/rules/repair/repairHistory';
import { lineStarts, positionAt } from '../core/text/lines';
import { baseOf } from '../core/vault/names';
import { displayTitle } from '../core/vault/noteNames';
import { placesIn, vaultsIn } from './fixAllNotes';
import type { OpenVault } from './OpenVault';
import type { RepairableLink, RepairOffer, Repairs, RepairsParams } from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import type { Place } from './Workspace';
import { unreadReason } from './whenRead';

const NOTHING: Repairs = { refused: null, historyRefused: null, links: [] };

export async function answerRepairs(
  session: Session,
  { uri, history }: RepairsParams,
  token: CancellationToken,
): Promise<Repairs> {
  const refused = (reason: string): Repairs => ({ ...NOTHING, refused: reason });
  const vaults = vaultsIn(session.workspace, uri);
  if (vaults === null) return refused('This is no note or folder of a vault.');
  const unread = unreadReason(vaults, 'a link may only seem broken');
  if (unread !== null) return refused(unread);
  const places = placesIn(session.workspace, uri) ?? [];
  const repairers = new Map<OpenVault, Repairer>();
  let historyRefused: string | null = null;
  for (const vault of vaults) {
    const read = history ? await renamesOf(session, vault, token) : null;
    historyRefused ??= read?.refused ?? null;
    repairers.set(vault, repairer(vault.index, renameHistory(read?.renames ?? [])));
  }
  const links: RepairableLink[] = [];
  const step = (link: RepairableLink | null) => void (link !== null && links.push(link));
  const each = eachLink(session, places, repairers);
  const whole = await inSlices(each, step, () => !token.isCancellationRequested);
  return whole ? { refused: null, historyRefused, links } : refused('Cancelled.');
}

async function renamesOf({ machine }: Session, vault: OpenVault, token: CancellationToken) {
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  try {
    return await machine.renames(vault.root, stop.signal);
  } finally {
    listener.dispose();
  }
}

/** Lazily, as one link may take milliseconds; `null` behind each note, so that none of them has to have one. */
function* eachLink(
  session: Session,
  places: readonly Place[],
  repairers: ReadonlyMap<OpenVault, Repairer>,
): Generator<RepairableLink | null> {
  const today = session.machine.today();
  for (const place of places) {
    const repairs = repairers.get(place.vault);
    if (repairs !== undefined) yield* linksOf(session, place, today, repairs);
    yield null;
  }
}

function* linksOf(
  session: Session,
  place: Place,
  today: string,
  repairs: Repairer,
): Generator<RepairableLink> {
  const { vault, path } = place;
  const uri = session.workspace.uriOf(place);
  let text: string | null = null;
  let lines = lineStarts('');
  for (const { link, state, candidates } of reportedLinks(vault.index, path, today, repairs)) {
    if (text === null) {
      text = vault.text(path);
      if (text === null) return;
      lines = lineStarts(text);
    }
    const removal = removalEdit(text, link);
    yield {
      uri,
      path,
      ...positionAt(lines, link.target.span.start),
      written: link.target.written,
      state,
      ...linkContext(text, link),
      removable: removal === null ? null : link.field === null ? 'link' : 'entry',
      candidates: candidates.map(each => toOffer(vault, each)),
    };
  }
}

function toOffer({ index }: OpenVault, { path, why, tier }: RepairCandidate): RepairOffer {
  const note = index.note(path);
  return { path, title: note === undefined ? baseOf(path) : displayTitle(note), why, tier };
}
