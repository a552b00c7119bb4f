/** Short labels for long titles: they show what was asked for, and where titles that begin alike differ. */

/** An editor's list is about 50 columns wide by default, and some of them are for what the note is. */
const MAX_LENGTH = 48;
/** A shared opening is worth cutting from this many UTF-16 units on. */
const LONG_OPENING = 24;
/** The first two words. */
const OPENING = /^[^ -]*[ -][^ -]*(?:[ -]|$)/u;

/** One label a title, in the same order: the title, or `first words … the telling part …`. */
export function shortLabels(titles: readonly string[], query: string): string[] {
  const shared = sharedOpenings(titles);
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2);
  return titles.map(title => {
    if (title.length <= MAX_LENGTH) return title;
    const opening = shared.get(title) ?? 0;
    const telling = opening >= LONG_OPENING ? wordAt(title, opening) : firstMatch(title, words);
    return cut(joined(title, telling));
  });
}

/** How much each title has in common with one that begins most like it. */
function sharedOpenings(titles: readonly string[]): Map<string, number> {
  const sorted = [...new Set(titles)].sort();
  const shared = new Map<string, number>();
  for (let at = 0; at + 1 < sorted.length; at++) {
    const [a = '', b = ''] = [sorted[at], sorted[at + 1]];
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    shared.set(a, Math.max(shared.get(a) ?? 0, length));
    shared.set(b, Math.max(shared.get(b) ?? 0, length));
  }
  return shared;
}

/** Where the word begins in which `offset` is. */
function wordAt(title: string, offset: number): number {
  return Math.max(title.lastIndexOf(' ', offset - 1), title.lastIndexOf('-', offset - 1)) + 1;
}

/** Where the first word that was asked for begins; 0 where none is found as it was typed. */
function firstMatch(title: string, words: readonly string[]): number {
  const folded = title.toLowerCase();
  const places = words.map(word => folded.indexOf(word)).filter(place => place >= 0);
  return places.length === 0 ? 0 : wordAt(title, Math.min(...places));
}

/** Leaves out what stands between the first words and the telling part, where that is much. */
function joined(title: string, telling: number): string {
  const opening = OPENING.exec(title)?.[0].trimEnd() ?? title;
  return telling - opening.length < MAX_LENGTH / 3 ? title : `${opening} … ${title.slice(telling)}`;
}

function cut(label: string): string {
  if (label.length <= MAX_LENGTH) return label;
  const blank = label.lastIndexOf(' ', MAX_LENGTH - 1);
  return `${label.slice(0, blank < MAX_LENGTH / 2 ? MAX_LENGTH - 1 : blank)}…`;
}
