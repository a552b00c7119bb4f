/** Dates as notes write them: a day of the calendar, or a month or a year alone. */
import * as z from 'zod';

const day = z.iso.date();

/** A time behind the day does no harm. */
export function isDate(text: string): boolean {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(text)) return true;
  return day.safeParse(text.replace(/[T ]\d\d:\d\d.*$/u, '')).success;
}

/** Whether one date surely comes before another: as far as both are known. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) < b.slice(0, length);
}
