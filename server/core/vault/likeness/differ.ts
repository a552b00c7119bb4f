/** Whether two titles of mostly the same words say different things all the same. */
import { holdOpposites, isDenial } from '../contradicts';
import { piecesOf } from '../search/pieces';
import { type SaidWord, saidIn, statementIn } from './saying';
import { areTurned, isOfAnotherThing, isTurnedRound, wordsNotIn } from './turned';

const NUMBER =
  /\d|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|twice)$|^(?:dozen|hundred|thousand|million|billion|doubl|tripl|halv)/u;
/** Many capitals are a habit of writing titles. */
const MOST_NAMES = 0.5;

/** One denies what the other says, or says it of other numbers or names, or the other way round. Symmetric. */
export function differ(a: string, b: string, nearlyTheSame: boolean): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const names = [one.names, other.names] as const;
  return (
    differIn(one.stated, other.stated, names) ||
    (nearlyTheSame && differIn(one.said, other.said, names))
  );
}

interface Words {
  readonly said: readonly SaidWord[];
  readonly stated: readonly SaidWord[];
  readonly names: ReadonlySet<string>;
}

/** Of many titles that are like each other each is compared with all. */
const known = new Map<string, Words>();
const MOST_KNOWN = 300;

function wordsOf(text: string): Words {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const words = { said: saidIn(text), stated: statementIn(text), names: namesIn(text) };
  known.set(text, words);
  return words;
}

function differIn(
  a: readonly SaidWord[],
  b: readonly SaidWord[],
  [namesOfA, namesOfB]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): boolean {
  const [onlyA, onlyB] = [wordsNotIn(b, a), wordsNotIn(a, b)];
  const [tellingA, tellingB] = [onlyA, onlyB].map(only => only.filter(({ stem }) => stem !== null));
  const both = (test: (word: string, names: ReadonlySet<string>) => boolean) =>
    onlyA.some(({ word }) => test(word, namesOfA)) &&
    onlyB.some(({ word }) => test(word, namesOfB));
  const denies =
    onlyA.some(({ word }) => isDenial(word)) !== onlyB.some(({ word }) => isDenial(word));
  if (tellingA?.length === 0 || tellingB?.length === 0) {
    if (denies) return true;
    if (tellingA?.length === tellingB?.length && isTurnedRound(a, b)) return true;
  }
  return (
    both(word => NUMBER.test(word)) ||
    both((word, names) => names.has(word)) ||
    holdOpposites(
      onlyA.map(({ word }) => word),
      onlyB.map(({ word }) => word),
    ) ||
    areTurned(a, b) ||
    isOfAnotherThing(a, b)
  );
}

/** Words with a capital inside a sentence, folded. */
function namesIn(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const capitals = words.slice(1).filter(word => /\p{Lu}/u.test(word));
  const isHabit = !text.includes(' ') || capitals.length > words.length * MOST_NAMES;
  return new Set(isHabit ? [] : capitals.flatMap(word => piecesOf(word).pieces));
}
