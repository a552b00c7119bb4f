/** What notes say of each other in the argument, in both directions, kept exact as notes change. */
import type { EdgeKind } from '../schema/form';
import { PathSets } from './PathSets';
import type { Relation } from './relationsIn';

const none: readonly Relation[] = [];

/** For kinds of relations: which of the two notes it is about, the one that says it or the one that it names. */
type Sides = readonly (readonly [kind: EdgeKind, side: 'holder' | 'named'])[];

/** The note that rests on the other. */
const RESTING: Sides = [
  ['rests-on', 'holder'],
  ['supported-by', 'holder'],
  ['supports', 'named'],
];
/** The note that is spoken against. */
const CHALLENGED: Sides = [
  ['challenges', 'named'],
  ['challenged-by', 'holder'],
];
const REPLACED: Sides = [
  ['replaces', 'named'],
  ['replaced-by', 'holder'],
];

/** The note that was made from the other, or got evidence from it. */
const MADE: Sides = [
  ['extracted', 'named'],
  ['enriches', 'named'],
];

export class Relations {
  private readonly said = new Map<string, readonly Relation[]>();
  /** Who names a note, by kind and note. */
  private readonly holders = new Map<EdgeKind, PathSets>();

  // None of these lists has a certain order.

  /** What this note rests on. */
  foundations(path: string): string[] {
    return this.others(path, RESTING, true);
  }

  /** The notes that rest on this one. */
  dependents(path: string): string[] {
    return this.others(path, RESTING, false);
  }

  /** The notes that speak against this one. */
  challengers(path: string): string[] {
    return this.others(path, CHALLENGED, true);
  }

  /** The notes that stand in the place of this one. */
  successors(path: string): string[] {
    return this.others(path, REPLACED, true);
  }

  /** The sources from which this note was made, and that added to it. */
  origins(path: string): string[] {
    return this.others(path, MADE, true);
  }

  /** What a note itself says of others, in the order of its links. */
  saidBy(path: string): readonly Relation[] {
    return this.said.get(path) ?? none;
  }

  /** All relations between this note and others, whoever says them, with their two notes. */
  *around(path: string): Generator<Relation & { readonly from: string }> {
    for (const { kind, to } of this.saidBy(path)) yield { from: path, kind, to };
    for (const [kind, holders] of this.holders)
      for (const from of holders.each(path)) yield { from, kind, to: path };
  }

  /**
   * Takes over what notes say now, and returns the notes that are to be told of something else now, as what another
   * note says differs, or as it is one of `restated`, of which something else is told.
   */
  update(
    notes: readonly (readonly [path: string, said: readonly Relation[]])[],
    restated: ReadonlySet<string>,
  ): Set<string> {
    const differing = notes.filter(([path, now]) => !same(this.said.get(path) ?? none, now));
    const paths = new Set([...restated, ...differing.map(([path]) => path)]);
    const touched = new Set(this.toldBy(paths));
    if (differing.length === 0) return touched;
    this.replace(differing);
    for (const each of this.toldBy(paths)) touched.add(each);
    return touched;
  }

  /** Takes over what notes say now. */
  replace(notes: readonly (readonly [path: string, said: readonly Relation[]])[]): void {
    for (const [path, now] of notes) {
      const before = this.said.get(path) ?? none;
      if (same(before, now)) continue;
      for (const { kind, to } of before) this.holders.get(kind)?.remove(to, path);
      for (const { kind, to } of now) this.holdersBy(kind).add(to, path);
      if (now.length === 0) this.said.delete(path);
      else this.said.set(path, now);
    }
  }

  private holdersBy(kind: EdgeKind): PathSets {
    const known = this.holders.get(kind);
    if (known !== undefined) return known;
    const made = new PathSets();
    this.holders.set(kind, made);
    return made;
  }

  /** What these speak against, what was made from them, and all that rests on them, on that, or on what they replace. */
  private *toldBy(paths: Iterable<string>): Generator<string> {
    // Very many notes may speak against one on which very many rest.
    const foundations = new Set<string>();
    for (const path of paths) {
      const challenged = this.others(path, CHALLENGED, false);
      yield* challenged;
      yield* this.others(path, MADE, false);
      for (const each of [path, ...challenged, ...this.others(path, REPLACED, false)])
        foundations.add(each);
    }
    for (const each of foundations) yield* this.dependents(each);
  }

  /** The notes at the other end, each once; `about`: whether this note is the one that the relation is about. */
  private others(path: string, sides: Sides, about: boolean): string[] {
    const found = new Set<string>();
    const own = this.said.get(path) ?? none;
    for (const [kind, side] of sides) {
      if ((side === 'holder') === about)
        for (const each of own) if (each.kind === kind) found.add(each.to);
      if ((side === 'named') === about)
        for (const from of this.holders.get(kind)?.each(path) ?? []) found.add(from);
    }
    found.delete(path);
    return [...found];
  }
}

function same(a: readonly Relation[], b: readonly Relation[]): boolean {
  return (
    a.length === b.length && a.every(({ kind, to }, at) => kind === b[at]?.kind && to === b[at]?.to)
  );
}
