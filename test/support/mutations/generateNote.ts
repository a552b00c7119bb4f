/** Writes complete, valid notes of any type, from what the schema says of it, in the many styles of authors and tools. */
import type { NoteType } from '../../../server/core/schema/NoteType';
import type { Schema } from '../../../server/core/schema/Schema';
import { random } from '../../bench/titles';
import { chosenFields } from './chosenFields';
import { type Style, writtenField } from './writtenField';

export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

const DOMAINS = ['beekeeping', 'tidal-power', 'sourdough', 'lighthouses'];
const AGENTS = ['marlow', 'tessaline', 'ingridur'];
const THINGS = [
  'hives',
  'turbines',
  'ovens',
  'lanterns',
  'orchards',
  'ferries',
  'quarries',
  'looms',
];
const DEEDS = ['outlast', 'outshine', 'replace', 'resemble', 'undercut', 'complement', 'precede'];
const PLACES = ['on islands', 'in winter', 'near rivers', 'under snow', 'beyond the harbour'];

/** The name of the note of that type and number; notes refer to each other by it. */
function nameOfNote(type: string, index: number): string {
  const at = <T>(items: readonly T[], step: number) =>
    items[Math.floor(index / step) % items.length];
  const which = `${type === 'claim' ? '' : `${type} of `}${at(THINGS, 1)}`;
  return `${which} that ${at(DEEDS, 8)} ${at(THINGS, 3)} ${at(PLACES, 2)} in case ${letters(index)}`;
}

function letters(index: number): string {
  return [...String(index)].map(digit => 'abcdefghij'[Number(digit)]).join('-');
}

/** As many notes of each type as asked for; links between them lead to each other. */
export function generateNotes(
  schema: Schema,
  counts: ReadonlyMap<string, number>,
  seed: number,
): GeneratedNote[] {
  return schema.types.flatMap(type =>
    Array.from({ length: counts.get(type.name) ?? 0 }, (_, index) =>
      generateNote(type, index, counts, random(seed + index * 31 + type.name.length * 7919)),
    ),
  );
}

function generateNote(
  type: NoteType,
  index: number,
  counts: ReadonlyMap<string, number>,
  next: () => number,
): GeneratedNote {
  const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const domain = DOMAINS[index % DOMAINS.length] as string;
  const agent = AGENTS[index % AGENTS.length] as string;
  const chosen = chosenFields(type, index, next);
  const dates = new Map<string, string>();
  const style: Style = {
    next,
    lineEnd: next() < 0.2 ? '\r\n' : '\n',
    domain: () => domain,
    agent: () => agent,
    date: ({ name, after }) => {
      const earliest = dates.get(after ?? '') ?? `202${Math.floor(next() * 5)}-01-01`;
      const date = dayAfter(earliest, Math.floor(next() * 300));
      dates.set(name, date);
      return date;
    },
    note: ({ to }) => {
      const wanted = (to ?? ['claim']).filter(each => (counts.get(each) ?? 0) > 0);
      const target = wanted.length > 0 ? one(wanted) : type.name;
      return nameOfNote(target, Math.floor(next() * (counts.get(target) ?? 1)));
    },
  };
  const lines = [...chosen].map(([field, limits]) => writtenField(style, field, limits));
  const spaced = lines.flatMap(line => {
    const odd = next();
    return odd < 0.04 ? ['', line] : odd < 0.08 ? ['# Checked twice: still true.', line] : [line];
  });
  const name = nameOfNote(type.name, index);
  const body = ['---', '', `# ${name}`, '', 'It was seen more than once. Nobody knows why.', ''];
  const text = ['---', `type: ${quotedAtTimes(type.name, next)}`, ...spaced, ...body];
  const folder = one(type.folders.length > 0 ? type.folders : ['notes'])
    .replace('<domain>', domain)
    .replace('<agent>', agent);
  const mark = next() < 0.1 ? '\uFEFF' : '';
  return {
    path: `${folder}/${name}.md`,
    text: mark + text.join('\n').replaceAll('\n', style.lineEnd),
  };
}

function quotedAtTimes(word: string, next: () => number): string {
  const odd = next();
  return odd < 0.1 ? `"${word}"` : odd < 0.2 ? `'${word}'` : word;
}

/** Never later than the tests' own day. */
function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  const text = day.toISOString().slice(0, 10);
  return text > '2026-11-01' ? '2026-11-01' : text;
}
