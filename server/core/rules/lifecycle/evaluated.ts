/** When a note was last held against what it rests on, and which changes it cannot have taken into account. */
import type { Note } from '../../text/parseNote';
import { isGivenUp } from '../../vault/isGivenUp';
import type { Vault } from '../../vault/Vault';
import { isBefore } from '../frontmatter/dates';
import type { Place } from '../rule';
import { dateIn, type Upheaval } from './upheavals';

/** The field that says so. */
export const EVALUATED = 'last_evaluated';
/** Where it is missing, or older than these, the note was thought through on the later of them. */
const THOUGHT_OF = ['revised', 'created'];

export interface Evaluated {
  /** The latest of all these dates. */
  readonly date: string;
  /** What the field for it says; `null` where nothing does. */
  readonly said: string | null;
}

/** `null` where the note waits for nothing: nobody holds it, its type is not evaluated, or nothing tells when it was. */
export function evaluatedOf({ note, type }: Pick<Place, 'note' | 'type'>): Evaluated | null {
  if (type?.field(EVALUATED) === undefined || isGivenUp(note)) return null;
  const said = dateIn(note, EVALUATED);
  const date = [said, ...THOUGHT_OF.map(name => dateIn(note, name))]
    .map(each => each ?? '')
    .sort()
    .at(-1);
  return date ? { date, said } : null;
}

/** Whether a change on that day came later. On the same day it did, unless the note says that it was evaluated then. */
export function isNews({ date, said }: Evaluated, changed: string): boolean {
  if (isBefore(date, changed)) return true;
  return date === changed && changed.length === DAY && (said === null || isBefore(said, changed));
}

/** The length of a whole date: of a month nobody knows what came first. */
const DAY = 10;

/** The same of what happened to a note. What bears no date is settled by any evaluation that can have seen it. */
export function isUnseen(vault: Vault, evaluated: Evaluated, { date, path }: Upheaval): boolean {
  if (date !== null) return isNews(evaluated, date);
  const teller: Note | undefined = vault.note(path);
  const earliest = teller === undefined ? null : dateIn(teller, 'created');
  return evaluated.said === null || (earliest !== null && isBefore(evaluated.said, earliest));
}
