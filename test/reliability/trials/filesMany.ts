/** Very many files in a folder, and very many folders in each other. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inSandbox } from '../sandbox';
import { codesIn, everyCommand } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const NOTE = '[[gone]]\n';
const LEVELS = 1000;
const FILES = 50_000;

/** Makes folders in each other, whose path may be longer than a system takes at once. */
function descend(from: string, name: string, levels: number): void {
  const here = process.cwd();
  process.chdir(from);
  try {
    for (let level = 0; level < levels; level++) {
      mkdirSync(name);
      process.chdir(name);
      if (level % 100 === 0 || level === levels - 1) writeFileSync(`n${level}.md`, NOTE);
    }
  } finally {
    process.chdir(here);
  }
}

const deep: Trial = {
  input: `${LEVELS} folders in each other, with a path of ${2 * LEVELS} characters`,
  through: 'server and command line',
  run: inSandbox({ 'a.md': '[[n999]]' }, async ({ vault }) => {
    descend(vault, 'd', LEVELS);
    const last = `${'d/'.repeat(LEVELS)}n${LEVELS - 1}.md`;
    const { check, links } = await everyCommand(vault, { only: ['check', 'links'] });
    assert.match(codesIn(check, last), /link\/missing/u);
    assert.equal(links.links?.find(({ file }) => file === 'a.md')?.path, last);
    await throughServer(vault, async client => {
      await client.until('the deepest', () => client.found(last).length > 0);
    });
    return 'the deepest note is reported, and links lead to it';
  }),
};

const deeper: Trial = {
  input: `${LEVELS} folders in each other, with a path longer than the system opens`,
  through: 'server and command line',
  skip: () => (process.platform === 'linux' ? null : 'other systems have other limits'),
  run: inSandbox({ 'a.md': NOTE }, async ({ vault }) => {
    descend(vault, 'ten-letter', LEVELS);
    const { check } = await everyCommand(vault, { only: ['check', 'links', 'stats'] });
    assert.match(codesIn(check, 'a.md'), /link\/missing/u);
    assert.match(codesIn(check, 'ten-letter/n0.md'), /link\/missing/u);
    const logged: string[] = [];
    await throughServer(
      vault,
      async client => {
        await client.codes('ten-letter/n0.md', 'link/missing');
        await client.until('it is said', () =>
          logged.some(each => each.includes('may not be read')),
        );
      },
      { logged: text => logged.push(text) },
    );
    return 'what lies too deep is left out, which is said; the rest is reported';
  }),
};

const many: Trial = {
  input: `${FILES.toLocaleString('en')} notes in one folder`,
  through: 'server and command line',
  run: inSandbox({ 'a.md': NOTE }, async ({ vault }) => {
    mkdirSync(join(vault, 'all'));
    for (let at = 0; at < FILES; at++) writeFileSync(join(vault, `all/n${at}.md`), '[[n1]]\n');
    const bound = { seconds: 60, megabytes: 1000 };
    const { check } = await everyCommand(vault, { only: ['check'], bound });
    assert.match(codesIn(check, 'a.md'), /link\/missing/u);
    await throughServer(vault, client => client.codes('a.md', 'link/missing', 60_000), { bound });
    return 'all are read, and the one fault among them is found';
  }),
};

export const filesMany: TrialGroup = {
  name: 'many files',
  promise: 'However many files and folders there are, time and memory are bounded.',
  trials: [deep, deeper, many],
};
