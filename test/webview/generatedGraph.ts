/** Graphs of any size, always the same: notes in clusters, as domains are, with a few edges each. */
import type {
  Graph,
  GraphEdge,
  GraphEdgeKind,
  GraphNode,
} from '../../server/core/features/graph/form';

const TYPES = ['claim', 'claim', 'claim', 'source', 'belief', 'entity', 'position', null];
const CONFIDENCES = ['proven', 'likely', 'experimental', 'speculative', null];
const KINDS: readonly GraphEdgeKind[] = [
  'supports',
  'supports',
  'depends',
  'extracted',
  'related',
  'challenges',
];
/** Notes of a cluster, and edges for each note. */
const [CLUSTER, EDGES] = [120, 1.5];

export function generatedGraph(size: number): Graph {
  const random = generator();
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const path = (at: number) => `domains/d${Math.floor(at / CLUSTER)}/note ${at}.md`;
  const edges = new Map<string, GraphEdge>();
  const challenged = new Set<string>();
  while (edges.size < size * EDGES) {
    const from = Math.floor(random() * size);
    const near = from - (from % CLUSTER) + Math.floor(random() ** 2 * CLUSTER);
    const to = random() < 0.95 ? near : Math.floor(random() * size);
    if (to >= size || from === to) continue;
    const kind = pick(KINDS);
    edges.set(`${from} ${to} ${kind}`, { from: path(from), to: path(to), kind });
    if (kind === 'challenges') challenged.add(path(to));
  }
  const nodes = Array.from(
    { length: size },
    (_, at): GraphNode => ({
      path: path(at),
      title: `note ${at} argues something that takes a whole sentence to say`,
      type: pick(TYPES),
      confidence: pick(CONFIDENCES),
      domain: `d${Math.floor(at / CLUSTER)}`,
      created: `2026-0${1 + (at % 9)}-1${at % 10}`,
      challenged: challenged.has(path(at)),
      distance: null,
    }),
  );
  return { scope: { kind: 'vault' }, nodes, edges: [...edges.values()], omitted: 0 };
}

/** Park and Miller. */
function generator(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
}
