/** Whether two names that are alike word by word say the opposite of each other. */

const DENIAL =
  /^(?:not|nor?|never|none|neither|nobody|nothing|without|cannot|hardly|rarely|seldom|fails?|(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|ca|wo)nt)$/u;
/** Beginnings of words. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['increas', 'decreas'],
  ['increas', 'reduc'],
  ['increas', 'lower'],
  ['increas', 'cut'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['rais', 'lower'],
  ['rais', 'reduc'],
  ['rais', 'cut'],
  ['high', 'low'],
  ['rise', 'fall'],
  ['rising', 'fall'],
  ['grow', 'shrink'],
  ['widen', 'narrow'],
  ['accelerat', 'slow'],
  ['fast', 'slow'],
  ['better', 'worse'],
  ['best', 'worst'],
  ['most', 'least'],
  ['improv', 'worsen'],
  ['creat', 'destroy'],
  ['enabl', 'prevent'],
  ['succeed', 'fail'],
  ['always', 'never'],
  ['gain', 'los'],
  ['before', 'after'],
  ['with', 'without'],
  ['help', 'harm'],
  ['strength', 'weak'],
];
const LEANING = new RegExp(`^(?:${OPPOSITES.flat().join('|')})`, 'u');
const PREFIX = /^(?:un|in|im|il|ir|dis|non)(?=\p{L}{3})/u;
/** Whole words, in all their forms: those on one side say the opposite of those on the other. */
const SIDES = sides([
  ['large larger largest big bigger biggest', 'small smaller smallest little'],
  ['rich richer richest wealthy', 'poor poorer poorest'],
  ['man men male males boy boys mens', 'woman women female females girl girls womens'],
  ['father fathers', 'mother mothers'],
  ['son sons', 'daughter daughters'],
  ['husband husbands', 'wife wives'],
  ['young younger youngest new newer newest', 'old older oldest'],
  ['long longer longest', 'short shorter shortest'],
  ['early earlier earliest', 'late later latest'],
  ['first', 'last'],
  ['cheap cheaper cheapest', 'expensive dear dearer costly'],
  ['easy easier easily', 'hard harder difficult'],
  ['simple simpler', 'complex complicated'],
  ['hot hotter warm warmer warming', 'cold colder cool cooler cooling'],
  ['wet wetter', 'dry drier dryer'],
  ['deep deeper deepest', 'shallow shallower'],
  ['thick thicker', 'thin thinner'],
  ['wide wider broad broader', 'narrow narrower'],
  ['dense denser', 'sparse sparser'],
  ['heavy heavier', 'light lighter'],
  ['urban', 'rural'],
  ['public', 'private'],
  ['open opens opened', 'closed closes close'],
  ['senior seniors', 'junior juniors'],
  ['day days daytime', 'night nights nighttime'],
  ['morning mornings', 'evening evenings'],
  ['summer summers', 'winter winters'],
  ['north northern', 'south southern'],
  ['east eastern', 'west western'],
  ['left', 'right'],
  ['up upward upwards', 'down downward downwards'],
  ['above', 'below'],
  ['inside within', 'outside'],
  ['internal', 'external'],
  ['online', 'offline'],
  ['local', 'global'],
  ['central centralized centralised', 'decentral decentralized decentralised'],
  ['win wins won winning', 'lose loses lost losing'],
  ['buy buys bought buyer buyers', 'sell sells sold seller sellers'],
  ['lender lenders', 'borrower borrowers'],
  ['employer employers', 'employee employees'],
  ['teacher teachers', 'student students pupil pupils'],
  ['landlord landlords', 'tenant tenants'],
  ['export exports', 'import imports'],
  ['supply supplies', 'demand demands'],
  ['start starts began begin begins', 'stop stops ends end ended'],
  ['allow allows allowed permit permits', 'ban bans banned forbid forbids prohibit prohibits'],
  ['accept accepts accepted', 'reject rejects rejected'],
  ['attract attracts attracted', 'repel repels repelled'],
  ['expand expands expanded', 'contract contracts contracted'],
  ['encourage encourages encouraged', 'discourage discourages discouraged'],
  ['positive', 'negative'],
  ['many', 'few'],
]);

function sides(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  // The sides of pair n are n and -n.
  return new Map(
    pairs.flatMap(([one, other], at) => [
      ...one.split(' ').map((word): [string, number] => [word, at + 1]),
      ...other.split(' ').map((word): [string, number] => [word, -at - 1]),
    ]),
  );
}

export function isDenial(word: string): boolean {
  return DENIAL.test(word);
}

/** Words that only one of two names has, and that only the other has. */
interface OtherWords {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** One of the two denies, counts, or says the opposite of what the other says. */
export function contradicts({ missing, added }: OtherWords): boolean {
  const counts = (words: readonly string[]) => words.some(word => /\d/u.test(word));
  return (
    missing.some(isDenial) !== added.some(isDenial) ||
    (counts(missing) && counts(added)) ||
    holdOpposites(missing, added)
  );
}

export function areOpposites(a: string, b: string): boolean {
  if (a.replace(PREFIX, '') === b || b.replace(PREFIX, '') === a) return a !== b;
  const side = SIDES.get(a);
  if (side !== undefined && SIDES.get(b) === -side) return true;
  return OPPOSITES.some(
    ([one, other]) =>
      (a.startsWith(one) && b.startsWith(other)) || (b.startsWith(one) && a.startsWith(other)),
  );
}

/** Whether one of the words says the opposite of one of the others. Costs what they are together, not each by each. */
export function holdOpposites(some: readonly string[], others: readonly string[]): boolean {
  const lean = (word: string) => SIDES.has(word) || LEANING.test(word);
  const leaning = others.filter(lean);
  return (
    haveBare(some, others) ||
    haveBare(others, some) ||
    (leaning.length > 0 &&
      some.some(one => lean(one) && leaning.some(other => areOpposites(one, other))))
  );
}

/** Whether one of the words, without its prefix, is one of the others. */
function haveBare(some: readonly string[], others: readonly string[]): boolean {
  const bare = some.flatMap(word => (PREFIX.test(word) ? word.replace(PREFIX, '') : []));
  return bare.length > 0 && others.some(word => bare.includes(word));
}
