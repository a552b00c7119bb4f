/** Answers which notes wait to be evaluated again: those that rest on one note, or all of a folder or vault. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Range,
} from 'vscode-languageserver';
import { recordedChange } from '../core/features/argument/recordedChange';
import { type Waiting, waiting } from '../core/features/argument/waiting';
import { titleAt } from '../core/features/navigation/noteFacts';
import { rangeOf } from '../core/text/lines';
import { renameFailure } from './agreedRename';
import type { Target } from './answers';
import { noteEdit, toOffset } from './convert';
import { placesIn, vaultsIn } from './fixAllNotes';
import type { DependentsParams, WaitingNote } from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import type { Place } from './Workspace';
import { unreadReason } from './whenRead';

/** By path. Throws the sentence that says why there is no answer. */
export async function answerDependents(
  session: Session,
  { uri }: DependentsParams,
  token: CancellationToken,
): Promise<WaitingNote[]> {
  const { workspace, machine } = session;
  const vaults = vaultsIn(workspace, uri);
  if (vaults === null) throw renameFailure('This is no note or folder of a vault.');
  const unread = unreadReason(vaults, 'notes might be missed');
  if (unread !== null) throw renameFailure(unread);
  const places = placesIn(workspace, uri) ?? [];
  const note = workspace.placeOf(uri);
  const foundation = places.length === 1 && note?.path === places[0]?.path ? note : null;
  const candidates = foundation === null ? places : dependentsOf(foundation);
  const found: WaitingNote[] = [];
  const step = (place: Place) => {
    const each = waiting(place.vault.index, place.path, foundation?.path ?? null, machine.today());
    if (each !== null) found.push(toWaitingNote(session, place, each));
  };
  const whole = await inSlices(candidates, step, () => !token.isCancellationRequested);
  if (!whole) throw renameFailure('Cancelled.');
  return found;
}

function dependentsOf({ vault, path }: Place): Place[] {
  const paths = vault.index.relations.dependents(path).sort();
  return paths.map(each => ({ vault, path: each }));
}

function toWaitingNote({ workspace }: Session, place: Place, { reports }: Waiting): WaitingNote {
  const { vault, path } = place;
  const lines = vault.index.note(path)?.lines ?? Uint32Array.of(0);
  return {
    uri: workspace.uriOf(place),
    path,
    title: titleAt(vault.index, path),
    range: rangeOf(lines, reports[0]?.span ?? { start: 0, end: 0 }),
    why: reports.map(({ message }) => message),
  };
}

/** At the confidence of a claim: dates its change, so that what rests on it is listed. */
export function recordChangeAction(
  { machine }: Session,
  target: Target,
  range: Range,
  uri: string,
): CodeAction[] {
  const { vault, path, note, text } = target;
  const span = {
    start: toOffset(note.lines, range.start, text.length),
    end: toOffset(note.lines, range.end, text.length),
  };
  const change = recordedChange(vault.index, path, span, text, machine.today());
  if (change === null) return [];
  const edit = noteEdit(note.lines, uri, change.edits);
  return [{ title: change.title, kind: CodeActionKind.RefactorRewrite, edit }];
}
