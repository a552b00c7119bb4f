/** The command "fix all safe problems" for a note, a folder of a vault, or a whole vault. */
import {
  type CancellationToken,
  type Connection,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { type FixedNote, safeFixes } from '../core/features/fixes/fixNote';
import { checkNote, safeFixesOf } from '../core/rules/check';
import { placeOf } from '../core/rules/rule';
import { machinePath } from './address';
import { leavingSentence } from './authorEdit';
import { fixEdit } from './convert';
import { warn } from './lostLinks';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';
import { inSlices } from './slices';
import type { Place, Workspace } from './Workspace';
import { unreadReason } from './whenRead';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

/** Shows what it would do where the client can; the edit of a single note is made at once. */
export async function fixAllNotes(
  connection: Connection,
  session: Session,
  [uri]: readonly unknown[],
  token: CancellationToken,
): Promise<void> {
  const say = (message: string, type: MessageType = MessageType.Info) =>
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  const { workspace, shows, documents } = session;
  const places = typeof uri === 'string' ? placesIn(workspace, uri) : null;
  if (typeof uri !== 'string' || places === null)
    return say('This is no note or folder of a vault.');
  const unread = unreadReason(
    vaultsIn(workspace, uri) ?? workspace.all,
    'a link may only seem broken',
  );
  if (unread !== null) return say(unread);
  const found = await fixEach(connection, session, places, token);
  if (found === null) return say('Cancelled: nothing was changed.');
  const fixed = found.filter(({ place: { vault, path } }) => {
    const stays = vault.staysInside(path);
    if (!stays) warn(connection, leavingSentence(path));
    return stays;
  });
  const [first] = fixed;
  if (first === undefined) return say('There is nothing here that can be mended safely.');
  const isNote = machinePath(uri) === `${first.place.vault.root}/${first.place.path}`;
  const notes = fixed.map(({ place, note }) => {
    const address = workspace.uriOf(place);
    return { note, uri: address, version: documents.version(address) ?? null };
  });
  const { applied } = await connection.workspace.applyEdit({
    label: 'Fix all safe problems',
    edit: fixEdit(notes, { ...shows, annotations: shows.annotations && !isNote }),
    // The editor saves the notes that it had to open for it.
    ...(shows.editMetadata ? { metadata: { isRefactoring: !isNote } } : {}),
  });
  // Else the author saw the changes and did not want them.
  if (!applied && (isNote || !shows.annotations))
    return say('A note changed meanwhile, so nothing was changed.', MessageType.Warning);
}

interface Fixed {
  readonly place: Place;
  readonly note: FixedNote;
}

/** In the order of their paths; `null` where it was cancelled. */
async function fixEach(
  { window, console }: Connection,
  session: Session,
  places: readonly Place[],
  token: CancellationToken,
): Promise<Fixed[] | null> {
  const today = session.machine.today();
  const fix = (place: Place): Fixed[] => {
    try {
      const note = fixOf(place, today);
      return note === null ? [] : [{ place, note }];
    } catch (error) {
      // A fault in a rule costs this note its fixes, and no other note.
      console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return [];
    }
  };
  // A client may refuse to show it.
  const progress = await window.createWorkDoneProgress().catch(() => null);
  progress?.begin('Claimwright', 0, 'Looking for safe fixes', true);
  let [done, last] = [0, 0];
  const fixed: Fixed[] = [];
  const goesOn = () => {
    if (performance.now() - last > REPORT_EVERY) {
      last = performance.now();
      progress?.report(Math.round((100 * done) / places.length), `${done} notes`);
    }
    return !token.isCancellationRequested && progress?.token.isCancellationRequested !== true;
  };
  const step = (place: Place) => {
    done++;
    fixed.push(...fix(place));
  };
  // Notes may have changed between the slices, on the disk as well.
  const current: Fixed[] = [];
  const again = (each: Fixed) => {
    const { vault, path } = each.place;
    current.push(...(vault.text(path) === each.note.before ? [each] : fix(each.place)));
  };
  const whole = (await inSlices(places, step, goesOn)) && (await inSlices(fixed, again, goesOn));
  progress?.done();
  if (!whole) return null;
  // Those in an editor once more, at once: their edits are sent for the version that is open now.
  return current.flatMap(each => {
    const open = each.place.vault.open.get(each.place.path);
    return open === undefined || open === each.note.before ? [each] : fix(each.place);
  });
}

function fixOf({ vault, path }: Place, today: string): FixedNote | null {
  const { index } = vault;
  const place = placeOf(index, path, today);
  const findings = checkNote(index, path, today);
  const text = findings.length === 0 ? null : vault.text(path);
  if (place === undefined || text === null) return null;
  const isSafe = findings.some(each => safeFixesOf({ ...place, text }, each).length > 0);
  if (!isSafe) return null;
  // Of a note that changed on the disk just now the index may not have heard.
  vault.refresh(path);
  const fresh = vault.text(path);
  const note = fresh === null ? null : safeFixes(index, path, fresh, today);
  return note === null || note.edits.length === 0 ? null : note;
}

/** The vault of a note or folder, or all vaults in a folder, whatever of them is read; `null` where there are none. */
export function vaultsIn(workspace: Workspace, uri: string): readonly OpenVault[] | null {
  const folder = machinePath(uri);
  const inside = workspace.all.filter(({ root }) => `${root}/`.startsWith(`${folder}/`));
  // A vault's own root stands for that vault alone.
  const root = inside.find(each => each.root === folder);
  if (root !== undefined) return [root];
  const place = workspace.placeOf(uri);
  if (place !== null) return [place.vault];
  return inside.length === 0 ? null : inside;
}

/** The note itself, or all notes in a folder; `null` where it holds none and is in no vault. */
export function placesIn(workspace: Workspace, uri: string): Place[] | null {
  const place = workspace.placeOf(uri);
  if (place?.vault.index.note(place.path) !== undefined) return [place];
  const vaults = vaultsIn(workspace, uri);
  if (vaults === null) return null;
  const isRoot = vaults.some(({ root }) => root === machinePath(uri));
  const prefix = isRoot || place === null ? '' : `${place.path}/`;
  return vaults.flatMap(vault => {
    const paths = [...vault.index.notes()].filter(path => path.startsWith(prefix));
    return paths.sort().map(path => ({ vault, path }));
  });
}
