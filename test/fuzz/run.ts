/**
 * Feeds every target of the table, or one, with cases: `npm run fuzz -- [--cases N] [--seconds S] [--only NAME]
 * [--seed N] [--path P] [--document]`. Exit status 1 where something does not hold. `--path` repeats a case of a seed.
 */
import { parseArgs } from 'node:util';
import { targets } from './all';
import { writeFinding } from './cases';
import { documented } from './document';
import { type Report, run } from './pool';

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    document: { type: 'boolean', default: false },
  },
});

/** Enough to see that everything runs. */
const USUAL_CASES = 20_000;

async function main(): Promise<void> {
  const only = values.only?.split(',');
  const wanted = targets.filter(({ name }) => only === undefined || only.includes(name));
  if (wanted.length === 0)
    throw new Error(`No such target; there are: ${targets.map(({ name }) => name).join(', ')}`);
  const seconds = number('seconds');
  const cases = number('cases') ?? (seconds === undefined ? USUAL_CASES : Number.POSITIVE_INFINITY);
  const seed = number('seed') ?? Date.now() % 2 ** 31;
  console.log(`Seed ${seed}`);
  const reports = await run(wanted, { seed, cases, seconds, path: values.path }, told);
  console.log(`\n${tableOf(reports)}`);
  const found = reports.flatMap(({ findings }) => findings);
  if (values.document && found.length === 0) documented(reports);
  process.exitCode = found.length === 0 ? 0 : 1;
}

function told({ target, findings, cases }: Report): void {
  const finding = findings.at(-1);
  if (finding === undefined) return;
  const { seed, path, error } = finding;
  const again = `--only ${target.name} --seed ${seed}${path === null ? '' : ` --path ${path}`}`;
  const input = (JSON.stringify(finding.input) ?? 'none').slice(0, 2000);
  console.log(
    `\n${target.name}, after ${cases} cases: ${error.split('\n').slice(0, 12).join('\n')}`,
  );
  console.log(`  of ${input}\n  again: npm run fuzz -- ${again}\n  as ${writeFinding(finding)}`);
}

function tableOf(reports: readonly Report[]): string {
  const rows = reports.map(({ target, cases, seconds, findings }) =>
    [target.name, cases, seconds.toFixed(1), findings.length].map(String),
  );
  const sum = (part: (report: Report) => number) =>
    reports.reduce((all, report) => all + part(report), 0);
  const all = [
    'all',
    sum(each => each.cases),
    sum(each => each.seconds).toFixed(1),
    sum(each => each.findings.length),
  ];
  const lines = [['target', 'cases', 'seconds', 'findings'], ...rows, all.map(String)];
  return lines
    .map(
      ([name = '', ...numbers]) =>
        name.padEnd(20) + numbers.map(each => each.padStart(10)).join(''),
    )
    .join('\n');
}

function number(name: 'cases' | 'seconds' | 'seed'): number | undefined {
  const written = values[name];
  if (written === undefined) return undefined;
  const read = Number(written);
  if (!Number.isFinite(read) || read < 0)
    throw new Error(`--${name} takes a number, not ${written}`);
  return read;
}

void main();
