/** The report of `stats --history` for people: a row a state, with a bar for the links that led nowhere. */
import type { Paint } from './paint';
import { counted, grouped, padLeft, widest } from './pretty';
import { shareOf } from './prettyStats';
import type { History } from './statsHistory';

/** Characters of the longest bar, and of a commit's name. */
const BAR = 20;
const SHORT = 8;

const HEADS = ['notes', 'links', 'near', 'ambiguous', 'missing', 'share'];

export function prettyHistory({ commits, shallow, points }: History, paint: Paint): string {
  const most = Math.max(1, ...points.map(({ missing }) => missing));
  const cells = points.map(({ notes, links, near, ambiguous, missing }) => [
    ...[notes, links, near, ambiguous, missing].map(grouped),
    shareOf(missing, links),
  ]);
  const columns = HEADS.map((head, at) => widest([head, ...cells.map(row => row[at] ?? '')]));
  const row = (texts: readonly string[]) =>
    texts.map((text, at) => padLeft(text, columns[at] ?? 0)).join('  ');
  const rows = points.map(({ date, commit, missing }, at) => {
    const bar = '█'.repeat(missing === 0 ? 0 : Math.max(1, Math.round((missing / most) * BAR)));
    const name = paint('dim', commit.slice(0, SHORT));
    return `  ${date.slice(0, 10)}  ${name}  ${row(cells[at] ?? [])}  ${bar}`.trimEnd();
  });
  const head = `  ${'date'.padEnd(10)}  ${'commit'.padEnd(SHORT)}  ${row(HEADS)}`;
  const title = `Links in ${points.length} of ${counted(commits, 'commit')} that changed the vault`;
  const cut =
    'The clone holds only the last commits. To fetch the others, run: git fetch --unshallow';
  return `${[paint('bold', title), '', paint('dim', head), ...rows, ...(shallow ? ['', cut] : [])].join('\n')}\n`;
}
