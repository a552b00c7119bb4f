/** Makes the commit and the tag of a release: `npm run release -- VERSION`. Pushes and publishes nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADING = '## Unreleased\n';

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

/** Why that version cannot be made, as a sentence; `null` where it can. */
function obstacle(version: string, now: string, changes: string): string | null {
  if (!/^\d+\.\d+\.\d+$/u.test(version)) return 'Give a version, as 1.2.3.';
  if (!isHigher(version, now)) return `${version} does not come after ${now}.`;
  if (git('status', '--porcelain') !== '') return 'There are changes that are not committed.';
  const branch = git('rev-parse', '--abbrev-ref', 'HEAD');
  if (branch !== 'main') return `Releases are made on main, and this is ${branch}.`;
  if (git('tag', '--list', `v${version}`) !== '') return `There is a tag v${version} already.`;
  if (changes.trim() === '') return 'CHANGELOG.md says nothing under Unreleased.';
  return null;
}

function isHigher(version: string, than: string): boolean {
  const [a, b] = [version, than].map(each => each.split('.').map(Number));
  const at = [0, 1, 2].find(part => a?.[part] !== b?.[part]);
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}

/** What stands under the heading of what is not released. */
function unreleased(log: string): string {
  const begin = log.indexOf(HEADING);
  if (begin < 0) return '';
  const rest = log.slice(begin + HEADING.length);
  const end = rest.search(/^## /mu);
  return end < 0 ? rest : rest.slice(0, end);
}

function main([version = '']: readonly string[]): number {
  const root = process.cwd();
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  const log = read('CHANGELOG.md');
  const { version: now } = JSON.parse(read('package.json')) as { version: string };
  const why = obstacle(version, now, unreleased(log));
  if (why !== null) {
    console.error(why);
    return 2;
  }
  const [date] = new Date().toISOString().split('T');
  writeFileSync(
    join(root, 'CHANGELOG.md'),
    log.replace(HEADING, () => `${HEADING}\n## ${version} (${date})\n`),
  );
  for (const name of ['package.json', 'package-lock.json']) {
    // The first ones are those of the package itself; nothing else of the file changes.
    let left = name === 'package.json' ? 1 : 2;
    const written = read(name).replace(/"version": "[^"]*"/gu, said =>
      left-- > 0 ? `"version": "${version}"` : said,
    );
    writeFileSync(join(root, name), written);
  }
  git('commit', '--all', '--message', `release: ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', `Claimwright ${version}`);
  console.log(`Committed and tagged v${version}. Nothing was pushed.`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
