/** The report of `links` for people: how many lead where, then those that do not lead to one note. */
import type { LinkRecord } from './links';
import { type Paint, type Style, visible } from './paint';
import { byFile, counted, grouped, padLeft, padRight, widest } from './pretty';
import { shownPosition } from './range';

type How = NonNullable<LinkRecord['how']>;

const HOWS: Record<How, string> = {
  name: 'the file name',
  case: 'the file name in other capitals',
  path: 'the path from the root',
  relative: 'the path from the note',
  suffix: 'the end of one path',
  attachment: 'a file that is no note',
  self: 'the note itself',
  title: 'a title, alias or first heading',
  slug: 'the same words, written otherwise',
  prefix: 'the opening of one name',
};

const STYLES: Record<LinkRecord['resolution'], Style> = {
  found: 'green',
  near: 'blue',
  ambiguous: 'yellow',
  missing: 'red',
};

export function prettyLinks(notes: number, records: readonly LinkRecord[], paint: Paint): string {
  const open = records.filter(({ path }) => path === null);
  const blocks = [...byFile(open)].map(([file, found]) =>
    ['', paint('underline', visible(file)), ...rowsOf(found, paint), ''].join('\n'),
  );
  const title = `${counted(records.length, 'link')} in ${counted(notes, 'note')}`;
  return `${[title, ...(records.length === 0 ? [] : ['', ...table(records, paint)])].join('\n')}\n${blocks.join('')}`;
}

function rowsOf(found: readonly LinkRecord[], paint: Paint): string[] {
  const rows = found.map(each => ({ ...each, at: shownPosition(each.range) }));
  const at = widest(rows.map(row => row.at));
  const kind = widest(rows.map(row => row.resolution));
  return rows.map(row => {
    const notes = [
      ...(row.field === null ? [] : [row.field]),
      ...row.candidates.map((path, i) => `${i === 0 ? 'either ' : 'or '}${path}`),
    ];
    const tail = notes.length === 0 ? '' : `  ${paint('dim', visible(notes.join(' · ')))}`;
    const label = paint(STYLES[row.resolution], padRight(row.resolution, kind));
    return `  ${padLeft(row.at, at)}  ${label}  ${visible(row.raw)}${tail}`;
  });
}

interface Row {
  readonly label: string;
  readonly style: Style | null;
  readonly counts: readonly string[];
  readonly meaning: string;
}

function table(records: readonly LinkRecord[], paint: Paint): string[] {
  const heads = ['body', 'front matter', 'total'];
  const rows = rowsOfTable(records);
  const label = widest(rows.map(row => row.label));
  const widths = heads.map((head, i) => widest([head, ...rows.map(row => row.counts[i] ?? '')]));
  const cells = (texts: readonly string[]) =>
    texts.map((text, i) => padLeft(text, widths[i] ?? 0)).join('  ');
  return [
    `  ${' '.repeat(label)}  ${paint('dim', cells(heads))}`,
    ...rows.map(({ label: text, style, counts, meaning }) => {
      const name = padRight(text, label);
      const end = meaning === '' ? '' : `  ${paint('dim', meaning)}`;
      return `  ${style === null ? name : paint(style, name)}  ${cells(counts)}${end}`;
    }),
  ];
}

/** A row a resolution and, indented below, one for each way to it that occurs. */
function rowsOfTable(records: readonly LinkRecord[]): Row[] {
  const rows: Row[] = [];
  for (const kind of ['found', 'near', 'ambiguous', 'missing'] as const) {
    const ofKind = records.filter(({ resolution }) => resolution === kind);
    rows.push({ label: kind, style: STYLES[kind], counts: countsOf(ofKind), meaning: '' });
    for (const [how, meaning] of Object.entries(HOWS)) {
      const ofHow = ofKind.filter(record => record.how === how);
      if (ofHow.length === 0) continue;
      rows.push({ label: `  ${how}`, style: null, counts: countsOf(ofHow), meaning });
    }
  }
  return rows;
}

function countsOf(records: readonly LinkRecord[]): string[] {
  const body = records.filter(({ field }) => field === null).length;
  return [body, records.length - body, records.length].map(grouped);
}
