/** The day on which copied material was published, as far as its address or its first lines tell. */
import { isDate, meantDates } from '../../rules/frontmatter/dates';

/** So many lines stand above the text itself. */
const HEAD = 12;
/** Longer lines are sentences, and a date in them may be of anything. */
const SHORT = 80;
const DATES =
  /\b(?:\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})\b/gu;

/** `null` where nothing tells, or several days are told. None is after `today`. */
export function publishedOn(url: string, text: string, today: string): string | null {
  const [, year, month, day] = /\/(\d{4})[/-](\d\d)[/-](\d\d)(?:[/-]|$)/u.exec(url) ?? [];
  const addressed = `${year}-${month}-${day}`;
  if (year !== undefined && isDate(addressed) && addressed <= today) return addressed;
  const lines = text
    .slice(0, HEAD * 1000)
    .split(/\r\n|\r|\n/u)
    .slice(0, HEAD);
  const told = lines.filter(line => line.length <= SHORT).flatMap(datesIn);
  const days = new Set(told.filter(each => each <= today));
  const [only, more] = days;
  return more === undefined ? (only ?? null) : null;
}

function datesIn(line: string): string[] {
  return (line.match(DATES) ?? []).flatMap(written => {
    const meant = isDate(written) ? [written] : meantDates(written);
    return meant.length === 1 ? meant : [];
  });
}
