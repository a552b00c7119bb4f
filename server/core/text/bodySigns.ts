/** What the words of a note's body show of its argument, as far as marks and headings tell. */
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

const EVIDENCE_HEADING =
  /\b(?:evidence|sources?|references?|data|grounding|citations?|bibliography|findings|results|examples?|cases?)\b/iu;
const CHALLENGE_HEADING =
  /\b(?:challeng|counter|limitation|limits\b|caveat|objection|critici|against|tension|uncertain|weakness|risks?\b|open question|dispute|fails?\b|boundar|scope\b)/iu;
/** A block quotation, or a quotation of some length. */
const QUOTED = /^[ \t]{0,3}>[ \t]*\S|["“][^"“”\n]{15,400}["”]/mu;
/** A figure that is not the number of a list entry, and no part of a word or of a path. */
const FIGURE = /\S[ \t]{1,3}[($€£~<>≥≤≈+"“−-]{0,3}\d|[($€£~]\d|^\d+(?!\d|[.)][ \t])/mu;
// In what is folded to lower case already: to fold it letter by letter costs ten times as much.
const CITED = /\bet al\b|\[\^[^\]\n]{1,40}\]|\[@[^\]\n]{1,80}\]|\bdoi:/;
const CHALLENGE_WORDS =
  /\b(?:counter-?(?:argument|evidence|example|claim|point)s?|critics|objections?|caveats?|limitations?|challenged by|disconfirm\w*)\b/;
const CHALLENGE_LEAD =
  /^[ \t>*_-]{0,12}\*\*[^*\n]{0,60}(?:challeng|counter|caveat|objection|uncertain|tension|against)[^*\n]{0,60}\*\*/m;

/** Alone on its line, as a heading, in bold or with a colon. */
const CLOSING =
  /^(?:#{1,6}[ \t]+|\*\*)?(?:relevant (?:notes|claims)|related(?: (?:notes|claims|reading))?|see also|topics|links)[ \t]*(?::|\*\*|$)/im;

export function bodySigns(text: string, body: number, headings: readonly Heading[]): BodySigns {
  const addresses = webAddresses(text);
  const closing = body + (CLOSING.exec(text.slice(body))?.index ?? text.length - body);
  let evidence = addresses.some(({ span }) => span.start >= body);
  let challenges = false;
  for (const { heading, words } of partsOf(text, body, closing, headings)) {
    const folded: string = evidence && challenges ? '' : words.toLowerCase();
    evidence ||= QUOTED.test(words) || FIGURE.test(words) || CITED.test(folded);
    challenges ||= CHALLENGE_WORDS.test(folded);
    challenges ||= folded.includes('**') && CHALLENGE_LEAD.test(folded);
    if (heading === null || heading.level === 1 || !/[\p{L}\p{N}]{2}/u.test(words)) continue;
    evidence ||= EVIDENCE_HEADING.test(heading.text);
    challenges ||= CHALLENGE_HEADING.test(heading.text);
  }
  return { evidence, challenges, closing, addresses };
}

/** The words below each heading, up to the next or to the closing lists. */
function partsOf(
  text: string,
  body: number,
  closing: number,
  headings: readonly Heading[],
): { heading: Heading | null; words: string }[] {
  const starts = [null, ...headings.filter(({ span }) => span.start < closing)];
  return starts.map((heading, at) => ({
    heading,
    words: text.slice(heading?.span.end ?? body, starts[at + 1]?.span.start ?? closing),
  }));
}
