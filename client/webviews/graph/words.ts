/** What the page says, in words. */
import type { Graph, GraphNode } from '../../../server/core/features/graph/form';
import { isOfSecondary } from '../../../server/core/features/graph/secondary';
import { type Filters, isFiltering, type Shown } from './filters';
import type { Spot } from './scene';

export function factsOf({ node, challengers }: Pick<Spot, 'node' | 'challengers'>): string[] {
  const { type, confidence, domain, created } = node;
  return [
    type ?? 'no type',
    ...(confidence === null ? [] : [confidence]),
    ...(domain === null ? [] : [domain]),
    ...(created === null ? [] : [created]),
    ...(node.challenged ? [challengedWords(node, challengers)] : []),
  ];
}

/** Who challenges it may lie beyond what is shown. */
export function challengedWords({ challenged }: GraphNode, challengers: number): string {
  if (!challenged) return '';
  return challengers === 0 ? 'challenged' : `challenged by ${challengers}`;
}

export function statusOf(graph: Graph, shown: Shown, filters: Filters): string {
  const { omitted } = graph;
  const parts = [
    isFiltering(filters)
      ? `${shown.nodes.length.toLocaleString('en')} of ${count(graph.nodes.length, 'note')}`
      : count(shown.nodes.length, 'note'),
    count(shown.edges.length, 'edge'),
  ];
  const challenged = shown.nodes.filter(node => node.challenged).length;
  if (challenged > 0) parts.push(`${challenged.toLocaleString('en')} challenged`);
  if (omitted > 0) parts.push(`${count(omitted, 'note')} left out`);
  const more = [
    ...(isOfSecondary(graph)
      ? ['No note is of this domain: these name it as a secondary one']
      : []),
    ...(omitted > 0 ? [CUT[graph.scope.kind]] : []),
  ];
  return [parts.join(', '), ...more].join('. ');
}

/** Which notes are shown of too many. */
const CUT: Readonly<Record<Graph['scope']['kind'], string>> = {
  note: 'Those shown are the nearest',
  domain: 'Those shown are the best connected, each with all around it',
  vault: 'Those shown are the best connected, each with all around it',
};

export interface Emptiness {
  readonly title: string;
  readonly advice: string;
}

/** What to tell where there is nothing, or next to nothing, to see; `null` elsewhere. */
export function emptinessOf(graph: Graph, shown: Shown): Emptiness | null {
  const { scope } = graph;
  if (graph.edges.length === 0 && scope.kind !== 'domain')
    return scope.kind === 'note'
      ? {
          title: 'This note has no relations yet',
          advice:
            'Say in its front matter what it rests on (depends_on), what it supports and what it challenges: behind an empty line there, the first letter of a field opens the list.',
        }
      : {
          title: 'No note has a relation yet',
          advice:
            'Notes say in their front matter what they rest on (depends_on), support and challenge.',
        };
  if (graph.nodes.length === 0)
    return { title: 'No note is of this domain', advice: 'Choose another one above.' };
  if (shown.nodes.length === 0)
    return { title: 'The filter leaves nothing', advice: 'Clear it, or let more through.' };
  return null;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
