/** Mistypes a word as fingers do: two letters swapped, one left out, doubled or hit beside. */
import { oneOf, type Specimen } from './Specimen';

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 's',
  e: 'r',
  i: 'o',
  o: 'p',
  n: 'm',
  r: 't',
  s: 'd',
  t: 'y',
  l: 'k',
  c: 'v',
};

const SLIPS: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at] ?? '') + word.slice(at),
  (word, at) => word.slice(0, at) + (NEIGHBOURS[word[at] ?? ''] ?? 'x') + word.slice(at + 1),
];

/** `null` where no slip makes a word that is none of the allowed ones. */
export function slip(
  specimen: Pick<Specimen, 'next'>,
  word: string,
  allowed: readonly string[],
): string | null {
  if (word.length < 4) return null;
  for (let tries = 0; tries < 20; tries++) {
    const at = 1 + Math.floor(specimen.next() * (word.length - 2));
    const written = oneOf(specimen, SLIPS)?.(word, at) ?? word;
    if (allowed.includes(written) || !/^[\w-]+$/u.test(written)) continue;
    if (!allowed.some(other => other !== word && isOneLess(other, written))) return written;
  }
  return null;
}

/** Whether it could as well be another word with a letter too many, as `uprocessed` for `processed`. */
function isOneLess(shorter: string, longer: string): boolean {
  return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}
