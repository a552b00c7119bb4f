/** What the words around a link say of the two notes. */
import { plainWords, shortened } from './plainWords';

export type Relation = 'supports' | 'challenges' | 'related';

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
  [
    'challenges',
    /\b(?:challeng(?:es?|ing)|contradict(?:s|ing)?|undermin(?:es?|ing)|refut(?:es?|ing)|weakens?|counter(?:s|-evidence)?(?: (?:to|for))?|(?:evidence )?against|disputes?|in tension with|tension with)$/iu,
  ],
  [
    'supports',
    /\b(?:supports?|supporting|strengthen(?:s|ing)?|confirm(?:s|ing)?|corroborat(?:es?|ing)|validat(?:es?|ing)|reinforc(?:es?|ing)|(?:evidence|support) for|evidence of)$/iu,
  ],
  [
    'related',
    /\b(?:extend(?:s|ing)?|relat(?:es?|ed)(?: to)?|relevant to|connects? (?:directly )?(?:to|with)|complements?|parallels?|builds? on|adds? to|enriches|nuances|qualifies|see also|echo(?:es)?|updates?)$/iu,
  ],
];
/** Words between the verb and the link that change nothing. */
const BETWEEN =
  /(?<![\s:"“'`*(])[\s:"“'`*(]+(?:(?:the|our|existing|claim|note|thesis|that|in)[\s:"“'`*(]+)*$/iu;
/** Behind a link and a mark: “— confirmed by …”, “: supports …”, “— the counts challenge this”. */
const SEPARATED = /^[\s"”'’`*)]*(?:[—–:(,]|-+\s)[\s"“'`*(]*/u;
const ADVERBS = `(?:(?:strongly|directly|partly|partially|massively|clearly|empirically|further|independently|explicitly|now) )*`;
const THIS = String.raw`(?: (?:directly|strongly|partially|partly))? (?:this|that|it)(?: claim| thesis| note)?(?=$|[\s]*[.,;:()—–])`;
const BEHIND: readonly (readonly [Relation, RegExp])[] = (
  [
    [
      'challenges',
      'challeng(?:es?|ed)|contradict(?:s|ed)?|undermin(?:es?|ed)|refut(?:es?|ed)|weaken(?:s|ed)?|disput(?:es?|ed)',
    ],
    [
      'supports',
      'support(?:s|ed)?|strengthen(?:s|ed)?|confirm(?:s|ed)?|corroborat(?:es?|ed)|validat(?:es?|ed)|reinforc(?:es?|ed)',
    ],
    ['related', 'extend(?:s|ed)'],
  ] as const
).map(([relation, verbs]) => [
  relation,
  new RegExp(`^${ADVERBS}(?:${verbs})\\b|\\b${ADVERBS}(?:${verbs})${THIS}`, 'iu'),
]);
/** What is granted and taken back is neither. */
const TAKEN_BACK = /\b(?:but|however|though|although|except|only)\b/iu;
const HEDGED = /\b(?:if|whether|may|might|can|could|would|should)\b/iu;
const DENIED = /\b(?:not|never|no longer|neither|without|rather than|instead of)\b|n['’]t\b/iu;
const LONGEST_REMARK = 240;

/** The last clause of what stands before a link. */
export function clauseBefore(text: string): string {
  const from = Math.max(0, text.length - 200);
  return (
    text
      .slice(from)
      .split(/[.;!?]\s|,\s(?!but\b)| [—–] /u)
      .at(-1) ?? ''
  );
}

export function clauseBehind(text: string, another: boolean): string {
  const sentence = /^[^\n]*?[.!?](?=["”)]?(?:\s|$))/u.exec(text.slice(0, 600))?.[0];
  const clause = sentence ?? text.slice(0, 600);
  if (!another || sentence !== undefined) return clause;
  return clause.slice(0, Math.max(0, Math.max(clause.lastIndexOf(','), clause.lastIndexOf(';'))));
}

export function relationSaid(before: string): Relation | null {
  if (DENIED.test(before)) return null;
  const words = `${before} `.replace(BETWEEN, '').trim();
  return RELATIONS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The relation that the words behind a link open with, or say of “this”; `null` where they take it back. */
export function relationBehind(behind: string): Relation | null {
  const opening = SEPARATED.exec(behind)?.[0];
  if (opening === undefined) return null;
  const said = behind.slice(opening.length);
  if (DENIED.test(said) || TAKEN_BACK.test(said)) return null;
  for (const [relation, pattern] of BEHIND) {
    const found = pattern.exec(said);
    if (found !== null) return HEDGED.test(said.slice(0, found.index)) ? null : relation;
  }
  return null;
}

export function remarkOf(before: string, behind: string): string {
  const said = plainWords(behind)
    .replace(/^[\s,;:.)\]"”'’—–-]+/u, '')
    .replace(/(?<![\s.,;:—–-])[\s.,;:—–-]+$/u, '');
  if (said !== '') return shortened(said, LONGEST_REMARK);
  const lead = plainWords(before)
    .replace(/^[\s,;:*+—–-]+/u, '')
    .replace(/(?<![\s:("“—–-])[\s:("“—–-]+$/u, '');
  // “Connects to” alone says no more than that it is listed.
  return lead.split(' ').length > 3 ? shortened(`${lead} this`, LONGEST_REMARK) : '';
}
