/** Finds parts of the settings, takes bad ones out, and collects what is told of them. */
import type { Span } from '../text/span';
import type { Entries, Entry, List, Problem, Tree } from './configTree';

export type Path = readonly (string | number)[];

/** A part of the tree with what it stands in. */
export interface Part {
  readonly inside: Entries | List;
  readonly entry: Entry | null;
  readonly value: Tree;
}

/** The part at a path; `null` where there is none, or it is the whole. */
export function partAt(tree: Tree, path: Path): Part | null {
  let found: Part | null = null;
  let at: Tree | undefined = tree;
  for (const step of path) {
    if (at?.kind === 'list') {
      const value: Tree | undefined = at.items[Number(step)];
      found = value === undefined ? null : { inside: at, entry: null, value };
    } else if (at?.kind === 'entries') {
      const entry: Entry | undefined = at.entries.find(each => each.name === step);
      found = entry === undefined ? null : { inside: at, entry, value: entry.value };
    } else return null;
    if (found === null) return null;
    at = found.value;
  }
  return found;
}

/** Takes a part out of what it stands in. */
export function drop({ inside, entry, value }: Part): void {
  if (inside.kind === 'list') inside.items = inside.items.filter(each => each !== value);
  else inside.entries = inside.entries.filter(each => each !== entry);
}

/** What stands directly below a path. */
export function partsOf(tree: Entries, path: readonly (string | number)[]): Part[] {
  const inside = path.length === 0 ? tree : partAt(tree, path)?.value;
  if (inside === undefined || inside.kind === 'leaf') return [];
  return inside.kind === 'list'
    ? inside.items.map(value => ({ inside, entry: null, value }))
    : inside.entries.map(entry => ({ inside, entry, value: entry.value }));
}

export function textOf({ value }: Part): string {
  return value.kind === 'leaf' ? value.text.trim() : '';
}

/** What is told, each once, though an alias may bring a part to several places. */
export class Findings {
  private readonly all = new Map<string, Problem>();

  constructor(problems: readonly Problem[]) {
    for (const problem of problems) this.add(problem);
  }

  add(problem: Problem): void {
    this.all.set(`${problem.span.start} ${problem.span.end} ${problem.message}`, problem);
  }

  /** Tells of a part and takes it out. */
  refuse(part: Part, message: string, instead?: string | null): void {
    this.tell(part.value.span, message, 'error', instead);
    drop(part);
  }

  tell(span: Span, message: string, severity: Problem['severity'], instead?: string | null): void {
    this.add({ span, message, severity, ...(instead != null && { instead }) });
  }

  sorted(): Problem[] {
    return [...this.all.values()].sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    );
  }
}
