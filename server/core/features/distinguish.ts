/** Shortens titles that begin alike, so that a narrow list shows where they differ. */

/** A shared opening is worth cutting from this many UTF-16 units on. */
const LONG_OPENING = 30;
const KEPT_WORDS = 2;

/** One label a title, in the same order: `first words … where it differs`, or the title itself. */
export function distinguish(titles: readonly string[]): string[] {
  const sorted = [...new Set(titles)].sort();
  const shared = new Map<string, number>();
  for (let at = 0; at + 1 < sorted.length; at++) {
    const [a = '', b = ''] = [sorted[at], sorted[at + 1]];
    const length = sharedOpening(a, b);
    shared.set(a, Math.max(shared.get(a) ?? 0, length));
    shared.set(b, Math.max(shared.get(b) ?? 0, length));
  }
  return titles.map(title => shorten(title, shared.get(title) ?? 0));
}

function sharedOpening(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function shorten(title: string, shared: number): string {
  if (shared < LONG_OPENING) return title;
  // The word in which they part is shown whole.
  const differs = title.lastIndexOf(' ', shared - 1) + 1 || title.lastIndexOf('-', shared - 1) + 1;
  const opening = title
    .split(/(?<=[ -])/u)
    .slice(0, KEPT_WORDS)
    .join('')
    .trimEnd();
  return differs - opening.length < LONG_OPENING / 2
    ? title
    : `${opening} … ${title.slice(differs)}`;
}
