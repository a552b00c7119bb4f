/** Two dates of which the later one comes first. */
import type { Value } from '../../text/frontmatter';
import { dateEdit, isBefore, isDate } from '../frontmatter/dates';
import { saidBy, typedFields } from '../frontmatter/expected';
import type { Place, Rule } from '../rule';

export const dateOrder: Rule = {
  code: 'lifecycle/date-order',
  severity: 'warning',
  summary: 'A date before the one that it must follow.',
  docs:
    'A source is published before it is processed, a decision is proposed before it is made, a note is made before it is looked at ' +
    'again. One of the two dates is wrong. They are compared as far as both are known.',
  check(place) {
    return outOfOrder(place).map(({ value, name, other }) => ({
      span: value.inner,
      message: `\`${value.text.trim()}\` lies before \`${name}\`, \`${other}\`.`,
    }));
  },
  fix(place, finding) {
    const wrong = outOfOrder(place).find(each => each.value.inner.start === finding.span.start);
    if (wrong === undefined) return [];
    const { value, name, other } = wrong;
    const edits = [dateEdit(value, other)];
    return [{ title: `Change to the date of \`${name}\`, \`${other}\``, safe: false, edits }];
  },
};

interface Wrong {
  readonly value: Value;
  /** The field with the date that comes first, and that date. */
  readonly name: string;
  readonly other: string;
}

function outOfOrder(place: Place): Wrong[] {
  return typedFields(place).flatMap(({ field, type }) => {
    const name = type.after;
    const first = name === undefined ? undefined : dateIn(place, name);
    const [value] = field.kind === 'scalar' ? saidBy(field) : [];
    if (name === undefined || first === undefined || value === undefined) return [];
    const text = value.text.trim();
    return isDate(text) && isBefore(text, first) ? [{ value, name, other: first }] : [];
  });
}

function dateIn(place: Place, name: string): string | undefined {
  const field = typedFields(place).find(({ type }) => type.name === name)?.field;
  const text = field?.kind === 'scalar' ? field.values[0]?.text.trim() : undefined;
  return text !== undefined && isDate(text) ? text : undefined;
}
