/** Gathers the argument as a graph: around a note, of a domain, or of a whole vault. */
import type { EdgeKind } from '../../schema/form';
import { folderOf, isNotePath } from '../../vault/names';
import type { Relation } from '../../vault/relationsIn';
import type { Vault } from '../../vault/Vault';
import type { Graph, GraphEdge, GraphEdgeKind, GraphNode, GraphScope } from './form';
import { domainOf, graphNode } from './graphNode';
import { type Distances, nearest, neighbourhoods } from './kept';
import { byEnds, compare } from './order';

/** Which edge a relation is, and whether it starts at the note that says it or at the one that is named. */
const EDGES: Readonly<Record<EdgeKind, readonly [GraphEdgeKind, 'holder' | 'named'] | null>> = {
  'rests-on': ['depends', 'named'],
  supports: ['supports', 'holder'],
  'supported-by': ['supports', 'named'],
  enriches: ['supports', 'holder'],
  challenges: ['challenges', 'holder'],
  'challenged-by': ['challenges', 'named'],
  extracted: ['extracted', 'holder'],
  related: ['related', 'holder'],
  // That a note stands in the place of another speaks neither for it nor against it.
  replaces: null,
  'replaced-by': null,
};

/** More steps lead to nearly everything that hangs together. */
export const MOST_STEPS = 4;

/** How many notes an editor shows: what can be looked through, and of a whole vault what can be drawn. */
export function usualLimit({ kind }: GraphScope): number {
  return kind === 'vault' ? 10_000 : 2000;
}

/** At most `limit` notes. Around a note it costs what is there, whatever the vault holds. */
export function argumentGraph(vault: Vault, scope: GraphScope, limit = usualLimit(scope)): Graph {
  const work = gathering(vault, scope, limit);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same note by note: what changes while others work in between is told as it was or as it is. */
export function* gathering(vault: Vault, scope: GraphScope, limit: number): Generator<void, Graph> {
  const all = yield* scopes[scope.kind](vault, scope as never);
  const choose = scope.kind === 'note' ? nearest : neighbourhoods;
  const within = (path: string) => edgesAt(vault, path, all);
  const kept: Distances = all.size > limit ? yield* choose(all, limit, within) : all;
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const path of [...kept.keys()].sort(compare)) {
    nodes.push(graphNode(vault, path, kept.get(path) ?? null));
    // The other end has it, too.
    const own = edgesAt(vault, path, kept).filter(({ from }) => from === path);
    for (const edge of own.sort(byEnds)) edges.push(edge);
    yield;
  }
  return { scope, nodes, edges, omitted: all.size - kept.size };
}

/** Domains for which there is a graph: those of the vault, and others that its notes name, by name. */
export function graphDomains(vault: Vault): string[] {
  const named = vault.vocabulary.used('domain', { most: MOST_DOMAINS }).map(({ word }) => word);
  return [...new Set([...vault.vocabulary.known('domain'), ...named])].sort();
}

const MOST_DOMAINS = 200;

type Gather<Kind> = (
  vault: Vault,
  scope: Extract<GraphScope, { readonly kind: Kind }>,
) => Generator<void, Distances>;

const scopes: { readonly [Kind in GraphScope['kind']]: Gather<Kind> } = {
  note: around,
  domain: ofDomain,
  *vault(vault) {
    const all = new Map<string, null>();
    for (const path of vault.notes()) {
      if (!neighbours(vault, path).next().done) all.set(path, null);
      yield;
    }
    return all;
  },
};

/** Breadth first. */
function* around(
  vault: Vault,
  { path: centre, steps }: Extract<GraphScope, { readonly kind: 'note' }>,
): Generator<void, Distances> {
  const found = new Map([[centre, 0]]);
  let last = [centre];
  for (let distance = 1; distance <= steps && last.length > 0; distance++) {
    const next: string[] = [];
    for (const path of last) {
      for (const other of neighbours(vault, path)) {
        if (found.has(other)) continue;
        found.set(other, distance);
        next.push(other);
      }
      yield;
    }
    last = next;
  }
  return found;
}

/**
 * Only notes that name the domain, or whose folder does, are looked at. A domain that none is of has those that name it
 * among their secondary ones: somebody who asks for it is looking for them.
 */
function* ofDomain(
  vault: Vault,
  { domain }: Extract<GraphScope, { readonly kind: 'domain' }>,
): Generator<void, Distances> {
  const { schema } = vault.config;
  const naming = new Set(vault.vocabulary.holders('domain', domain));
  const ofFolder = new Map<string, boolean>();
  const all = new Map<string, null>();
  for (const path of vault.notes()) {
    const folder = folderOf(path);
    const fits = ofFolder.get(folder) ?? schema.wordsOfFolder(folder).domain === domain;
    ofFolder.set(folder, fits);
    const mayFit = fits || naming.has(path);
    if (mayFit && domainOf(vault, path, vault.glance(path)) === domain) all.set(path, null);
    yield;
  }
  if (all.size > 0) return all;
  return new Map([...naming].filter(path => isNote(vault, path)).map(path => [path, null]));
}

/** Notes with an edge to this one, some of them several times. */
function* neighbours(vault: Vault, path: string): Generator<string> {
  for (const { from, kind, to } of vault.relations.around(path)) {
    const other = from === path ? to : from;
    if (EDGES[kind] !== null && isNote(vault, other)) yield other;
  }
}

/** The edges between a note and those of the graph: each once, though both ends may say it. */
function edgesAt(vault: Vault, path: string, all: Distances): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const relation of vault.relations.around(path)) {
    const edge = edgeOf(relation);
    if (edge !== null && all.has(edge.from) && all.has(edge.to))
      edges.set(`${edge.kind}\0${edge.from}\0${edge.to}`, edge);
  }
  return [...edges.values()];
}

/** The edge that a relation is; `null` where it is none. */
function edgeOf({
  from: holder,
  kind: said,
  to: named,
}: Relation & { readonly from: string }): GraphEdge | null {
  const edge = EDGES[said];
  if (edge === null) return null;
  const [kind, start] = edge;
  const [from, to] = start === 'holder' ? [holder, named] : [named, holder];
  return kind === 'related' && from > to ? { from: to, to: from, kind } : { from, to, kind };
}

/** A relation may name an attachment, too. */
function isNote(vault: Vault, path: string): boolean {
  return isNotePath(path) && vault.has(path);
}
