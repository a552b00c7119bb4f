/** Tells a sentence from a phrase by the verb of its main clause. */
import { CERTAIN, PAST, PLURAL, SINGULAR, words } from './verbs';

/** What follows one of them is no main clause, unless a comma ends it. */
const SUBORDINATING = words(`
  that which who whose whom where when while because although though whereas unless until if whether how why what
  since so
`);
const PREPOSITIONS = words(`
  as of for in on to by with from into about against between among across under over through without within beyond
  despite toward towards via per than like
`);
/** What is said behind one of these is a clause of its own. */
const SAYING = words(
  'evidence proof indicator fact claim thesis sign signal argument finding belief idea',
);
const RELATIVE = words('that which who');
const DASH = '—';
/** Behind one of these a word that could be a verb is a noun. */
const NOMINAL = words(`
  a an the its their his her our your my this these those some any each every no more most less both such
  new own and or vs
`);

/** Whether the text has a subject and a finite verb, and is more than a phrase with clauses inside. */
export function isSentence(text: string): boolean {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at] ?? '';
    if (at > 0 && isRelative(tokens, at)) at = behindVerb(tokens, at + 1);
    else if (word === DASH || SUBORDINATING.has(word)) {
      // "When X happens, Y follows" comes back to its main clause; "X as evidence that …" never does.
      const end = tokens.findIndex(
        (each, index) => index > at && (each === DASH || (each === ',' && word !== DASH)),
      );
      if (end < 0) return false;
      at = end;
    } else if (at > 0 && isVerbHere(tokens, at)) return true;
  }
  return false;
}

/** "agents that share …", and not "evidence that agents share …". */
function isRelative(tokens: readonly string[], at: number): boolean {
  const [before = '', word = '', next = ''] = tokens.slice(at - 1, at + 2);
  if (!RELATIVE.has(word) || PREPOSITIONS.has(before) || SAYING.has(before)) return false;
  return CERTAIN.has(next) || PLURAL.has(next) || PAST.has(next) || /(?:[^s]s|ed)$/u.test(next);
}

/** The last word of the verb that begins at `at`. */
function behindVerb(tokens: readonly string[], at: number): number {
  if (!CERTAIN.has(tokens[at] ?? '')) return at;
  return tokens[at + 1] === 'not' ? at + 2 : at + 1;
}

function isVerbHere(tokens: readonly string[], at: number): boolean {
  const word = tokens[at] ?? '';
  const before = tokens[at - 1] ?? '';
  if (CERTAIN.has(word)) return true;
  if (NOMINAL.has(before) || PREPOSITIONS.has(before) || before === ',') return false;
  const after = tokens[at + 1];
  if (SINGULAR.has(word))
    return after !== undefined && !CERTAIN.has(after) && after !== 'as' && after !== 'of';
  if (PLURAL.has(word)) return isPlural(before) && after !== undefined;
  return PAST.has(word) && after !== undefined;
}

function isPlural(word: string): boolean {
  return (
    (word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) ||
    /^(?:people|children|women|men|media|data|they|we|you|not|both|all|\)|”|")$/u.test(word) ||
    word.endsWith('ly')
  );
}

/** Words, commas and dashes in order, without what stands in brackets and short quotes. */
function tokensOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/\([^()]{0,400}\)/gu, ' ')
    .replace(/["“][^"“”]{1,60}["”]/gu, ' names ');
  return (
    plain
      .match(
        /(?:[\p{L}\p{N}%]|\$(?<!\$['.,-]*\$))[\p{L}\p{N}'$%.,-]*[\p{L}\p{N}%+]|[\p{L}\p{N}]|,|[—–;:]/gu,
      )
      ?.map(each => (/^[—–;:]$/u.test(each) ? DASH : each)) ?? []
  );
}
