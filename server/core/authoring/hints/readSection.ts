/** Reads the hints out of one section. */
import type { Span } from '../../text/span';
import { isDirected } from './advice';
import { enrichmentsIn } from './enriching';
import { type Entry, entriesOf } from './entries';
import { claimed, type Finding, kindOf, LONGEST } from './Finding';
import type { SectionKind } from './labels';
import { markedClaims, unquoted } from './marked';
import { numberedIn } from './numbered';
import { plainClaim } from './plain';
import { quotedClaim } from './quoted';
import { sentencesOf } from './sentences';

const NEW_CLAIM = /\bnew\s+(?:[\w-]+\s+){0,2}claims?\b|\bclaim\s+candidates?\b/iu;
const NO_CLAIM = /\b(?:no|not|any)\s+(?:[\w-]+\s+){0,3}claims?\b/iu;
/** What claims are counted behind. */
const COUNTED =
  /\b(?:claims?|candidates?|evidence|hypotheses|propositions|extract)\b|:\s*$|^\s*$/iu;
const TO_DOS =
  /\b(?:watch|check|track|look|avoid|skip|flag|verify|questions?|caveats?|not|do)\b[^:]*:\s*$/iu;
const ENRICHES = /\b(?:enriches|strengthens)\b/iu;

/** `text` is the section without the marks of what became of its hints. In the order of the text. */
export function readSection(kind: SectionKind, text: string): Finding[] {
  const entries =
    kind === 'listed' ? [{ span: all(text), listed: true, nested: false }] : entriesOf(text);
  if (kind === 'candidate') return entries.slice(0, 1).flatMap(each => candidate(text, each.span));
  if (kind === 'candidates')
    return entries.flatMap(each => (each.listed && !each.nested ? candidate(text, each.span) : []));
  if (kind === 'assessment')
    return entries.flatMap(each => (each.listed ? assessed(text, each.span) : []));
  const found = withoutToDos(text, entries).flatMap(each => read(text, each, kind));
  const marks = entries.some(each => !each.listed) && found.some(each => each.marked);
  // In prose, what stands beside claims that are marked as such is talk about them.
  return found
    .filter(each => each.plain !== true || !marks)
    .sort((a, b) => a.span.start - b.span.start);
}

/** "Topics to watch:" makes to-dos of the list below it. */
function withoutToDos(text: string, entries: readonly Entry[]): Entry[] {
  let toDos = false;
  return entries.filter(({ span, listed }) => {
    if (!listed) {
      const last = sentencesOf(text, span).at(-1) ?? span;
      toDos = TO_DOS.test(text.slice(last.start, Math.min(last.end, last.start + LONGEST)));
    }
    return !listed || !toDos;
  });
}

type Read = Finding & { readonly plain?: boolean };

function read(text: string, { span, listed, nested }: Entry, kind: SectionKind): Read[] {
  const sentences = sentencesOf(text, span);
  const numbered = numberedIn(text, sentences);
  const found: Read[] = [];
  if (numbered !== null) {
    const lead = text.slice(numbered.lead.start, numbered.lead.end);
    if (COUNTED.test(lead) && !isDirected(lead))
      for (const item of numbered.items) found.push(...counted(text, item));
  }
  let quotes = false;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.end - sentence.start > LONGEST) continue;
    if (numbered !== null && sentence.end > numbered.lead.start && sentence.start < numbered.end)
      continue;
    const quoted = quotedClaim(text, sentence, listed || quotes);
    quotes = quoted.length > 0;
    const marked = quotes
      ? withEvidence(text, quoted, sentences[index + 1])
      : (nonEmpty(enrichmentsIn(text, sentence)) ?? markedClaims(text, sentence));
    if (marked !== null) {
      found.push(...marked);
      // Behind a marked claim an entry only talks about it.
      if (listed) break;
      continue;
    }
    // What stands below an item is about that item.
    if (kind === 'curator' || nested || (listed && index > 0)) continue;
    found.push(...plainClaim(text, sentence, listed).map(each => ({ ...each, plain: !listed })));
  }
  return found;
}

function nonEmpty(found: Finding[]): Finding[] | null {
  return found.length === 0 ? null : found;
}

/** "Evidence: …" behind a quoted claim speaks for it. */
function withEvidence(text: string, found: readonly Finding[], next: Span | undefined): Finding[] {
  if (next === undefined || !/^evidence:/iu.test(text.slice(next.start, next.start + 12)))
    return [...found];
  return found.map(each => ({ ...each, tail: { start: each.tail.start, end: next.end } }));
}

/** One of several that are counted; the others are judged for themselves. */
function counted(text: string, item: Span): Finding[] {
  const [first = item] = sentencesOf(text, item);
  if (first.end - first.start > LONGEST) return [];
  const end = Math.min(item.end, item.start + LONGEST);
  const quoted = quotedClaim(text, { start: item.start, end }, true);
  if (quoted.length > 0) return quoted;
  return unquoted(text, { start: item.start, end: first.end }).map(each => ({
    ...each,
    kind: kindOf(text.slice(each.span.start, each.span.end).replace(/,?(?<!\s)\s+and$/u, '')),
    span: withoutAnd(text, each.span),
  }));
}

function withoutAnd(text: string, { start, end }: Span): Span {
  const joint = /[,;]?(?<!\s)\s+(?:and|or|plus)$/u.exec(text.slice(Math.max(start, end - 8), end));
  return { start, end: joint === null ? end : end - joint[0].length };
}

/** What is called a candidate, in quotes or bold or as the first sentence. */
function candidate(text: string, span: Span): Finding[] {
  const [first] = sentencesOf(text, span);
  if (first === undefined || first.end - first.start > LONGEST) return [];
  const quoted = quotedClaim(
    text,
    { start: first.start, end: Math.min(span.end, first.start + LONGEST) },
    true,
  );
  return quoted.length > 0 ? quoted.slice(0, 1) : unquoted(text, first);
}

function assessed(text: string, span: Span): Finding[] {
  const [first] = sentencesOf(text, span);
  if (first === undefined || first.end - first.start > LONGEST) return [];
  const sentence = text.slice(first.start, first.end);
  if (ENRICHES.test(sentence))
    return claimed(text, first).map(each => ({ ...each, kind: 'enrichment' }));
  if (!NEW_CLAIM.test(sentence) || NO_CLAIM.test(sentence)) return [];
  const equal = /\s=\s/u.exec(sentence);
  if (equal !== null) return claimed(text, first).map(each => ({ ...each, kind: 'topic' }));
  return markedClaims(text, first) ?? [];
}

function all(text: string): Span {
  return { start: 0, end: text.length };
}
