/** Where a note stands by itself: how old its last evaluation is, and what the rules say of it. */
import { typeOf } from '../../authoring/drafts/typeOf';
import { checkNote } from '../../rules/check';
import { EVALUATED } from '../../rules/lifecycle/evaluated';
import { dateIn } from '../../rules/lifecycle/upheavals';
import type { Finding } from '../../rules/rule';
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';
import { type TimeApart, timeApart } from '../frontmatter/timeApart';

export interface Standing {
  /** As the note says it. */
  readonly status: string | null;
  /** When it was last held against the evidence or, where nothing says so, written; `null` where nothing tells. */
  readonly dated: Dated | null;
  /** Something that it rests on changed since. */
  readonly waits: boolean;
  /** In the order of the text; `null` where nothing is reported of the note. */
  readonly findings: readonly Finding[] | null;
}

interface Dated {
  readonly what: 'evaluated' | 'revised' | 'created' | 'published';
  readonly date: string;
  /** Below zero where it is past; `null` for a date that is none. */
  readonly apart: TimeApart | null;
  /** Whether such notes are evaluated at all. */
  readonly evaluates: boolean;
}

/** `today` is `YYYY-MM-DD`; `null` where the vault has no such note. */
export function standingOf(vault: Vault, path: string, today: string): Standing | null {
  const note = vault.note(path);
  if (note === undefined) return null;
  const findings = vault.config.excludes(path) ? null : checkNote(vault, path, today);
  return {
    status: textOf(note.frontmatter, 'status')?.trim() || null,
    dated: datedOf(vault, path, today),
    waits: findings?.some(({ code }) => code === 'lifecycle/re-evaluate') ?? false,
    findings,
  };
}

function datedOf(vault: Vault, path: string, today: string): Dated | null {
  const note = vault.note(path);
  const type = typeOf(vault, path);
  if (note === undefined || type === undefined) return null;
  const evaluates = type.field(EVALUATED) !== undefined;
  const fields = [
    ['evaluated', EVALUATED],
    ['revised', 'revised'],
    ['created', 'created'],
    ['published', 'date'],
  ] as const;
  for (const [what, field] of fields) {
    const date = type.field(field) === undefined ? null : dateIn(note, field);
    if (date !== null) return { what, date, apart: timeApart(date, today), evaluates };
  }
  return null;
}
