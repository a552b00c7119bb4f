/** Dates as notes write them: a day of the calendar, or a month or a year alone. */
import * as z from 'zod';
import type { Value } from '../../text/frontmatter';
import type { TextEdit } from '../../text/span';

/** Of the calendar, leap years included. */
const DAY = z.regexes.date;

/** A time behind the day does no harm. */
export function isDate(text: string): boolean {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(text)) return true;
  return DAY.test(text.length > 10 ? text.replace(/(?<=^.{10})[T ]\d\d:\d\d.*$/u, '') : text);
}

/** Whether one date surely comes before another: as far as both are known. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) < b.slice(0, length);
}

/** `2026-03-00` says that the day is not known: `2026-03`. */
export function withoutZeros(text: string): string {
  return text.replace(/(?<!-00)(?:-00)+$/u, '');
}

/** The date with which a file name begins, as far as it is known. */
export function dateInName(path: string): string | null {
  const written = /(?:^|\/)(\d{4}(?:-\d\d){1,2})(?:[-_ .][^/]*)?$/u.exec(path)?.[1];
  const date = written === undefined ? '' : withoutZeros(written);
  return isDate(date) ? date : null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The days that a date written in another way can mean; the last day of a month for one past it. */
export function meantDates(text: string): string[] {
  if (/^\d{4}-\d\d-00$/u.test(text)) return [withoutZeros(text)].filter(isDate);
  const [, year, month, day] = /^(\d{4})[-–—−./ ](\d{1,2})[-–—−./ ](\d{1,2})$/u.exec(text) ?? [];
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    if (isDate(date)) return [date];
    return isPastMonth(text)
      ? ['30', '29', '28']
          .map(last => dateOf(year, month, last))
          .filter(isDate)
          .slice(0, 1)
      : [];
  }
  const [, first, second, last] = /^(\d{1,2})[-–—−./ ](\d{1,2})[-–—−./ ](\d{4})$/u.exec(text) ?? [];
  if (last !== undefined) {
    return [...new Set([dateOf(last, second, first), dateOf(last, first, second)])].filter(isDate);
  }
  const named =
    /^(?<day>\d{1,2})\.? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/iu.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/iu.exec(text);
  const number = MONTHS.indexOf(named?.groups?.['month']?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (number === 0) return [];
  return [dateOf(named?.groups?.['year'], String(number), named?.groups?.['day'])].filter(isDate);
}

/** A month that exists with a day from 29 to 31 that it does not have. */
export function isPastMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:29|30|31)$/u.test(text) && !isDate(text);
}

function dateOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Another date in the place of a value; a date needs no quotes. */
export function dateEdit({ inner }: Value, date: string): TextEdit {
  return { span: inner, newText: date };
}
