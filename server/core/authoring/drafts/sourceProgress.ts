/** What changes in the front matter of a source when something was made of it. */
import { fieldFor } from '../../rules/frontmatter/expected';
import { textOf } from '../../text/frontmatter';
import type { TextEdit } from '../../text/span';
import { isNotePath, withoutExtension } from '../../vault/names';
import { type FieldChange, fieldEdits } from '../edits/fieldEdit';
import type { ClaimOrigin } from './claimDraft';

export interface Progress {
  /** The list that gains the claim. */
  readonly list: 'claims_extracted' | 'enrichments' | null;
  /** How a link names the claim; it may be new. */
  readonly claim: string;
  /** Whether nobody has anything to decide about any more. */
  readonly done: boolean;
  readonly today: string;
  readonly agent: string | null;
}

/** Words for a source from which claims are still being taken. */
const OPEN = new Set(['unprocessed', 'processing', 'null-result', 'partial']);

/** None in a note that keeps no such record; the end of a sentence about the note where its front matter takes none. */
export function sourceProgress(
  { note, text, type }: ClaimOrigin,
  { list, claim, done, today, agent }: Progress,
): TextEdit[] | string {
  if (type?.field('claims_extracted') === undefined) return [];
  const changes: FieldChange[] = [];
  const status = textOf(note.frontmatter, 'status')?.trim();
  const isOpen = status === undefined || OPEN.has(status.toLowerCase());
  const next = done ? 'processed' : 'processing';
  if (isOpen && status?.toLowerCase() !== next) changes.push({ field: 'status', value: next });
  if (isOpen && done) {
    if (agent !== null) changes.push({ field: 'processed_by', value: agent });
    changes.push({ field: 'processed_date', value: today });
  }
  if (list !== null && !lists(note, type, list, claim))
    changes.push({ field: list, entry: entryFor(note, type, list, claim) });
  return fieldEdits(text, type, changes);
}

/** As the entries of the list are written, or of the other one: between brackets, with `.md`, or the plain name. */
export function entryFor(
  note: ClaimOrigin['note'],
  type: NonNullable<ClaimOrigin['type']>,
  list: string,
  claim: string,
): string {
  const last = [list, 'claims_extracted', 'enrichments']
    .flatMap(name => entriesOf(note, type, name).at(-1) ?? [])
    .at(0);
  if (last === undefined) return claim;
  if (/^\[\[.*\]\]$/u.test(last)) return `[[${claim}]]`;
  return isNotePath(last) ? `${claim}.md` : claim;
}

function lists(
  note: ClaimOrigin['note'],
  type: NonNullable<ClaimOrigin['type']>,
  list: string,
  claim: string,
): boolean {
  const named = (entry: string) => withoutExtension(entry.replace(/^\[\[|\]\]$/gu, ''));
  return entriesOf(note, type, list).some(entry => named(entry) === claim);
}

function entriesOf(
  { frontmatter }: ClaimOrigin['note'],
  type: NonNullable<ClaimOrigin['type']>,
  list: string,
): string[] {
  const known = type.field(list);
  const field =
    frontmatter === null || known === undefined ? undefined : fieldFor(frontmatter, known);
  return field?.values.map(({ text }) => text.trim()).filter(text => text !== '') ?? [];
}
