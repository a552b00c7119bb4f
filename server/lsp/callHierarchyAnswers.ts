/** Answers requests for the call hierarchy: an outgoing call is what a note rests on, an incoming one what rests on it. */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CancellationToken,
  Range,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import {
  type Direction,
  type Step,
  stepsAt,
  stepsFrom,
} from '../core/features/argument/callHierarchy';
import { offsetIn, targetOf } from './answers';
import { rangeIn } from './argumentAnswers';
import { symbolKindOf } from './noteKinds';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';
import { whenRead } from './whenRead';

/** What an item brings back: the notes above it, the first one first, and the way that was gone from them to it. */
interface Trail {
  readonly above: readonly string[];
  readonly direction: Direction | null;
  readonly circular: boolean;
}

/** Like the steps from it, once the vault is read; where that was cancelled, from what is known. */
export async function prepareCallHierarchy(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<CallHierarchyItem[] | null> {
  await whenRead(session, params.textDocument.uri, token);
  if (token.isCancellationRequested) return null;
  const target = targetOf(session, params.textDocument.uri);
  if (target === null) return null;
  const { vault, path, text } = target;
  const steps = stepsAt(vault.index, path, text, offsetIn(target, params));
  const trail: Trail = { above: [], direction: null, circular: false };
  return steps.length === 0 ? null : steps.map(step => toItem(session, vault, step, trail));
}

export async function answerIncomingCalls(
  session: Session,
  item: CallHierarchyItem,
  token: CancellationToken,
): Promise<CallHierarchyIncomingCall[] | null> {
  const found = await calls(session, item, 'up', token);
  return found?.map(({ item: from, said }) => ({ from, fromRanges: said(from) })) ?? null;
}

export async function answerOutgoingCalls(
  session: Session,
  item: CallHierarchyItem,
  token: CancellationToken,
): Promise<CallHierarchyOutgoingCall[] | null> {
  const found = await calls(session, item, 'down', token);
  return found?.map(({ item: to, said }) => ({ to, fromRanges: said(item) })) ?? null;
}

interface Call {
  readonly item: CallHierarchyItem;
  /** The links that say so, in the note of an item. */
  said(resting: CallHierarchyItem): Range[];
}

async function calls(
  session: Session,
  item: CallHierarchyItem,
  direction: Direction,
  token: CancellationToken,
): Promise<Call[] | null> {
  await whenRead(session, item.uri, token);
  const place = session.workspace.placeOf(item.uri);
  if (place === null || token.isCancellationRequested) return null;
  const { vault, path } = place;
  const trail = trailOf(item.data);
  const turned = trail.direction !== null && trail.direction !== direction;
  if (trail.circular && !turned) return [];
  const chain = turned ? [path] : [...trail.above, path];
  return stepsFrom(vault.index, chain, direction).map(step => ({
    item: toItem(session, vault, step, { above: chain, direction, circular: step.circular }),
    said: ({ uri }) => {
      const resting = session.workspace.placeOf(uri)?.path ?? path;
      return step.said.map(each => rangeIn(vault, resting, each));
    },
  }));
}

function toItem(session: Session, vault: OpenVault, step: Step, trail: Trail): CallHierarchyItem {
  const range = rangeIn(vault, step.path, step.place);
  return {
    // Beside a long title an editor has no room for the detail.
    name: trail.circular ? `↻ ${step.title}` : step.title,
    kind: symbolKindOf(step.type),
    detail: trail.circular ? `↻ circular · ${step.facts}` : step.facts,
    uri: session.workspace.uriOf({ vault, path: step.path }),
    range,
    selectionRange: range,
    data: trail,
  };
}

/** What a client brings back is not taken on trust. */
function trailOf(data: unknown): Trail {
  const { above, direction, circular } = (data ?? {}) as Partial<Record<keyof Trail, unknown>>;
  const paths = Array.isArray(above) ? above.filter(each => typeof each === 'string') : [];
  const known = direction === 'up' || direction === 'down' ? direction : null;
  return { above: paths, direction: known, circular: circular === true };
}
