/** Writes one field of front matter with a value of its kind, plain, in quotes, or as a list of either sort. */
import type { FieldType } from '../../../server/core/schema/NoteType';
import { pick } from '../../bench/titles';
import type { Limits } from './chosenFields';

/** How one note is written, and the words that depend on more than the field. */
export interface Style {
  readonly next: () => number;
  readonly lineEnd: string;
  domain(): string;
  agent(): string;
  date(field: FieldType): string;
  /** The name of another note. */
  note(field: FieldType): string;
}

const SENTENCES = [
  'Swarms leave on warm mornings, mostly',
  'Two keepers counted the same hive and disagreed by a third',
  "It's not the bread but the oven that was measured",
  'Kept by hand until the tide tables were printed',
  'Nobody repaired the lamp and yet it burned',
  'A survey of forty mills (half of them shut)',
];
const AWKWARD = [
  'The tide: a clock',
  'Bread #4 of seven',
  '[sic] they wrote',
  'He said "never"',
  '100%: all',
];
const TAGS = ['wax', 'salt', 'rye', 'granite', 'fog', 'harvest', 'mead'];

export function writtenField(style: Style, field: FieldType, limits: Limits): string {
  const name = field.name.replace('*', style.agent());
  const { next } = style;
  if (field.kind === 'map') return `${name}:\n  keeper: ${sentence(next)}\n  since: 2024`;
  if (field.list !== true) {
    const end = next() < 0.06 ? ' # as told' : '';
    return `${name}: ${scalar(style, field, limits, false)}${end}`;
  }
  const count = Math.max(limits.least ?? 1, 1 + Math.floor(next() * 3));
  const flow = next() < 0.4;
  // One name in two ways of quoting is one entry.
  const byName = new Map<string, string>();
  for (let tries = 0; byName.size < count && tries < 200; tries++) {
    const entry = scalar(style, field, {}, flow);
    byName.set(entry.replace(/^["'[]+|["'\]]+$/gu, ''), entry);
  }
  const entries = [...byName.values()];
  if (flow) return `${name}: [${entries.join(', ')}]`;
  const indent = pick(['', '  ', '    '], 1, next)[0] ?? '';
  return [`${name}:`, ...entries.map(entry => `${indent}- ${entry}`)].join('\n');
}

function scalar(style: Style, field: FieldType, { word }: Limits, flow: boolean): string {
  const { next } = style;
  switch (field.kind) {
    case 'choice':
      return inAnyQuotes(word ?? field.values[0]?.name ?? 'none', next);
    case 'date':
      return next() < 0.2 ? `"${style.date(field)}"` : style.date(field);
    case 'number':
      return String(Math.floor(next() * 5000));
    case 'boolean':
      return next() < 0.5 ? 'true' : 'false';
    case 'url':
      return inAnyQuotes(`https://example.org/${Math.floor(next() * 1000)}/of-bees`, next);
    case 'relation': {
      const name = style.note(field);
      return next() < 0.5 ? `"[[${name}]]"` : flow ? `"${name}"` : inAnyQuotes(name, next);
    }
    case 'domain':
      return inAnyQuotes(style.domain(), next);
    case 'agent':
      return inAnyQuotes(style.agent(), next);
    case 'tag':
      return pick(TAGS, 1, next)[0] ?? 'wax';
    default:
      return flow ? double(sentence(next)) : text(next);
  }
}

function text(next: () => number): string {
  if (next() < 0.2) return double(pick(AWKWARD, 1, next)[0] ?? '');
  return inAnyQuotes(sentence(next), next);
}

function sentence(next: () => number): string {
  return pick(SENTENCES, 1, next)[0] ?? '';
}

function inAnyQuotes(words: string, next: () => number): string {
  const odd = next();
  if (odd < 0.2) return double(words);
  return odd < 0.35 ? `'${words.replaceAll("'", "''")}'` : words;
}

function double(words: string): string {
  return `"${words.replaceAll('"', '\\"')}"`;
}
