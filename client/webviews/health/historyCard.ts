/** Broken links over time: read from git only where the reader asks for it, shown as a line and as a table. */
import type { HistoryPoint, LinkHistory } from '../../../server/lsp/protocol';
import { element } from '../graph/dom';
import { lineChart } from './chart';
import { counted, shareOf } from './words';

/** Characters of a commit's name. */
const SHORT = 8;

export interface ShownHistory {
  /** `null` while it is read, `undefined` before anybody asked. */
  readonly history: LinkHistory | null | undefined;
  /** Whether its table is unfolded. */
  readonly unfolded: boolean;
}

export interface HistoryWants {
  ask(): void;
  fold(unfold: boolean): void;
}

export function historyCard({ history, unfolded }: ShownHistory, wants: HistoryWants): HTMLElement {
  const card = element('section', '', 'card history');
  const heading = element('h2', 'Broken links over time');
  heading.id = 'section-history';
  card.setAttribute('aria-labelledby', heading.id);
  card.append(heading);
  if (history === undefined)
    card.append(
      element('p', 'How many links led nowhere in past commits, as git tells it.', 'quiet'),
    );
  else if (history === null) card.append(element('p', 'Reading the history…', 'quiet'));
  else if (history.refused !== null) card.append(element('p', history.refused));
  else card.append(...shown(history, unfolded, wants));
  const button = element('button', history ? 'Read Again' : 'Show History', 'more');
  button.type = 'button';
  button.dataset['focus'] = 'history';
  // It stays what has the focus while git is asked.
  button.setAttribute('aria-disabled', String(history === null));
  button.addEventListener('click', () => {
    if (history !== null) wants.ask();
  });
  card.append(button);
  return card;
}

/** What the chart says, in a sentence. */
export function summaryOf(points: readonly HistoryPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const most = Math.max(...points.map(({ missing }) => missing));
  const date = datesOf(points);
  return `Links that led nowhere: ${first.missing.toLocaleString()} on ${date(first)}, ${last.missing.toLocaleString()} on ${date(last)}, at most ${most.toLocaleString()}.`;
}

function shown(
  { points, commits, shallow }: LinkHistory,
  unfolded: boolean,
  wants: HistoryWants,
): HTMLElement[] {
  const date = datesOf(points);
  const [first, last] = [points[0], points.at(-1)];
  const chart = lineChart({
    points: points.map(point => ({
      time: Date.parse(point.date),
      count: point.missing,
      told: `${date(point)}: ${point.missing.toLocaleString()} of ${counted(point.links, 'link')} led nowhere`,
    })),
    summary: summaryOf(points),
    from: first === undefined ? '' : date(first),
    to: last === undefined ? '' : date(last),
  });
  const about = `Links that led nowhere, in ${points.length} of ${counted(commits, 'commit')} that changed the vault.`;
  const cut = 'This clone holds only the last commits of its history.';
  const details = element('details');
  details.open = unfolded;
  const summary = element('summary', 'Each commit in numbers');
  summary.dataset['focus'] = 'history table';
  details.append(summary, table(points, date));
  details.addEventListener('toggle', () => wants.fold(details.open));
  return [element('p', shallow ? `${about} ${cut}` : about, 'quiet'), chart, details];
}

function table(points: readonly HistoryPoint[], date: (point: HistoryPoint) => string) {
  const made = element('table');
  const head = element('tr');
  for (const name of ['Commit', 'Notes', 'Links', 'Near', 'Ambiguous', 'Missing']) {
    const cell = element('th', name, name === 'Commit' ? '' : 'count');
    cell.scope = 'col';
    head.append(cell);
  }
  const body = element('tbody');
  // The newest first, as git lists them.
  for (const point of points.toReversed()) {
    const { commit, notes, links, near, ambiguous, missing } = point;
    const row = element('tr');
    const name = element('th', date(point));
    name.scope = 'row';
    name.append(element('code', commit.slice(0, SHORT)));
    name.title = commit;
    row.append(name);
    for (const count of [notes, links, near, ambiguous, missing])
      row.append(element('td', count.toLocaleString(), 'count'));
    row.lastElementChild?.append(element('span', shareOf(missing, links), 'meaning'));
    body.append(row);
  }
  const top = element('thead');
  top.append(head);
  made.append(top, body);
  return made;
}

/** As the reader's clock and language have it, with the time of day where two are of one day. */
function datesOf(points: readonly HistoryPoint[]): (point: HistoryPoint) => string {
  const day = ({ date }: HistoryPoint) =>
    new Date(date).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const days = new Set(points.map(day));
  if (days.size === points.length) return day;
  return ({ date }) =>
    new Date(date).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
