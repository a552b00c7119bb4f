/** Writes what was fuzzed, and how often, into `docs/reliability.md`. */
import { row, writePart } from '../reliability/document';
import { keptCases } from './cases';
import type { Report } from './pool';

export function documented(reports: readonly Report[]): void {
  const total = reports.reduce((sum, { cases }) => sum + cases, 0);
  const rows = reports.map(({ target: { name, feeds, holds }, cases }) =>
    row(name, feeds, holds, count(cases), count(keptCases(name).length)),
  );
  const head = row('target', 'what it is fed with', 'what must hold', 'cases', 'kept');
  const table = [head, '| --- | --- | --- | ---: | ---: |', ...rows].join('\n');
  const command = `npm run fuzz -- --cases ${Math.round(total / 1000) * 1000}`;
  const words = `The last run tried ${count(total)} cases (\`${command}\`), and nothing was left that does not hold. What such runs had found before was mended, and the cases are kept and tried by \`npm test\`, along with some thousand new ones.`;
  writePart('fuzz', `${words}\n\n${table}`);
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}
