/** Rows for the notes of a small graph: what bears a note out stands below it, what speaks against it beside it. */
import { strongComponents } from '../../vault/strongComponents';
import type { GraphEdge } from './form';
import { compare } from './order';

/** The notes at one height, as their links say; a challenger and what it challenges stand in one such group. */
interface Group {
  readonly notes: string[];
  readonly below: Set<Group>;
  readonly above: Set<Group>;
  /** Groups near which it would stand, and by how many rows higher. */
  readonly near: { readonly group: Group; readonly higher: number }[];
  row: number;
}

/** Often enough that nothing moves any more in graphs of some hundred notes. */
const SWEEPS = 8;

/** By path, the lowest row 0; at most `widest` notes in one row, as far as those that belong together allow it. */
export function rowsOf(
  paths: readonly string[],
  edges: readonly GraphEdge[],
  widest: number,
): Map<string, number> {
  const groups = groupsOf(paths, edges);
  const upwards = topological(groups);
  for (const group of upwards) group.row = lowestRow(group);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const group of sweep % 2 === 0 ? upwards.toReversed() : upwards) group.row = wanted(group);
  }
  return unfolded(groups, widest);
}

function groupsOf(paths: readonly string[], edges: readonly GraphEdge[]): Group[] {
  const groups = new Map<string, Group>();
  for (const path of paths)
    groups.set(path, { notes: [path], below: new Set(), above: new Set(), near: [], row: 0 });
  const at = (path: string) => groups.get(path) as Group;
  const isUpward = ({ kind }: GraphEdge) => kind !== 'challenges' && kind !== 'related';
  const circles = circlesOf(paths, edges.filter(isUpward));
  for (const edge of edges.filter(isUpward)) {
    const [lower, upper] = [at(edge.from), at(edge.to)];
    const circle = circles.get(edge.from);
    // In a circle nothing is above all else: what stands first in it by name is the lowest.
    if (circle !== undefined && circle === circles.get(edge.to) && edge.from > edge.to) continue;
    lower.above.add(upper);
    upper.below.add(lower);
  }
  for (const { from, to, kind } of edges) {
    const [a, b] = [at(from), at(to)];
    if (kind !== 'challenges' || a === b || leadsTo(a, b) || leadsTo(b, a)) continue;
    for (const each of merge(a, b).notes) groups.set(each, a);
  }
  for (const { from, to, kind } of edges) {
    const [a, b] = [at(from), at(to)];
    if (kind === 'related' && a !== b)
      relate(...((a.near.length < b.near.length ? [b, a] : [a, b]) as [Group, Group]));
  }
  return [...new Set(groups.values())];
}

function circlesOf(paths: readonly string[], edges: readonly GraphEdge[]) {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const circles = new Map<string, Set<string>>();
  for (const circle of strongComponents(paths, path => next.get(path) ?? []))
    for (const path of circle) circles.set(path, circle);
  return circles;
}

function leadsTo(start: Group, end: Group): boolean {
  const seen = new Set([start]);
  // A set that grows is gone through to its end.
  for (const group of seen) for (const each of group.above) seen.add(each);
  return seen.has(end);
}

/** The first one then stands for both. */
function merge(a: Group, b: Group): Group {
  a.notes.push(...b.notes);
  for (const each of b.below) {
    each.above.delete(b);
    each.above.add(a);
    a.below.add(each);
  }
  for (const each of b.above) {
    each.below.delete(b);
    each.below.add(a);
    a.above.add(each);
  }
  return a;
}

/** Each behind all that is below it. */
function topological(groups: readonly Group[]): Group[] {
  const waiting = new Map(groups.map(group => [group, group.below.size]));
  const order = groups.filter(({ below }) => below.size === 0);
  for (const group of order) {
    for (const each of group.above) {
      const left = (waiting.get(each) ?? 0) - 1;
      waiting.set(each, left);
      if (left === 0) order.push(each);
    }
  }
  return order;
}

function lowestRow({ below }: Group): number {
  return below.size === 0 ? 0 : Math.max(...Array.from(below, ({ row }) => row)) + 1;
}

/** Two stand beside the one to which very many may be related, further ones by turns above and below. */
function relate(centre: Group, group: Group): void {
  const { length } = centre.near;
  const higher = length < 2 ? 0 : length % 2 === 0 ? 1 : -1;
  group.near.push({ group: centre, higher });
  centre.near.push({ group, higher: -higher });
}

/** Where its edges are the shortest together: the middle of all rows that they ask for. */
function wanted({ below, above, near, row }: Group): number {
  const lower = Array.from(below, each => each.row + 1);
  const upper = Array.from(above, each => each.row - 1);
  const free = near.map(({ group, higher }) => group.row + higher);
  const rows = [...lower, ...upper, ...free].sort((a, b) => a - b);
  const middle = rows[Math.floor((rows.length - 1) / 2)] ?? row;
  return Math.min(Math.max(middle, ...lower), ...upper);
}

/** Rows that are too long become several, which hurts nothing: no note of a row is above another one of it. */
function unfolded(groups: readonly Group[], widest: number): Map<string, number> {
  const byRow = new Map<number, Group[]>();
  for (const group of groups) byRow.set(group.row, [...(byRow.get(group.row) ?? []), group]);
  const rows = new Map<string, number>();
  let next = 0;
  for (const [, row] of [...byRow].sort(([a], [b]) => a - b)) {
    const count = row.reduce((sum, { notes }) => sum + notes.length, 0);
    const most = Math.ceil(count / Math.ceil(count / widest));
    let placed = 0;
    // Those with the same neighbours stay together.
    for (const { notes } of row.sort((a, b) => compare(neighbourOf(a), neighbourOf(b)))) {
      if (placed > 0 && placed + notes.length > most) {
        next++;
        placed = 0;
      }
      for (const path of notes) rows.set(path, next);
      placed += notes.length;
    }
    next++;
  }
  return rows;
}

function neighbourOf({ above, below, near, notes }: Group): string {
  const [first] = [...above, ...near.map(({ group }) => group), ...below];
  return `${first?.notes[0] ?? ''}\0${notes[0]}`;
}
