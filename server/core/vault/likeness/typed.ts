/** What is asked of a title while it is being typed: the claims that begin to say it. */
import { isDenial } from '../contradicts';
import { type Saying, saidIn, sayingOf } from './saying';
import type { Query, Title } from './title';

/** The score of a claim that says all that is typed: this, and more the more of the claim is typed. */
const CONTAINED = 0.6;
/** Of fewer words nothing can be told. */
const FEWEST = 3;
/** Words scattered over a long title are not the beginning of it. */
const MOST_APART = 2;

/** The text, and the same without a last word that may be half typed. */
export function typedForms(text: string): Saying[] {
  const whole = sayingOf(text);
  const before = /^(.*[^\p{L}\p{N}])[\p{L}\p{N}]+$/su.exec(text)?.[1];
  const opening = before === undefined ? whole : sayingOf(before);
  return opening.stems.length === whole.stems.length ? [whole] : [whole, opening];
}

/** 0..1: how much of the title the query is, where the title says all of it and in one place; else 0. */
export function containment({ text, tokens }: Query, title: Title): number {
  if (tokens.length < FEWEST) return 0;
  let [shared, first, last] = [0, -1, -1];
  for (const [at, place] of title.places.entries()) {
    if (place < 0) continue;
    shared++;
    if (first < 0) first = at;
    last = at;
  }
  const apart = last - first + 1;
  if (shared < tokens.length || apart > tokens.length * MOST_APART || !deniesAll(text, title.text))
    return 0;
  return CONTAINED + ((1 - CONTAINED) * shared) / title.places.length;
}

/** Whether `other` has the words of denial that the text has. */
function deniesAll(text: string, other: string): boolean {
  const denied = saidIn(text).flatMap(({ word }) => (isDenial(word) ? [word] : []));
  if (denied.length === 0) return true;
  const known = new Set(saidIn(other).map(({ word }) => word));
  return denied.every(word => known.has(word));
}
