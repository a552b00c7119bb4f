/** Whether the graph of a domain shows notes of other domains that name it besides their own. */
import type { Graph } from './form';

export function isOfSecondary({ scope, nodes }: Pick<Graph, 'scope' | 'nodes'>): boolean {
  return (
    scope.kind === 'domain' &&
    nodes.length > 0 &&
    nodes.every(({ domain }) => domain !== scope.domain)
  );
}
