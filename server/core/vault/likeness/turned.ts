/** Whether two titles of the same words, or of the same but one, say them of other things: by their order alone. */
import { holdOpposites } from '../contradicts';
import type { SaidWord } from './saying';

/** What stands on one side of these is said of, or held against, what stands on the other. */
const HINGES: ReadonlySet<string> = new Set('than where when while whereas if unless'.split(' '));
/** Behind these stands what a title is about, where, or of whom it speaks. */
const BEFORE_THINGS: ReadonlySet<string> = new Set(
  'in at on of from to for with among between against near'.split(' '),
);

/** Words of `only` that `other` has in no form. */
export function wordsNotIn(other: readonly SaidWord[], only: readonly SaidWord[]): SaidWord[] {
  const known = new Set(other.map(({ word, stem }) => stem ?? word));
  return only.filter(({ word, stem }) => !known.has(stem ?? word));
}

/** “A raises B” and “B raises A”; not where it is said by what. Both have the same stems. */
export function isTurnedRound(a: readonly SaidWord[], b: readonly SaidWord[]): boolean {
  if ([...a, ...b].some(({ word }) => word === 'by')) return false;
  const [one, other] = withoutFrame(stemsOf(a), stemsOf(b));
  const begins = one.indexOf(other[0] ?? '');
  const ends = one.length - other.indexOf(one[0] ?? '');
  const turned = [...one.slice(begins), ...one.slice(ends, begins), ...one.slice(0, ends)];
  return ends < begins && turned.join(' ') === other.join(' ');
}

/** “A earns more than B” and “B earns more than A”; “A rises where B rises” and “A falls where B rises”. */
export function areTurned(a: readonly SaidWord[], b: readonly SaidWord[]): boolean {
  const [one, other] = [atHinge(a), atHinge(b)];
  if (one === null || other === null || one.hinge !== other.hinge) return false;
  const [onlyOne, onlyOther] = apart(one.left, other.left);
  const [known, knownOther] = [one, other].map(({ right }) => new Set(stemsOf(right)));
  const swapped =
    onlyOne.some(({ stem }) => stem !== null && knownOther?.has(stem)) &&
    onlyOther.some(({ stem }) => stem !== null && known?.has(stem));
  return swapped || areOpposed(onlyOne, onlyOther) || areOpposed(...apart(one.right, other.right));
}

/** The same but for one word, which is the first or stands behind a preposition: “crashes in A”, “crashes in B”. */
export function isOfAnotherThing(a: readonly SaidWord[], b: readonly SaidWord[]): boolean {
  const [one, other] = [a, b].map(said => said.filter(({ stem }) => stem !== null));
  if (one === undefined || one.length !== other?.length) return false;
  const places = one.flatMap(({ stem }, at) => (stem === other[at]?.stem ? [] : [at]));
  const [at, more] = places;
  const [word, instead] = [one[at ?? -1], other[at ?? -1]];
  if (word === undefined || instead === undefined || more !== undefined) return false;
  return at === 0 || (isBehind(a, word) && isBehind(b, instead));
}

function isBehind(said: readonly SaidWord[], word: SaidWord): boolean {
  return BEFORE_THINGS.has(said[said.indexOf(word) - 1]?.word ?? '');
}

interface Hinged {
  readonly hinge: string;
  readonly left: readonly SaidWord[];
  readonly right: readonly SaidWord[];
}

function atHinge(said: readonly SaidWord[]): Hinged | null {
  const at = said.findIndex(({ word }) => HINGES.has(word));
  const hinge = said[at]?.word;
  return hinge === undefined ? null : { hinge, left: said.slice(0, at), right: said.slice(at + 1) };
}

function apart(a: readonly SaidWord[], b: readonly SaidWord[]): [SaidWord[], SaidWord[]] {
  return [wordsNotIn(b, a), wordsNotIn(a, b)];
}

function areOpposed(some: readonly SaidWord[], others: readonly SaidWord[]): boolean {
  return holdOpposites(
    some.map(({ word }) => word),
    others.map(({ word }) => word),
  );
}

/** Each once, in order. */
function stemsOf(said: readonly SaidWord[]): string[] {
  return [...new Set(said.flatMap(({ stem }) => stem ?? []))];
}

/** Without what both begin with and what both end with. */
function withoutFrame(a: readonly string[], b: readonly string[]): [string[], string[]] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
