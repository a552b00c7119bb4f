/** What the words of a note's body show of its argument, as far as marks and headings tell. */
import { type LineStarts, positionAt } from './lines';
import type { Heading } from './markdown';
import { type WebAddress, webAddresses } from './webAddresses';

export interface BodySigns {
  /** Whether something stands there that can carry a claim: a quotation, a figure, an address, words under "Evidence". */
  readonly evidence: boolean;
  /** Whether something is said of what speaks against it: words under "Challenges", or behind such a lead-in. */
  readonly challenges: boolean;
  /** Where the lists of related notes and topics begin, with which a body ends; its end where there are none. */
  readonly closing: number;
  /** In the front matter and in the body. */
  readonly addresses: readonly WebAddress[];
}

/*
 * Nearly all of a text matches nothing here, so each pattern begins with what is rare and looks back from there: the
 * engine skips to such a character many times faster than it tries a pattern at every place.
 */
const EVIDENCE_HEADING =
  /\b(?:evidence|sources?|references?|data|grounding|citations?|bibliography|findings|results|examples?|cases?)\b/i;
const CHALLENGE_HEADING =
  /\b(?:challeng|counter|limitation|limits\b|caveat|objection|critici|against|tension|uncertain|weakness|risks?\b|open question|dispute|fails?\b|boundar|scope\b)/i;
/** A figure that is not the number of a list entry, and no part of a word or of a path. */
const FIGURE =
  /\d(?:(?<=(?:\S[ \t]{1,3}[($€£~<>≥≤≈+"“−-]{0,3}|[($€£~])\d)|(?<=^\d)\d*(?!\d|[.)][ \t]))/;
/** A block quotation, or a quotation of some length. */
const QUOTED = /["“][^"“”\n]{15,400}["”]|>(?<=^[ \t]{0,3}>)[ \t]*\S/;
const SHOWN = new RegExp(`${FIGURE.source}|${QUOTED.source}`, 'mu');
const CITED = /\[(?:\^[^\]\n]{1,40}|@[^\]\n]{1,80})\]|:(?<=\bdoi:)|l(?<=\bet al)\b/i;
const CHALLENGE_WORDS =
  /\b(?:counter-?(?:argument|evidence|example|claim|point)s?|critics|objections?|caveats?|limitations?|challenged by|disconfirm\w*)\b/i;
/** A piece of each of these words, which together begin with few letters. */
const CHALLENGE_PIECES = /c(?:ounter|ritics|aveat|hallenged by|onfirm)|jection|mitation/i;
const CHALLENGE_LEAD =
  /(?<=^[ \t>*_-]{0,12})\*\*[^*\n]{0,60}(?:challeng|counter|caveat|objection|uncertain|tension|against)[^*\n]{0,60}\*\*/imy;

/** Alone on its line, as a heading, in bold or with a colon. */
const CLOSING =
  /(?:#{1,6}[ \t]+|\*\*)?(?:relevant (?:notes|claims)|related(?: (?:notes|claims|reading))?|see also|topics|links)[ \t]*(?::|\*\*|$)/imy;
const CLOSING_BEGINS = '#*rRsStTlL';

export function bodySigns(
  text: string,
  body: number,
  headings: readonly Heading[],
  lines: LineStarts,
): BodySigns {
  const addresses = webAddresses(text);
  const closing = closingOf(text, body, lines);
  let evidence = addresses.some(({ span }) => span.start >= body);
  let challenges = false;
  const mayChallenge = CHALLENGE_PIECES.test(text.slice(body, closing));
  let heading: Heading | null = null;
  // The words below each heading, up to the next or to the closing lists.
  for (let at = 0; at <= headings.length && !(evidence && challenges); at++) {
    const next = headings[at];
    const end = next === undefined ? closing : Math.min(next.span.start, closing);
    const words = text.slice(heading?.span.end ?? body, end);
    evidence ||= SHOWN.test(words) || CITED.test(words);
    challenges ||= (mayChallenge && CHALLENGE_WORDS.test(words)) || leadsToChallenge(words);
    if (heading !== null && heading.level > 1) {
      const shows: boolean = !evidence && EVIDENCE_HEADING.test(heading.text);
      const objects: boolean = !challenges && CHALLENGE_HEADING.test(heading.text);
      if ((shows || objects) && /[\p{L}\p{N}]{2}/u.test(words)) {
        evidence ||= shows;
        challenges ||= objects;
      }
    }
    if (end === closing) break;
    heading = next ?? null;
  }
  return { evidence, challenges, closing, addresses };
}

/** Where the first line stands that begins the closing lists; the text's end where none does. */
function closingOf(text: string, body: number, lines: LineStarts): number {
  for (let line = positionAt(lines, body).line; line < lines.length; line++) {
    const start = lines[line] ?? 0;
    if (start < body || !CLOSING_BEGINS.includes(text.charAt(start))) continue;
    CLOSING.lastIndex = start;
    if (CLOSING.test(text)) return start;
  }
  return text.length;
}

function leadsToChallenge(words: string): boolean {
  for (let at = words.indexOf('**'); at >= 0; at = words.indexOf('**', at + 1)) {
    CHALLENGE_LEAD.lastIndex = at;
    if (CHALLENGE_LEAD.test(words)) return true;
  }
  return false;
}
