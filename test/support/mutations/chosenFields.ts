/** Chooses the fields of a generated note, and what they must hold so that the note is complete in its state. */
import type { FieldType, NoteType } from '../../../server/core/schema/NoteType';
import { pick } from '../../bench/titles';

export interface Limits {
  /** The one word of a choice. */
  readonly word?: string;
  readonly least?: number;
}

/** What is required and some of the rest, with the words that a state asks for. */
export function chosenFields(
  type: NoteType,
  index: number,
  next: () => number,
): Map<FieldType, Limits> {
  const words = new Map<string, string>();
  for (const { name, kind, values } of type.fields) {
    const word = values[Math.floor(next() * values.length)]?.name;
    if (kind === 'choice' && word !== undefined) words.set(name, word);
  }
  const subtype = oneSubtype(type, index) ?? words.get(type.subtype ?? '');
  if (type.subtype !== undefined && subtype !== undefined) words.set(type.subtype, subtype);
  const fits = type.fields.filter(field => field.kind !== 'any' && type.has(field, subtype));
  const chosen = new Set(fits.filter(field => field.required === true || next() < 0.35));
  const least = new Map<string, number>();
  for (const { when, any, least: entries, not } of type.requires) {
    if (!Object.entries(when).every(([name, asked]) => asked.includes(words.get(name) ?? '')))
      continue;
    const [field] = pick(
      fits.filter(each => any.includes(each.name)),
      1,
      next,
    );
    if (field === undefined) continue;
    chosen.add(field);
    least.set(field.name, Math.max(entries ?? 1, least.get(field.name) ?? 0));
    const other = field.values.find(value => !(not ?? []).includes(value.name));
    if (not !== undefined && other !== undefined) words.set(field.name, other.name);
  }
  const ordered = fits.filter(field => chosen.has(field));
  return new Map(
    ordered.map(field => {
      const word = words.get(field.name);
      const limits = { ...(word && { word }), least: least.get(field.name) ?? 1 };
      return [field, limits];
    }),
  );
}

/** Each of those with fields of their own in turn; now and then any. */
function oneSubtype(type: NoteType, index: number): string | undefined {
  const own = [...new Set(type.fields.flatMap(field => field.for ?? []))];
  return index % 5 === 4 ? undefined : own[index % own.length];
}
