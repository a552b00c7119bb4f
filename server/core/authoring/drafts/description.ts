/** One sentence that adds to a claim's title, taken from what its source says. */

import { tellingWords } from '../../vault/likeness/tellingWords';
import { slugOf } from '../../vault/names';
import { isSentence } from '../hints/finiteVerb';
import { shortened } from './plainWords';

export interface Candidate {
  /** In plain words. */
  readonly text: string;
  /** Whether the claim says it in its argument: something else tells more. */
  readonly argued: boolean;
}

/** About so many characters say enough. */
const LENGTH = 180;
const SHORT = 40;
/** Of its telling words so many are not in the title: else it only repeats it. */
const LEAST_NEW = 3;
const LEAST_SHARE = 0.35;
/** What counts less, and how much. */
const ARGUED = 0.8;
const PHRASE = 0.7;
const POINTING = 0.7;
const OFF_TOPIC = 0.5;
const LABEL = /^((?:[\p{L}\p{N}'’"“”/&()-]+ ){0,5}[\p{L}\p{N}'’"“”/&()-]+): +(?=\S)/u;
/** What it points to stands in another sentence. */
const POINTS =
  /^(?:th(?:is|ese|ose|ey|eir|at|us)|it|its|he|she|his|her|such|similar(?:ly)?|both|here|there|we|our)\b/iu;
/** Joins it to the sentence before. */
const JOINT =
  /^(?:but|and|so|yet|also|however|moreover|furthermore|therefore|thus|hence|still),? (?=\S)/iu;
/** Labels without which nothing is lost. */
const EMPTY_LABEL =
  /^(?:(?:the|an?|key|main|core|critical|central|other|overall) )*(?:results?|findings?|insights?|points?|takeaways?|proposals?|descriptions?|summary|abstract|notes?|conclusions?|overview|background|context|details?|updates?|thesis|arguments?|evidence)$/iu;
/** A quotation of several sentences was opened here, or ends here. */
const HALF_QUOTED = /^["“](?=[^"“”]*$)|["”]$(?<=^[^"“”]*.)/gu;
/** A word that opens with a small letter and has others inside is written so on purpose. */
const SMALL = /^\p{Ll}+(?![\p{Lu}\p{N}])/u;

/**
 * Of the candidates, better ones first, the one that says most beside the title; empty where all of them repeat it.
 * `taken` are slugs of descriptions that other claims have.
 */
export function describing(
  title: string,
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
): string {
  const known = new Set(tellingWords(title));
  let [best, most] = ['', 0];
  for (const [index, candidate] of candidates.entries()) {
    const text = withoutLabel(candidate.text).replace(JOINT, '');
    const words = new Set(tellingWords(text));
    const added = [...words].filter(word => !known.has(word)).length;
    if (added < LEAST_NEW || added / words.size < LEAST_SHARE) continue;
    const about = words.size - added;
    const fits = text.length < SHORT ? 0.5 : text.length > LENGTH ? 0.75 : 1;
    const whole = isWhole(text) ? 1 : PHRASE;
    const fresh = candidate.argued ? ARGUED : 1;
    const alone = POINTS.test(text) ? POINTING : 1;
    const topic = about === 0 ? OFF_TOPIC : 1 + Math.min(about, 4) / 4;
    const score = (fits * whole * fresh * alone * topic) / (1 + index / 10);
    if (score <= most) continue;
    const said = asDescription(text);
    if (!taken.has(slugOf(said))) [best, most] = [said, score];
  }
  return best;
}

/** A verb may be none that is known. */
function isWhole(text: string): boolean {
  return /[.!?]["”’)]*$/u.test(text) || isSentence(text.slice(0, 2 * LENGTH));
}

function asDescription(text: string): string {
  const said = shortened(text.replace(HALF_QUOTED, ''), LENGTH).replace(/(?<![.!?])[.;,:]$/u, '');
  return SMALL.test(said) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

/** “Results: takings rose” and “The gap: Riders turn back” without what stands before the colon; “Lyon: none” needs it. */
function withoutLabel(text: string): string {
  const [label, words = ''] = LABEL.exec(text) ?? [];
  if (label === undefined) return text;
  const rest = text.slice(label.length);
  const stands = /^["“‘'(]?\p{Lu}/u.test(rest) && isWhole(rest);
  return stands || EMPTY_LABEL.test(words) ? rest : text;
}
