/** A date that is none. */
import type { Value } from '../text/frontmatter';
import { insideQuotes } from '../text/yamlText';
import { isDate } from './dates';
import { saidBy, typedFields } from './expected';
import type { Place, Rule } from './rule';

export const invalidDate: Rule = {
  code: 'frontmatter/invalid-date',
  severity: 'error',
  summary: 'A date that is not in the calendar, or not written year-month-day.',
  docs:
    'Dates are written `2026-03-05`; where a day or month is not known, `2026-03` or `2026`. ' +
    'A day or month `00` sorts well but is no date, so it is only pointed out.',
  check(place) {
    return dates(place).flatMap(value => {
      const text = value.text.trim();
      if (isDate(text)) return [];
      if (/^\d{4}-(?:00-00|(?:0[1-9]|1[0-2])-00)$/u.test(text)) {
        const message = `There is no day or month 00; \`${withoutZeros(text)}\` says that the rest is not known.`;
        return [{ span: value.inner, message, severity: 'information' as const }];
      }
      const meant = meantDate(text);
      const did = meant === null ? 'a date is written `2026-03-05`.' : `did you mean \`${meant}\`?`;
      return [{ span: value.inner, message: `\`${shortened(text)}\` is no date: ${did}` }];
    });
  },
  fix(place, finding) {
    const value = dates(place).find(each => each.inner.start === finding.span.start);
    if (value === undefined) return [];
    const text = value.text.trim();
    const meant = meantDate(text);
    const edits = (date: string) => [
      { span: value.inner, newText: insideQuotes(date, value.style) },
    ];
    if (meant !== null) {
      const safe = finding.severity === 'error' && !isImpossible(text);
      return [{ title: `Change to \`${meant}\``, safe, edits: edits(meant) }];
    }
    return [
      { title: `Change to today, \`${place.today}\``, safe: false, edits: edits(place.today) },
    ];
  },
};

function dates(place: Place): Value[] {
  return typedFields(place).flatMap(({ field, type }) =>
    type.kind === 'date' && field.kind === 'scalar' ? saidBy(field) : [],
  );
}

/** What can only be meant by a date that is written otherwise; the last day of a month for one past it. */
function meantDate(text: string): string | null {
  if (/^\d{4}-\d\d-00$/u.test(text)) return isDate(withoutZeros(text)) ? withoutZeros(text) : null;
  const [, year, month, date] = /^(\d{4})[-–—−./ ](\d{1,2})[-–—−./ ](\d{1,2})$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const padded = `${year}-${month.padStart(2, '0')}-`;
  if (isDate(padded + date.padStart(2, '0'))) return padded + date.padStart(2, '0');
  if (!isImpossible(text)) return null;
  return ['30', '29', '28'].map(last => padded + last).find(isDate) ?? null;
}

/** A month that exists with a day from 29 to 31 that it does not have. */
function isImpossible(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:29|30|31)$/u.test(text) && !isDate(text);
}

function withoutZeros(text: string): string {
  return text.replace(/(?:-00)+$/u, '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
