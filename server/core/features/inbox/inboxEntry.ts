/** A source as the inbox lists it: how far it is, how soon it should be read, and since when it waits. */
import type { NoteType } from '../../schema/NoteType';
import { fieldOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { textsOf } from '../frontmatter/fieldTexts';
import { timeApart } from '../frontmatter/timeApart';

export const inboxStatuses = ['unprocessed', 'processing', 'processed', 'null-result'] as const;
export type InboxStatus = (typeof inboxStatuses)[number];

export interface InboxEntry {
  readonly path: string;
  readonly title: string;
  readonly status: InboxStatus;
  /** In small letters; `null` where the source says none. */
  readonly priority: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as the source or else its file name says it. */
  readonly date: string | null;
  readonly domain: string | null;
  readonly author: string | null;
  readonly url: string | null;
}

/** `null` for a note that is no source, and for one of which nothing is to be reported. */
export function inboxEntry(vault: Vault, path: string): InboxEntry | null {
  const note = vault.note(path);
  if (note === undefined || vault.config.excludes(path)) return null;
  const said = fieldOf(note.frontmatter, 'type')?.values[0]?.text;
  const type = said === undefined ? undefined : vault.config.schema.type(said);
  if (type?.name !== 'source') return null;
  const told = (name: string) => textsOf(note, type, name)[0] ?? null;
  const authors = textsOf(note, type, 'author');
  return {
    path,
    title: displayTitle(note),
    status: statusOf(note, type),
    priority: told('priority')?.toLowerCase() ?? null,
    date: dateIn(told('date'), /^\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)/u) ?? dateIn(nameOf(path), DAY),
    domain: told('domain'),
    author: authors.length === 0 ? null : authors.join(', '),
    url: told('url'),
  };
}

/** Whether its hints should be seen to before all others. */
export function isUrgent({ status, priority }: InboxEntry): boolean {
  return status === 'unprocessed' && priority === 'high';
}

const PRIORITIES = ['high', 'medium', 'low'];

/** Below zero where `a` should be read before `b`; 0 only for one and the same. */
export function compareEntries(a: InboxEntry, b: InboxEntry): number {
  const [first, second] = [rankOf(a), rankOf(b)];
  if (first !== second) return first - second;
  // What has no date is behind all that has one.
  return order(a.date ?? '~', b.date ?? '~') || order(a.path, b.path);
}

function rankOf({ priority }: InboxEntry): number {
  const rank = PRIORITIES.indexOf(priority ?? '');
  return rank < 0 ? PRIORITIES.length : rank;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a source says no status that is known, what else it says tells whether somebody was through with it. */
export function statusOf(note: Note, type: NoteType): InboxStatus {
  const said = textsOf(note, type, 'status')[0]?.toLowerCase() ?? '';
  const replaced = type.field('status')?.replaced ?? {};
  const today = Object.hasOwn(replaced, said) ? replaced[said] : said;
  const known = inboxStatuses.find(each => each === today);
  const results = ['processed_date', 'claims_extracted', 'enrichments', 'entities_created'];
  const used = () => results.some(name => textsOf(note, type, name).length > 0);
  return known ?? (used() ? 'processed' : 'unprocessed');
}

/** The calendar has a date or not, whatever today is. */
const ANY_DAY = '2000-01-01';
const DAY = /^\d{4}-\d\d-\d\d(?!\d)/u;

/** What a text begins with, where the calendar has it. */
function dateIn(text: string | null, form: RegExp): string | null {
  const [date] = form.exec(text ?? '') ?? [];
  return date !== undefined && timeApart(date, ANY_DAY) !== null ? date : null;
}
