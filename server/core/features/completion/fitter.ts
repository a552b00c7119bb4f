/** Tells whether a text has all the words of a half-typed query, whole or begun anywhere. */
import { wordsOf } from '../../vault/names';

/** Words of such a text stand in it as they are; an apostrophe is no part of a word. */
const SIMPLE = /^[\n -&(-~]*$/u;

/** Anything fits a query without a letter or digit. */
export function fitter(query: string): (text: string) => boolean {
  const words = wordsOf(query);
  if (words.length === 0) return () => true;
  return text => {
    const plain = SIMPLE.test(text) ? text.toLowerCase() : wordsOf(text).join(' ');
    return words.every(word => plain.includes(word));
  };
}
