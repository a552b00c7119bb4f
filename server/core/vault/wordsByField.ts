/** What the fields of one note hold, by the names that they have today. */
import type { NoteType } from '../schema/NoteType';
import type { Field, Frontmatter } from '../text/frontmatter';

type Words = readonly [field: string, words: ReadonlySet<string>];

/** A field that stands there under an older name as well is one field; `today` tells the name that it has now. */
export function wordsByField({ fields }: Frontmatter, today: (name: string) => string): Words[] {
  const all = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const field of fields) {
    if (seen.has(field.name)) continue;
    seen.add(field.name);
    const name = today(field.name);
    const before = all.get(name);
    if (before === undefined) all.set(name, wordsIn(field));
    else for (const word of wordsIn(field)) before.add(word);
  }
  return [...all];
}

/** The name under which a field counts. */
export function nameToday(type: NoteType | undefined, name: string): string {
  if (type === undefined || type.field(name) !== undefined) return name;
  const today = type.fieldMeant(name)?.name;
  // A pattern is no name.
  return today === undefined || today.endsWith('*') ? name : today;
}

/** Values of a field, each once. */
function wordsIn(field: Field): Set<string> {
  const words = new Set<string>();
  if (field.kind === 'map') return words;
  for (const { text, data, under } of field.values) {
    const word = text.trim();
    if (data !== null && word !== '' && under === undefined) words.add(word);
  }
  return words;
}
