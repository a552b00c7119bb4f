/** A date that is none. */
import type { FieldType } from '../../schema/NoteType';
import { enumeration } from '../../text/enumeration';
import type { Value } from '../../text/frontmatter';
import type { Fix, Place, Rule } from '../rule';
import { dateEdit, isDate, isPastMonth, meantDates, withoutZeros } from './dates';
import { saidBy, typedFields } from './expected';

export const invalidDate: Rule = {
  code: 'frontmatter/invalid-date',
  severity: 'error',
  alone: true,
  summary: 'A date that is not in the calendar, or not written year-month-day.',
  docs:
    'Dates are written `2026-03-05`; where a day or month is not known, `2026-03` or `2026`. ' +
    'A day or month `00` sorts well but is no date, so it is only pointed out.',
  check(place) {
    return dates(place).flatMap(({ value }) => {
      const text = value.text.trim();
      if (isDate(text)) return [];
      if (/^\d{4}-(?:00-00|(?:0[1-9]|1[0-2])-00)$/u.test(text)) {
        const message = `There is no day or month 00; \`${withoutZeros(text)}\` says that the rest is not known.`;
        return [{ span: value.inner, message, severity: 'information' as const }];
      }
      const meant = meantDates(text).map(date => `\`${date}\``);
      const did =
        meant.length === 0
          ? 'a date is written `2026-03-05`.'
          : `did you mean ${enumeration(meant)}?`;
      return [{ span: value.inner, message: `\`${shortened(text)}\` is no date: ${did}` }];
    });
  },
  fix(place, finding) {
    const found = dates(place).find(({ value }) => value.inner.start === finding.span.start);
    if (found === undefined) return [];
    const { value, type } = found;
    const text = value.text.trim();
    const meant = meantDates(text);
    const only = meant.length === 1 && finding.severity !== 'information' && !isPastMonth(text);
    const fixes: Fix[] = meant.map(date => ({
      title: `Change to \`${date}\``,
      safe: only,
      edits: [dateEdit(value, date)],
    }));
    // Nothing was published today because its date cannot be read.
    if (meant.length > 0 || type.name === 'date') return fixes;
    const title = `Change to today, \`${place.today}\``;
    return [{ title, safe: false, edits: [dateEdit(value, place.today)] }];
  },
};

interface DateValue {
  readonly value: Value;
  readonly type: FieldType;
}

function dates(place: Place): DateValue[] {
  return typedFields(place).flatMap(({ field, type }) =>
    type.kind === 'date' && field.kind === 'scalar'
      ? saidBy(field).map(value => ({ value, type }))
      : [],
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
