/** The smallest edits of front matter that set a field or add to a list, in the form that its author gave it. */
import { fieldFor, isEmpty } from '../../rules/frontmatter/expected';
import { holdsComment, insertedLine } from '../../rules/frontmatter/frontmatterText';
import type { FieldType, NoteType } from '../../schema/NoteType';
import { composeEdits } from '../../text/composeEdits';
import { type Field, type Frontmatter, isYaml, parseFrontmatter } from '../../text/frontmatter';
import { applyEdits, type TextEdit } from '../../text/span';
import { wordEdit, yamlScalar } from '../../text/yamlText';
import { addedEntry, isNothing } from './listEdit';

/** A change of one field; of a list, the entry that it gains. */
export type FieldChange =
  | { readonly field: string; readonly value: string }
  | { readonly field: string; readonly entry: string };

/** Why the front matter of a note cannot be changed, as the end of a sentence about the note; `null` where it can. */
export function frontmatterFault(frontmatter: Frontmatter | null): string | null {
  if (frontmatter === null) return 'has no front matter';
  if (!isYaml(frontmatter)) return 'has front matter that is no YAML';
  if (frontmatter.closedBy !== '---') return 'has front matter that no `---` line closes';
  if (frontmatter.problems.length > 0) return 'has front matter that YAML cannot read';
  const names = frontmatter.fields.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : `has \`${twice}\` twice in its front matter`;
}

/**
 * Edits of `text`, made one after the other; under the name that an older note has for the field. The end of a sentence
 * about the note where one of them cannot be made.
 */
export function fieldEdits(
  text: string,
  type: NoteType | undefined,
  changes: readonly FieldChange[],
): TextEdit[] | string {
  let edits: TextEdit[] = [];
  let now = text;
  for (const change of changes) {
    const frontmatter = parseFrontmatter(now);
    const fault = frontmatterFault(frontmatter);
    if (frontmatter === null || fault !== null) return fault ?? '';
    const made = changed(now, frontmatter, type, change);
    if (made === null) return `has a \`${change.field}\` that nothing can be put into`;
    edits = composeEdits(text, edits, made);
    now = applyEdits(now, made);
  }
  return edits;
}

function changed(
  text: string,
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  change: FieldChange,
): TextEdit[] | null {
  const known = type?.field(change.field);
  const field =
    known === undefined
      ? frontmatter.fields.find(({ name }) => name === change.field)
      : ownField(frontmatter, type, known);
  if ('value' in change) {
    const edit = valueEdit(text, frontmatter, type, field, change.field, change.value);
    return edit !== null && reads(text, [edit], field?.name ?? change.field, [change.value])
      ? [edit]
      : null;
  }
  const before = field === undefined ? [] : saidIn(field);
  const edits = addedEntry(text, frontmatter, type, field, change.field, change.entry);
  const all = [...before, change.entry];
  return edits !== null && reads(text, edits, field?.name ?? change.field, all) ? edits : null;
}

/** Not a field whose old name stood for several: it says something else. */
function ownField(
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  known: FieldType,
): Field | undefined {
  const field = fieldFor(frontmatter, known);
  return field !== undefined && type?.fieldMeant(field.name)?.name === known.name
    ? field
    : undefined;
}

function valueEdit(
  text: string,
  frontmatter: Frontmatter,
  type: NoteType | undefined,
  field: Field | undefined,
  name: string,
  value: string,
): TextEdit | null {
  // YAML has dates of its own, which stand without quotes.
  const plain = type?.field(name)?.kind === 'date';
  const written = plain ? value : yamlScalar(value);
  if (field === undefined)
    return insertedLine(text, frontmatter, type, name, `${yamlScalar(name)}: ${written}`);
  const [only, more] = field.values;
  if (only !== undefined && more === undefined && field.kind === 'scalar') {
    if (only.style === 'block') return null;
    const anew = only.data === null || (plain && only.style === 'plain');
    return anew ? { span: only.span, newText: written } : wordEdit(only, value);
  }
  if (!isEmpty(field) || holdsComment(text, field.span, field)) return null;
  const colon = text.indexOf(':', field.key.end) + 1;
  const end = field.kind === 'empty' ? colon : Math.max(colon, field.span.end);
  return { span: { start: colon, end }, newText: ` ${written}` };
}

/** What the entries say, a map's by what stands in it. */
function saidIn(field: Field): string[] {
  return isNothing(field) ? [] : field.values.map(({ text }) => text);
}

/** Whether the field says just this after the edits, the others what they said, and YAML reads all of the block. */
function reads(text: string, edits: readonly TextEdit[], name: string, said: readonly string[]) {
  const frontmatter = parseFrontmatter(applyEdits(text, edits));
  const field = frontmatter?.fields.find(each => each.name === name);
  if (field === undefined || frontmatter?.problems.length !== 0) return false;
  // Text with `>+` goes on to the next field: what is put between takes its last lines away.
  const others = [parseFrontmatter(text), frontmatter].map(each =>
    (each?.fields ?? []).flatMap(({ name: own, values }) =>
      own === name ? [] : [own, ...values.map(value => value.text)],
    ),
  );
  if (others[0]?.join('\0') !== others[1]?.join('\0')) return false;
  const read = field.values.map(value => value.text);
  return read.length === said.length && read.every((each, index) => each === said[index]);
}
