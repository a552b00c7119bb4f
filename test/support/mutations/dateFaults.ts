/** Dates that are none, have not come yet, or come before the one that they must follow. */
import { fieldOf, textOf } from '../../../server/core/text/frontmatter';
import { at, type Fault } from './Fault';
import { oneOf, type Specimen, someScalar, withField, withValue } from './Specimen';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function misdated(
  name: string,
  date: (year: string, month: string, day: string, specimen: Specimen) => string | undefined,
  safe = false,
): Fault {
  return {
    name,
    codes: ['frontmatter/invalid-date'],
    safe,
    inject(specimen) {
      const field = someScalar(specimen, type => type.kind === 'date')?.field;
      const written = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(field?.values[0]?.text ?? '');
      const [, year = '', month = '', day = ''] = written ?? [];
      const newText = written === null ? undefined : date(year, month, day, specimen);
      return field && newText ? [withValue(field, newText)] : null;
    },
  };
}

/** The later of two dates, long before the other. */
function before(name: string, later: string): Fault {
  return {
    name,
    codes: ['lifecycle/date-order'],
    shownAt: at(later),
    inject(specimen) {
      const { type, frontmatter } = specimen;
      const field = type.field(later);
      if (field?.after === undefined) return null;
      const { after } = field;
      const subtype = type.subtype === undefined ? undefined : textOf(frontmatter, type.subtype);
      const first = fieldOf(frontmatter, after);
      if (!type.has(field, subtype) || (first !== undefined && first.kind !== 'scalar'))
        return null;
      const edits = [
        first === undefined ? withField(specimen, after, '2024-03-05') : null,
        withField(specimen, later, '1066-10-14'),
      ];
      return edits.filter(edit => edit !== null);
    },
  };
}

export const dateFaults: readonly Fault[] = [
  misdated('day that the month lacks', year => `${year}-02-30`),
  misdated('day 45', (year, month) => `${year}-${month}-45`),
  misdated('month 13', (year, _, day) => `${year}-13-${day}`),
  misdated('day first', (year, month, day) => `${day}-${month}-${year}`),
  misdated('day first, with slashes', (year, month, day) => `${day}/${month}/${year}`),
  misdated('slashes', (year, month, day) => `${year}/${month}/${day}`, true),
  misdated('dots', (year, month, day) => `${year}.${month}.${day}`, true),
  misdated(
    'one digit',
    (year, month, day) => {
      const short = `${year}-${Number(month)}-${Number(day)}`;
      return short.length < 10 ? short : undefined;
    },
    true,
  ),
  misdated(
    'month in words',
    (year, month, day) => `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
    true,
  ),
  misdated('words', (_year, _month, _day, specimen) =>
    oneOf(specimen, ['last spring', 'TBD', 'yesterday', 'soon']),
  ),
  misdated('year of two digits', (year, month, day) => `${year.slice(2)}-${month}-${day}`),
  {
    name: 'in the future',
    codes: ['frontmatter/future-date'],
    inject(specimen) {
      const found = someScalar(specimen, type => type.kind === 'date' && type.future !== true);
      const date = oneOf(specimen, ['2062-03-05', '2027-01-01', '2205-11', '2031']);
      return found && date ? [withValue(found.field, date)] : null;
    },
  },
  before('processed before published', 'processed_date'),
  before('decided before proposed', 'resolution_date'),
  before('evaluated before made', 'last_evaluated'),
  before('updated before made', 'last_updated'),
];
