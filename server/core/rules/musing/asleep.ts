/** A musing that was begun and left. */
import { fieldOf } from '../../text/frontmatter';
import { isBefore, isDate } from '../frontmatter/dates';
import { typedFields } from '../frontmatter/expected';
import type { Place, Rule } from '../rule';

const DAYS = 30;

export const asleep: Rule = {
  code: 'musing/asleep',
  severity: 'hint',
  summary: `A musing that is a seed and was not touched for ${DAYS} days.`,
  docs:
    'A seed is a promise to think on. After a month it is time to develop it, to make a claim of it, or to let it go; in a Zettelkasten, ' +
    'fleeting notes that nobody comes back to bury those that matter. `updated` tells when it was last touched, else `created`.',
  check(place) {
    const status = fieldOf(place.note.frontmatter, 'status')?.values[0];
    if (place.type?.name !== 'musing' || status?.text.trim().toLowerCase() !== 'seed') return [];
    const touched = lastTouched(place);
    if (touched === undefined || !isBefore(touched, dayBefore(place.today, DAYS - 1))) return [];
    const message = `This musing has been a seed since ${touched}: develop it, make a claim of it, or let it go.`;
    return [{ span: status.inner, message }];
  },
  fix: () => [],
};

function lastTouched(place: Place): string | undefined {
  const dates = typedFields(place)
    .filter(
      ({ field, type }) => field.kind === 'scalar' && ['created', 'updated'].includes(type.name),
    )
    .map(({ field }) => field.values[0]?.text.trim() ?? '')
    .filter(isDate)
    .sort();
  return dates.at(-1)?.slice(0, 10);
}

function dayBefore(today: string, days: number): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
