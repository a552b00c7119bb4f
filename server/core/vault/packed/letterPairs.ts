/** Pairs of letters that English has most often, each packed as one byte from 128 on: texts take three fifths. */

const PAIRS =
  ' a b c d e f i m o p r s t, -020a acaialanarasatbeblcacechcicoctd dedie ecedelemeneresetf fifofug gehahehiicigilinioisitivkel lalelilllolym mamemin nancndnengninonsnto olomonoporouovpapeplpoprr rarcrerirnrorss sesissstt tatethtitotrtstuucumunurusutveviwiy ';

/** Of a pair of characters below 128 its byte, else 0. */
const bytes = new Uint8Array(1 << 14);
const pairs = Uint16Array.from({ length: 256 }, (_, byte) => {
  const at = 2 * (byte - 128);
  // Past the last pair, a damaged note may say anything.
  if (at < 0 || at >= PAIRS.length) return byte & 127;
  const [first, second] = [PAIRS.charCodeAt(at), PAIRS.charCodeAt(at + 1)];
  bytes[(first << 7) | second] = byte;
  return first | (second << 8);
});

/** Goes before a code unit that is no character of ASCII, and before itself. */
export const ESCAPE = 0;

/** The byte of two characters of ASCII; 0 where they are none of the pairs. */
export function pairByte(first: number, second: number): number {
  return bytes[(first << 7) | second] ?? 0;
}

/** What a byte stands for: the first character, and from 128 on the second one, shifted by eight bits. */
export function charactersOf(byte: number): number {
  return pairs[byte] as number;
}
