/** Answers what the argument of a vault is, as a graph: around a note, in a domain, or all of it. */
import type { CancellationToken } from 'vscode-languageserver';
import {
  gathering,
  graphDomains,
  MOST_STEPS,
  usualLimit,
} from '../core/features/graph/argumentGraph';
import type { Graph, GraphScope } from '../core/features/graph/form';
import { isNotePath } from '../core/vault/names';
import type { Vault } from '../core/vault/Vault';
import { addressOf } from './address';
import { authorPlace } from './authorPlace';
import type { GraphAnswer, GraphParams } from './protocol';
import type { Session } from './Session';
import { resultInSlices } from './slices';
import { unreadReason } from './whenRead';

export async function answerGraph(
  session: Session,
  { uri, scope }: GraphParams,
  token: CancellationToken,
): Promise<GraphAnswer> {
  session.shown.argument.follow();
  const place = authorPlace(session, uri);
  if (place === null) return refusal('This is no note or folder of a vault.');
  const { vault } = place;
  const root = addressOf(vault.root);
  const unread = unreadReason([vault], 'the graph would lack some');
  if (unread !== null) return refusal(unread, root);
  const { index } = vault;
  const asked = scopeOf(scope, place.path);
  const path = asked?.kind === 'note' ? asked.path : null;
  if (asked === null || (path !== null && !(isNotePath(path) && index.has(path))))
    return refusal('This is no note of the vault.', root);
  // What changes meanwhile, the client is told of.
  const graph = await resultInSlices(
    settledGraph(index, asked),
    () => !token.isCancellationRequested,
  );
  if (graph === null) return refusal('Cancelled.', root);
  return { refused: null, vault: root, graph, domains: graphDomains(index) };
}

/** Other settings may have left relations to be read anew. */
function* settledGraph(vault: Vault, scope: GraphScope): Generator<unknown, Graph> {
  yield* vault.settle();
  return yield* gathering(vault, scope, usualLimit(scope));
}

function scopeOf(scope: GraphParams['scope'], at: string | null): GraphScope | null {
  if (scope.kind !== 'note') return scope;
  const path = scope.path ?? at;
  return path === null ? null : { kind: 'note', path, steps: Math.min(scope.steps, MOST_STEPS) };
}

function refusal(refused: string, vault = ''): GraphAnswer {
  return { refused, vault, graph: null, domains: [] };
}
