/** Counts what changed in a vault since the last commit, from the front matter of each note before and after. */
import { nameSlugs, titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { gained, type OldNames } from './gained';
import { type NotePair, pathOf } from './NotePair';
import { wordIn } from './NoteState';
import { notePairs } from './notePairs';
import { noteStep, type Step } from './noteStep';
import type { WorkingChange } from './WorkingChange';

export interface Tally {
  /** Sources from which something was taken, or that were given up. */
  readonly worked: readonly WorkedSource[];
  /** Notes by what was done to them and by the name of their type, which may be empty; by path in each. */
  readonly notes: ReadonlyMap<Step, ReadonlyMap<string, readonly NotePair[]>>;
  /** One for each existing claim that gained evidence, by its own text or because a source says so. */
  readonly enriched: ReadonlySet<string>;
}

export interface WorkedSource {
  readonly pair: NotePair;
  readonly path: string;
  readonly isNull: boolean;
}

/** Yields between notes, where a server may do something else. */
export function* tally(vault: Vault, changes: Iterable<WorkingChange>): Generator<null, Tally> {
  const { schema } = vault.config;
  const pairs = yield* notePairs(schema, changes);
  const oldNames = oldNamesIn(pairs);
  const worked: WorkedSource[] = [];
  const enriched = new Set<string>();
  for (const pair of pairs) {
    if (pair.after?.type !== 'source') continue;
    yield null;
    const gains = gained(vault, oldNames, pair, 'enriches');
    for (const key of gains) enriched.add(key);
    const took = gains.length > 0 || gained(vault, oldNames, pair, 'extracted').length > 0;
    const now = wordIn(pair.after, 'status');
    const settled =
      (now === 'processed' || now === 'null-result') &&
      (pair.before === null || wordIn(pair.before, 'status') !== now);
    if (took || settled)
      worked.push({ pair, path: pair.after.path, isNull: now === 'null-result' && !took });
  }
  const done: { readonly pair: NotePair; readonly step: Step | null }[] = [];
  for (const pair of pairs) {
    done.push({ pair, step: noteStep(vault, oldNames, pair) });
    yield null;
  }
  for (const { pair, step } of done) {
    const { type, path } = pair.after ?? { type: null, path: '' };
    if (type !== 'claim') continue;
    if (step === 'enrich') enriched.add(path);
    // What is new has all of its evidence from the start.
    else if (step === 'add') enriched.delete(path);
  }
  const sources = new Set(worked.map(({ pair }) => pair));
  const notes = new Map<Step, Map<string, NotePair[]>>();
  for (const { pair, step } of done) {
    if (step === null || sources.has(pair)) continue;
    const known = enriched.has(pathOf(pair)) && step === 'revise' ? 'enrich' : step;
    const byType = notes.get(known) ?? new Map<string, NotePair[]>();
    notes.set(known, byType);
    const type = (pair.after ?? pair.before)?.type ?? '';
    const all = byType.get(type) ?? [];
    byType.set(type, all);
    all.push(pair);
  }
  return { worked, notes, enriched };
}

export function countOf({ notes }: Tally, step: Step, type: string): number {
  return notes.get(step)?.get(type)?.length ?? 0;
}

function oldNamesIn(pairs: readonly NotePair[]): OldNames {
  const names = new Map<string, string>();
  for (const { before, after } of pairs) {
    if (before === null || after === null) continue;
    for (const slug of nameSlugs(before.path, titlesOf(before.note))) names.set(slug, after.path);
  }
  return names;
}
