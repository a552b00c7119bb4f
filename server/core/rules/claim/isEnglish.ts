/** Whether a title is in English, as far as its words show: of other languages nothing is known here. */
import { isSureVerb, isVerb } from './verbs';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words of most English sentences, and of hardly any in another language. */
const ENGLISH = set(
  'the and of to for with from by at are were has have had than that this these those their its because not how why what ' +
    'when where which who about between without through into our your we they you it is was be been should would could can',
);
/** Short words that German, French, Spanish, Italian, Portuguese and Dutch sentences have, and English ones do not. */
const FOREIGN = set(`
  der das den dem ein eine einen einem einer eines und oder nicht ist sind wird werden wurde mit von zu zum zur im auf aus
  bei nach durch mehr weniger als auch nur kein keine sich immer nie noch wenn weil dass haben kann können für über wie
  le la les une du et sont pas moins que qui dans pour avec aux au ne se ce cette ces leur leurs nous toujours jamais
  el los las unos unas del y más menos su sus al lo muy siempre nunca hay cuando
  il gli di della dei delle degli nel nella alla sono non più che meno ogni sempre mai
  het een niet zijn wordt worden meer minder voor naar geen altijd nooit ook
  os um uma dos é são não mais em com aos nas quando nunca
`);
/** Endings of English words. */
const ENDING =
  /..(?:tions?|sions?|ments?|ness|ings?|ships?|ity|ty|ties|ies|ics|ers?|ors?|ances?|ences?|ism|ists?|ury|ory|ful|less|ly|ed|our|ough|ght|th|ck|ch|sh|ll|ew|ow|ai|gy|hy|ay|ey|ue|als?|ics?)$/u;

/** Words are in small letters. In favour of the author: a title of which nothing is known is taken for another language. */
export function isEnglish(words: readonly string[]): boolean {
  if (words.some(word => ENGLISH.has(word))) return true;
  const [first = ''] = words;
  const isForeign =
    first === 'die' ||
    words.some(word => FOREIGN.has(word) || /\P{ASCII}/u.test(word) || ELIDED.test(word));
  if (isForeign) return false;
  return words.some(word => word === 'in' || ENDING.test(word) || isSureVerb(word) || isVerb(word));
}

/** As in “l'eau”. */
const ELIDED = /^(?:l|d|j|n|s|c|qu|dell|nell|all|un)'\p{L}/u;
