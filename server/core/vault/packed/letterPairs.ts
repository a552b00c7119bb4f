/** Pairs of letters that English has most often, each packed as one byte from 128 on: texts take three fifths. */

const PAIRS =
  ' a b c d e f i m o p r s t, -020a acaialanarasatbeblcacechcicoctd dedie ecedelemeneresetf fifofug gehahehiicigilinioisitivkel lalelilllolym mamemin nancndnengninonsnto olomonoporouovpapeplpoprr rarcrerirnrorss sesissstt tatethtitotrtstuucumunurusutveviwiy ';

const COUNT = PAIRS.length / 2;
/** Of a pair of characters below 128 its byte, else 0. */
const bytes = new Uint8Array(1 << 14);
const firsts = new Uint8Array(COUNT);
const seconds = new Uint8Array(COUNT);
for (let at = 0; at < COUNT; at++) {
  const first = PAIRS.charCodeAt(2 * at);
  const second = PAIRS.charCodeAt(2 * at + 1);
  bytes[(first << 7) | second] = 128 + at;
  firsts[at] = first;
  seconds[at] = second;
}

/** Goes before a code unit that is no character of ASCII, and before itself. */
export const ESCAPE = 0;

/** The byte of two characters of ASCII; 0 where they are none of the pairs. */
export function pairByte(first: number, second: number): number {
  return bytes[(first << 7) | second] ?? 0;
}

/** The first character of the pair of a byte from 128 on. */
export function firstOf(byte: number): number {
  return firsts[byte - 128] ?? 0;
}

/** The second character. */
export function secondOf(byte: number): number {
  return seconds[byte - 128] ?? 0;
}
