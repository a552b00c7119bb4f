/** The part of an English word that its forms have in common: good enough for plurals, verbs and what is made of them. */

const PLURAL: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)ies$/u, 'y'],
  [/(?<=ss|sh|ch|x|z)es$/u, ''],
  [/(?<=[^sui])s$/u, ''],
];
/** The longest that fits is cut off where four letters stay, a short one where three do. */
const ENDING =
  /(?:i[sz]ations?|ational|[ai]tion|e?ment|ing|ed|ingly|edly|i?[ba]bly|ibly|ical(?:ly)?|ally|[eo]r|ly|ic|al|ive|ity|ness|[ai]ble|[ae]nc[ey]|[ae]nt|ion|ure|i[sz]e|ate|e|y)$/u;
const SHORT = /^(?:ing|ed|er|e|y)$/u;

/** Folded as `wordsOf` does it. Words with digits stay as they are. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  const ending = PLURAL.find(([form]) => form.test(word));
  const one = ending === undefined ? word : word.replace(ending[0], ending[1]);
  const cut = ENDING.exec(one);
  const stays = cut === null ? one.length : cut.index;
  const short = stays === 3 && SHORT.test(cut?.[0] ?? '');
  const root = stays >= 4 || short ? one.slice(0, stays) : one;
  // “stopped” and “stops”; “easily” and “easy”.
  return root.replace(/([bdfgmnprt])\1$/u, '$1').replace(/(?<=...)[eiy]$/u, '');
}
