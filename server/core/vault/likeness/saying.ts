/** What a title says, as words that can be compared: without those that every sentence has, and in their plain form. */
import { copied } from '../../text/copied';
import { isDenial } from '../contradicts';
import { piecesOf } from '../search/pieces';
import { stem } from './stem';

export interface Saying {
  readonly text: string;
  /** Each once, in the order of the text. */
  readonly stems: readonly string[];
  /** So many of them are the statement itself, before its reasons, means and circumstances; all where it has none. */
  readonly statement: number;
}

/** A word of a title as it is folded, and what is left of it; `null` where it tells nothing. */
export interface SaidWord {
  readonly word: string;
  readonly stem: string | null;
}

/** Longer than any title; what comes behind tells no more. */
const LONGEST = 500;
/** Fewer words are a subject rather than a statement. */
const FEWEST = 4;

/** A clause or a list goes on behind these. */
const PARTS = /[:;](?=\s)|\s[–-]+\s|—/u;

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Every sentence has some of them, whatever it says. */
const COMMON = set(
  'a an the of to and or nor in on at by for from with within as is are was were be been being it its this that these those than then so but ' +
    'because since who whom whose which when where while whether if can could may might will would should must do does did has have had into onto ' +
    'over under through between across during after before more most less least fewer some any all each every both their they them there here we ' +
    'our us you your he she his her i no not only just also even rather without what how why up out about via per vs one ' +
    // Those of other languages that English titles do not have.
    'le la les un une des du et est dans pour avec el los las una y en del que por il lo gli di della der das den dem ein eine und von zu',
);
/** Verbs and things of many claims that other claims name otherwise, by their stems. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    'reduce cut decrease diminish lessen',
    'increase raise boost',
    'company firm corporation',
    'bike bicycle',
    'car automobile',
    'house home',
    'worker employee',
    'crash accident collision',
    'buy purchase',
    'need require',
    'begin start',
    'big large',
  ].flatMap(words => {
    const [one = '', ...others] = words.split(' ').map(stem);
    return others.map((other): [string, string] => [other, one]);
  }),
);
/** What follows them tells why, how, when, or in contrast to what. */
const TURNS = set(
  'because since so but while whereas although though unless by through via when where which whether with as without rather suggesting making ' +
    'creating meaning leading',
);
/** Behind these `not` denies the statement; elsewhere it tells what the statement is in contrast to. */
const AUXILIARY = set(
  'is are was were be been do does did can could may might will would should must has have had need needs',
);

export function sayingOf(text: string): Saying {
  const { said, end } = read(text);
  const stems = stemsOf(said);
  return {
    text,
    stems,
    statement: end === said.length ? stems.length : stemsOf(said.slice(0, end)).length,
  };
}

function stemsOf(said: readonly SaidWord[]): string[] {
  const stems = new Set<string>();
  for (const { stem } of said) if (stem !== null) stems.add(stem);
  return [...stems];
}

/** The words of a title in their order, common ones included. */
export function saidIn(text: string): readonly SaidWord[] {
  return read(text).said;
}

/** Those of the statement. */
export function statementIn(text: string): readonly SaidWord[] {
  const { said, end } = read(text);
  return said.slice(0, end);
}

/** `end`: so many of the words are the statement. */
function read(text: string): { said: readonly SaidWord[]; end: number } {
  const said: SaidWord[] = [];
  const telling = new Set<string>();
  let end = -1;
  for (const part of text.slice(0, LONGEST).split(PARTS)) {
    let last = '';
    if (end < 0 && telling.size >= FEWEST) end = said.length;
    for (const word of piecesOf(part).pieces) {
      const turns = TURNS.has(word) || (word === 'not' && !AUXILIARY.has(last));
      if (end < 0 && turns && telling.size >= FEWEST) end = said.length;
      const plain = meaningOf(word);
      if (plain !== null) telling.add(plain);
      said.push({ word, stem: plain });
      last = word;
    }
  }
  return { said, end: end < 0 ? said.length : end };
}

/** Titles have the same words again and again. */
const meanings = new Map<string, string | null>();
const MOST_MEANINGS = 10_000;

/** The plain form of a word, or of one that means the same; `null` where it tells nothing. */
function meaningOf(word: string): string | null {
  const known = meanings.get(word);
  if (known !== undefined) return known;
  if (meanings.size >= MOST_MEANINGS) meanings.clear();
  const plain = tells(word) ? stem(word) : null;
  const meaning = plain === null ? null : (SYNONYMS.get(plain) ?? plain);
  meanings.set(copied(word), meaning);
  return meaning;
}

/** A failure is something to be told; other words of denial turn what the sentence says. */
function tells(word: string): boolean {
  return !COMMON.has(word) && (!isDenial(word) || word.startsWith('fail'));
}
