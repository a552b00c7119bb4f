/** What happened to a note that others rest on, as far as its dates and those of other notes tell. */
import { textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { isGivenUp, isOver } from '../../vault/isGivenUp';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { isDate } from '../frontmatter/dates';
import { shortened } from '../link/shortened';

export interface Upheaval {
  /** `null` where nothing tells when. */
  readonly date: string | null;
  /** What happened, as the end of “it was …”. */
  readonly what: string;
  /** The note that tells of it. */
  readonly path: string;
}

/** Fields whose date says that the note changed in what it claims, or in how sure it is. */
const CHANGES: readonly (readonly [field: string, what: string])[] = [
  ['revised', 'revised'],
  ['promoted_date', 'promoted'],
  ['demoted_date', 'demoted'],
];

/** So many challenges of one note are told: nobody reads more of them. */
const MOST_CHALLENGES = 20;

interface LookedUp {
  readonly revision: number;
  readonly upheavals: Map<string, readonly Upheaval[]>;
}

/** Very many notes may rest on one, and each asks: what was found out stays for as long as nothing changes. */
const known = new WeakMap<Vault, LookedUp>();

/** In the order in which a reader wants to know of them. */
export function upheavals(vault: Vault, path: string): readonly Upheaval[] {
  const { revision } = vault;
  const cached = known.get(vault);
  const found: LookedUp['upheavals'] = cached?.revision === revision ? cached.upheavals : new Map();
  if (found !== cached?.upheavals) known.set(vault, { revision, upheavals: found });
  const before = found.get(path);
  if (before !== undefined) return before;
  const now = upheavalsOf(vault, path);
  found.set(path, now);
  return now;
}

function upheavalsOf(vault: Vault, path: string): Upheaval[] {
  const note = vault.note(path);
  if (note === undefined) return [];
  const end = ending(vault, note);
  const changes = CHANGES.flatMap(([field, what]): Upheaval[] => {
    const date = dateIn(note, field);
    // The day on which it was given up is no other change.
    return date === null || (end !== null && date === end.date) ? [] : [{ date, what, path }];
  });
  return [...(end === null ? [] : [end]), ...changes, ...challenges(vault, path)];
}

/** That nobody holds it any more, or that another note stands in its place. */
function ending(vault: Vault, note: Note): Upheaval | null {
  const [successor] = vault.relations.successors(note.path).sort();
  const status = textOf(note.frontmatter, 'status')?.trim().toLowerCase() ?? '';
  const outcome = textOf(note.frontmatter, 'outcome')?.trim().toLowerCase() ?? '';
  // A position that was decided as it said still carries what rests on it.
  const held = !isGivenUp(note) || (status === 'closed' && outcome === 'validated');
  if (held && successor === undefined) return null;
  const replacing = successor === undefined ? undefined : vault.note(successor);
  const dated = dateIn(note, 'revised') ?? dateIn(note, 'demoted_date');
  if (replacing !== undefined) {
    const what = `replaced by “${shortened(displayTitle(replacing))}”`;
    return { date: dated ?? dateIn(replacing, 'created'), what, path: replacing.path };
  }
  return { date: dated, what: isOver(note) ? status : 'superseded', path: note.path };
}

/** By path; of very many the newest, and of those without a date some. */
function challenges(vault: Vault, path: string): Upheaval[] {
  const all = vault.relations
    .challengers(path)
    .sort()
    .flatMap((each): Upheaval[] => {
      const challenger = vault.note(each);
      if (challenger === undefined || isGivenUp(challenger)) return [];
      const what = `challenged by “${shortened(displayTitle(challenger))}”`;
      return [{ date: dateIn(challenger, 'created'), what, path: each }];
    });
  if (all.length <= MOST_CHALLENGES) return all;
  const dated = all.filter(({ date }) => date !== null);
  const newest = dated.sort((a, b) => compare(b.date ?? '', a.date ?? ''));
  const undated = all.filter(({ date }) => date === null);
  return [...newest.slice(0, MOST_CHALLENGES), ...undated.slice(0, MOST_CHALLENGES)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date in a field as far as it is known, without the time of day. */
export function dateIn({ frontmatter }: Note, name: string): string | null {
  const text = textOf(frontmatter, name)?.trim() ?? '';
  return isDate(text) ? text.slice(0, 10) : null;
}
