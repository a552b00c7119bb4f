/** The words of a sentence that say what it is about, in a form in which “trains” and “training” are one. */
import { wordsOf } from '../names';
import { stem } from './stem';

/** Any sentence may have them, whatever it is about; what is only said of notes is among them. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also although am among an and another any are argue argues as at be because been before ' +
    'being below between both but by can cannot claim claims could did do does doing done down due during e each either else even ' +
    'every few for from further g get gets had has have having he her here hers him his how however i if in into is it its itself ' +
    'just least less like made make makes making many may me might mine more most much must my neither no nor not note notes now of ' +
    'off often on once one only onto or other others our out over own per rather s same shall she should since so some still such t ' +
    'than that the their them then there therefore these they this those though through thus to too toward towards under until up ' +
    'upon us use used uses using very via vs was we well were what when where whether which while who whom whose why will with ' +
    'within without would yet you your'
  ).split(' '),
);

/** In the order of the text, with repetitions; costs time in proportion to it. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).flatMap(word => (COMMON.has(word) ? [] : [stem(word)]));
}

/** Whether it says nothing by itself. Takes one word, as it is written. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word.toLowerCase());
}
