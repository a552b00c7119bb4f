/** Lines that open or close a section of hints: headings, bold labels, words in capitals. */

/** `notes`: lists and prose of hints. `curator`: one line that mostly gives advice. `assessment`: bullets that judge a
 * source. `listed`: an entry of the front-matter list. `candidates`: a list of claim candidates. `candidate`: what
 * follows the mark of one. */
export type SectionKind =
  | 'notes'
  | 'curator'
  | 'assessment'
  | 'listed'
  | 'candidates'
  | 'candidate';

/** A line that opens a section, and where its own words begin. */
export interface Label {
  readonly kind: SectionKind | null;
  readonly content: number;
}

/** So many words are more than a label. */
const SENTENCE = 5;
const BOLD =
  /^(?:[-*+][ \t]+)?(?:\*\*|__)([^*_]{1,80}?)(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(:|$))[ \t]*/u;
const CAPITALS = /^([A-Z][A-Z /-]{3,40}):[ \t]*/u;
const FIELD = /^[a-z]+(?:_[a-z]+)+:/u;
/** One without words, too. */
const HEADING = /^#{1,6}(?:[ \t]+|$)/u;
const BREAK = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/u;
const CANDIDATE =
  /^[ \t]*(?:[-*+>][ \t]+)?(?:(?:→|->)[ \t]*)?(?:\*\*|__)?CLAIM CANDIDATES?(?:\*\*|__)?:(?:\*\*|__)?[ \t]*/u;
/** Capitals that begin a hint and no section. */
const OWN_WORDS = /^(?:(?:NEW |COUNTER-?)?CLAIM|CANDIDATE|ALSO|EVIDENCE FOR|ENRICH|UPDATE)/u;

/** `head` is the beginning of a line, `inside` the section in which it stands. `null` where it is no label. */
export function sourceLabel(head: string, inside: SectionKind | null): Label | null {
  const heading = HEADING.exec(head);
  if (heading !== null) {
    const name = head.slice(heading[0].length).replace(/(?<![ \t#:*_])[ \t#:*_]+$/u, '');
    const goesOn = inside === 'notes' && opensHint(name) ? 'notes' : null;
    return { kind: kindOf(name, true) ?? goesOn, content: head.length };
  }
  if (BREAK.test(head) || FIELD.test(head)) return { kind: null, content: 0 };
  const bold = BOLD.exec(head);
  if (bold !== null) {
    const kind = kindOf(bold[1] ?? '', false);
    // A whole line in bold may be a claim; in a list a bold word opens an entry.
    if (kind === null && bold[2] === '' && wordCount(bold[1] ?? '') >= SENTENCE) return null;
    if (kind === null && (/^[-*+][ \t]/u.test(head) || opensHint(bold[1] ?? ''))) return null;
    return { kind, content: bold[0].length };
  }
  const capitals = CAPITALS.exec(head);
  if (capitals === null || OWN_WORDS.test(head)) return null;
  return { kind: kindOf(capitals[1] ?? '', false), content: capitals[0].length };
}

function kindOf(name: string, heading: boolean): SectionKind | null {
  if (/^EXTRACTION HINTS?$/u.test(name) && !heading) return 'curator';
  if (/^extraction (?:hints?|notes)\b/iu.test(name)) return 'notes';
  return heading && /^(?:[\p{L}\p{N}_.-]+['’]s? )?assessment$/iu.test(name) ? 'assessment' : null;
}

function wordCount(text: string): number {
  return text.trim().split(/\s+/u).length;
}

function opensHint(name: string): boolean {
  return /\b(?:claims?|candidates?|enrichment|also|evidence for)\b/iu.test(name);
}

export function musingLabel(head: string): Label | null {
  const marker = CANDIDATE.exec(head);
  if (marker !== null) return { kind: 'candidate', content: marker[0].length };
  const heading = HEADING.exec(head);
  if (heading === null) return BREAK.test(head) ? { kind: null, content: 0 } : null;
  const candidates = /^(?:new |possible |potential )?claim candidates\b/iu.test(
    head.slice(heading[0].length),
  );
  return { kind: candidates ? 'candidates' : null, content: head.length };
}
