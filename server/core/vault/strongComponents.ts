/** Strongly connected components: the nodes of a directed graph that all lead to each other (Tarjan, without recursion). */

interface Visit {
  readonly node: string;
  readonly next: readonly string[];
  /** How many of `next` were looked at. */
  done: number;
  readonly order: number;
  /** The earliest node of the open ones that this one leads back to. */
  lowest: number;
  /** Whether its component is not complete yet. */
  open: boolean;
}

/** The components of two nodes or more that can be reached from `roots`; costs what can be reached. */
export function strongComponents(
  roots: Iterable<string>,
  successors: (node: string) => readonly string[],
): Set<string>[] {
  const components: Set<string>[] = [];
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const way: Visit[] = [];
  const enter = (node: string) => {
    const order = visits.size;
    const visit = { node, next: successors(node), done: 0, order, lowest: order, open: true };
    visits.set(node, visit);
    open.push(visit);
    way.push(visit);
  };
  for (const root of roots) {
    if (visits.has(root)) continue;
    enter(root);
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const to = visit.next[visit.done++];
      if (to !== undefined) {
        const known = visits.get(to);
        if (known === undefined) enter(to);
        else if (known.open) visit.lowest = Math.min(visit.lowest, known.order);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above !== undefined) above.lowest = Math.min(above.lowest, visit.lowest);
      if (visit.lowest !== visit.order) continue;
      const members = open.splice(open.lastIndexOf(visit));
      for (const member of members) member.open = false;
      if (members.length > 1) components.push(new Set(members.map(({ node }) => node)));
    }
  }
  return components;
}
