/** How far a date lies from today, as people say it: in days, in months, in years. */

export interface TimeApart {
  readonly unit: 'day' | 'month' | 'year';
  /** Below zero where the date is past. */
  readonly count: number;
  /** 0 is Sunday; `null` where only the month or the year is known. */
  readonly weekday: number | null;
}

/** From so many days on, months tell more; from so many months on, years do. */
const MANY_DAYS = 45;
const MANY_MONTHS = 24;
const DAY = 86_400_000;

interface Parts {
  readonly year: number;
  /** From 1. */
  readonly month: number | null;
  readonly day: number | null;
}

/** Both `YYYY-MM-DD`, the date also `YYYY-MM` or `YYYY`; `null` where it is none. */
export function timeApart(date: string, today: string): TimeApart | null {
  const [to, from] = [partsOf(date), partsOf(today)];
  if (to === null || from === null || from.month === null || from.day === null) return null;
  const years = to.year - from.year;
  if (to.month === null) return { unit: 'year', count: years, weekday: null };
  const months = years * 12 + to.month - from.month;
  if (to.day === null) return inMonths(months, null);
  const [then, now] = [timeOf(to.year, to.month, to.day), timeOf(from.year, from.month, from.day)];
  const days = (then - now) / DAY;
  const weekday = new Date(then).getUTCDay();
  if (Math.abs(days) < MANY_DAYS) return { unit: 'day', count: days, weekday };
  // A month counts when all of it has gone by.
  const short = days < 0 ? to.day > from.day : to.day < from.day;
  return inMonths(short ? months - Math.sign(days) : months, weekday);
}

function inMonths(months: number, weekday: number | null): TimeApart {
  return Math.abs(months) < MANY_MONTHS
    ? { unit: 'month', count: months, weekday }
    : { unit: 'year', count: Math.trunc(months / 12), weekday };
}

function partsOf(date: string): Parts | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date) ?? [];
  if (year === undefined) return null;
  const parts = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
  const exact = new Date(timeOf(parts.year, parts.month ?? 1, parts.day ?? 1));
  const exists =
    exact.getUTCMonth() + 1 === (parts.month ?? 1) && exact.getUTCDate() === (parts.day ?? 1);
  return exists ? parts : null;
}

/** `Date.UTC` takes years below 100 for others. */
function timeOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
