/** Which notes of the graph the words in the search box fit. */
import type { GraphNode } from '../../../server/core/features/graph/form';

/** All words, in any order, without case and accents; paths in the order of the nodes. */
export function matches(nodes: readonly GraphNode[], query: string): string[] {
  const words = plain(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  return nodes
    .filter(({ title, path }) => {
      const text = plain(`${title}\n${path}`);
      return words.every(word => text.includes(word));
    })
    .map(({ path }) => path);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
