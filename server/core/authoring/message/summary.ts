/** What was done to a vault, in the few words of a subject. */
import { enumeration } from '../../text/enumeration';
import { nameOf } from '../../vault/names';
import { type Step, steps } from './noteStep';
import { countOf, type Tally } from './tally';

export function summaryOf(counts: Tally): string {
  const { worked } = counts;
  if (worked.length === 0) return changesIn(counts);
  const from = sourceOf(counts);
  if (worked.every(({ isNull }) => isNull)) return `find nothing to extract in ${from}`;
  const [claims, entities] = ['claim', 'entity'].map(type => countOf(counts, 'add', type));
  if (claims) return `extract claims from ${from}`;
  if (entities) return `extract entities from ${from}`;
  if (counts.enriched.size > 0) return `enrich claims from ${from}`;
  return `process ${from}`;
}

/** The one source, or how many; empty where there is none. */
export function sourceOf({ worked }: Tally): string {
  const [only, ...more] = worked;
  if (only === undefined) return '';
  return more.length === 0 ? nameOf(only.path) : `${worked.length} sources`;
}

/** Claims come first; of the rest what comes first in the order of steps and of paths. */
function changesIn({ notes }: Tally): string {
  const all = steps.flatMap(step =>
    [...(notes.get(step) ?? [])].map(([type, pairs]) => ({ step, type, count: pairs.length })),
  );
  const ranked = [
    ...all.filter(({ type }) => type === 'claim'),
    ...all.filter(({ type }) => type !== 'claim'),
  ];
  const parts = ranked
    .slice(0, MOST_PARTS)
    .map((each, at) => partOf(each, each.step !== ranked[at - 1]?.step));
  const rest = ranked.slice(MOST_PARTS).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) parts.push(`change ${rest === 1 ? 'another note' : `${rest} other notes`}`);
  return enumeration(parts, 'and');
}

const MOST_PARTS = 3;

interface Part {
  readonly step: Step;
  readonly type: string;
  readonly count: number;
}

/** What is done is not said again of the next. */
function partOf({ step, type, count }: Part, isNew: boolean): string {
  const noun = type === '' ? 'note' : type;
  const article = /^[aeiou]/iu.test(noun) ? 'an' : 'a';
  return `${isNew ? `${step} ` : ''}${count > 1 ? `${count} ${plural(noun)}` : `${article} ${noun}`}`;
}

function plural(noun: string): string {
  return /[^aeiou]y$/iu.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
