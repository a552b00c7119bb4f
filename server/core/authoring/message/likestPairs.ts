/** Finds which notes that went and came are the same one, renamed and rewritten, by the lines they share. */
import { type NotePair, takeOut, type Unpaired } from './NotePair';
import type { NoteState } from './NoteState';

/** Part of the lines of the longer one that both have. */
const LEAST = 0.5;
/** Shorter lines stand everywhere. */
const SHORTEST = 12;
/** A line in more notes than that tells none of them. */
const MOST_HOLDERS = 8;

/** The likest first; costs the texts, and not their product. */
export function likestPairs(left: Unpaired): NotePair[] {
  if (left.gone.length === 0 || left.come.length === 0) return [];
  const gone = left.gone.map(state => ({ state, lines: linesOf(state) }));
  const holders = new Map<string, number[]>();
  for (const [index, { lines }] of gone.entries())
    for (const line of lines) {
      const all = holders.get(line);
      if (all === undefined) holders.set(line, [index]);
      else all.push(index);
    }
  const found: { pair: NotePair; share: number }[] = [];
  for (const after of left.come) {
    const lines = linesOf(after);
    const shared = new Map<number, number>();
    for (const line of lines) {
      const all = holders.get(line) ?? [];
      if (all.length > MOST_HOLDERS) continue;
      for (const index of all) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    for (const [index, count] of shared) {
      const before = gone[index];
      const share = count / Math.max(before?.lines.size ?? 0, lines.size);
      if (before !== undefined && share >= LEAST)
        found.push({ pair: { before: before.state, after }, share });
    }
  }
  const pairs: NotePair[] = [];
  const taken = new Set<NoteState | null>();
  for (const { pair } of found.sort((a, b) => b.share - a.share)) {
    if (taken.has(pair.before) || taken.has(pair.after)) continue;
    taken.add(pair.before).add(pair.after);
    pairs.push(pair);
  }
  takeOut(left, pairs);
  return pairs;
}

/** Of the body: front matter and headings are alike in many notes. */
function linesOf({ text, note }: NoteState): Set<string> {
  const lines = text
    .slice(note.body)
    .split('\n')
    .map(line => line.trim());
  return new Set(lines.filter(line => line.length >= SHORTEST && !line.startsWith('#')));
}
