/** A date that has not come yet. */
import type { Value } from '../../text/frontmatter';
import type { Place, Rule } from '../rule';
import { dateEdit, isDate } from './dates';
import { saidBy, typedFields } from './expected';

export const futureDate: Rule = {
  code: 'frontmatter/future-date',
  severity: 'warning',
  alone: true,
  summary: 'A date of something that happened, in the future.',
  docs:
    'A note cannot have been written, or a source published, on a day that has not come yet: mostly the year is mistyped. ' +
    'Tomorrow is allowed, as it is tomorrow already elsewhere. Fields that plan ahead may say any date.',
  check(place) {
    return inFuture(place).map(value => ({
      span: value.inner,
      message: `\`${value.text.trim()}\` has not come yet.`,
    }));
  },
  fix(place, finding) {
    const value = inFuture(place).find(each => each.inner.start === finding.span.start);
    if (value === undefined) return [];
    const text = value.text.trim();
    const thisYear = `${place.today.slice(0, 4)}${text.slice(4)}`;
    const dates =
      thisYear !== text && isDate(thisYear) && thisYear <= place.today ? [thisYear] : [];
    return [...new Set([...dates, place.today])].map(date => ({
      title: `Change to ${date === place.today ? `today, \`${date}\`` : `\`${date}\``}`,
      safe: false,
      edits: [dateEdit(value, date)],
    }));
  },
};

function inFuture(place: Place): Value[] {
  const { today } = place;
  return typedFields(place).flatMap(({ field, type }) => {
    if (type.kind !== 'date' || type.future === true || field.kind !== 'scalar') return [];
    return saidBy(field).filter(({ text }) => {
      const day = text.trim().slice(0, 10);
      // Few are past today: the costly questions come last.
      return day > today && isDate(text.trim()) && day > dayAfter(today);
    });
  });
}

function dayAfter(today: string): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
