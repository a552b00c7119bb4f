/** Dates a change of a claim that other notes rest on, so that they are listed until they are evaluated again. */
import { dateEdit } from '../../rules/frontmatter/dates';
import { insertedLine } from '../../rules/frontmatter/frontmatterText';
import { evaluatedOf, isNews } from '../../rules/lifecycle/evaluated';
import { fieldOf, textOf } from '../../text/frontmatter';
import { overlaps, type Span, type TextEdit } from '../../text/span';
import type { Vault } from '../../vault/Vault';

export interface RecordedChange {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const FIELD = 'revised';

/** `null` where the range touches no confidence or status, or where nothing rests on the note that could be told. */
export function recordedChange(
  vault: Vault,
  path: string,
  range: Span,
  text: string,
  today: string,
): RecordedChange | null {
  const frontmatter = vault.note(path)?.frontmatter ?? null;
  if (frontmatter === null || frontmatter.problems.length > 0) return null;
  const told = ['confidence', 'status'].map(name => fieldOf(frontmatter, name)?.span);
  if (!told.some(span => span !== undefined && overlaps(span, range))) return null;
  const type = vault.config.schema.type(textOf(frontmatter, 'type') ?? '');
  const dependents = vault.relations.dependents(path);
  const value = fieldOf(frontmatter, FIELD)?.values[0];
  if (type?.field(FIELD) === undefined || dependents.length === 0) return null;
  if (value?.text.trim() === today) return null;
  const edit =
    value === undefined
      ? insertedLine(text, frontmatter, type, FIELD, `${FIELD}: ${today}`)
      : dateEdit(value, today);
  if (edit === null) return null;
  const count = dependents.filter(each => each !== path && willWait(vault, each, today)).length;
  return { title: `Record the change: revised today${soThat(count)}`, edits: [edit] };
}

/** Whether the note will wait to be evaluated again where something that it rests on changed on that day. */
function willWait(vault: Vault, path: string, day: string): boolean {
  const note = vault.note(path);
  if (note === undefined || vault.config.excludes(path)) return false;
  const type = vault.config.schema.type(textOf(note.frontmatter, 'type') ?? '');
  const evaluated = evaluatedOf({ note, type });
  return evaluated !== null && isNews(evaluated, day);
}

function soThat(count: number): string {
  if (count === 0) return '';
  const rests =
    count === 1 ? 'the note that rests on it is' : `the ${count} notes that rest on it are`;
  return `, so that ${rests} looked at again`;
}
