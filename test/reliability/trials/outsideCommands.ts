/** Paths that lead out of the vault, in every command that writes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Command, Failure, type Values } from '../../../server/cli/command';
import { fix } from '../../../server/cli/fix';
import { plain } from '../../../server/cli/paint';
import { promote } from '../../../server/cli/promote';
import { rename } from '../../../server/cli/rename';
import { TODAY } from '../../support/day';
import { hostilePath, hostilePaths } from '../hostilePaths';
import { CLAIM, hostileVault, SOURCE } from '../hostileVault';
import type { Sandbox } from '../sandbox';
import { throughCli } from '../throughCli';
import type { Trial, TrialGroup } from '../trial';

const SEED = 8;

/** A command with one hostile text in it; its operands and options. */
type Call = readonly [Command, readonly string[], Values?];

const OLD = ['a.md', CLAIM, 'domains/baking', 'domains', 'out.md', 'hidden config.md'];

const calls: Readonly<Record<string, (text: string) => Call>> = {
  ...Object.fromEntries(OLD.map(old => [`rename ${old}`, (to: string) => [rename, [old, to]]])),
  'rename --title': title => [rename, ['a.md', 'a2.md'], { title }],
  'rename --short': to => [rename, ['a.md', to], { short: true }],
  'promote --title': title => [promote, [SOURCE], { hint: '1', title }],
  'promote --agent': agent => [promote, [SOURCE], { hint: 'all', agent }],
  'promote --hint': hint => [promote, [SOURCE], { hint }],
  fix: glob => [fix, ['.', glob]],
  'fix --links': glob => [fix, ['.', glob], { links: true, unsafe: true, 'no-git': true }],
};

/** Runs it in the vault, as a shell would; returns whether it was not refused. */
function done(box: Sandbox, [command, operands, values = {}]: Call): boolean {
  const here = process.cwd();
  process.chdir(box.vault);
  try {
    const all = { ...values, 'no-cache': true };
    command.run({ values: all, operands, paint: plain, today: TODAY, tell: () => {} });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  } finally {
    process.chdir(here);
  }
}

/** Tries one after the other, each on the vault as it was made; returns how many were not refused. */
function tryAll(tries: (one: (name: string, text: string) => void) => void): number {
  let box = hostileVault();
  let made = 0;
  tries((name, text) => {
    const what = `${name} ${JSON.stringify(text)}`;
    const call = calls[name]?.(text);
    assert.ok(call, what);
    const was = done(box, call);
    box.assertUntouched(what);
    if (!was) return;
    made += 1;
    box.remove();
    box = hostileVault();
  });
  box.remove();
  return made;
}

const each: Trial = {
  input: `${hostilePaths.length} paths out of the vault, in each of ${Object.keys(calls).length} commands that write`,
  through: 'command line',
  async run() {
    const made = tryAll(one => {
      for (const name of Object.keys(calls)) for (const text of hostilePaths) one(name, text);
    });
    assert.ok(made > 100, `only ${made} were not refused`);
    return 'nothing around the vault changed; whatever leads out is refused in words';
  },
};

const any: Trial = {
  input: 'five hundred paths made at random of steps up and down, in commands that write',
  through: 'command line',
  async run() {
    const each = fc.tuple(fc.constantFrom(...Object.keys(calls)), hostilePath);
    const made = tryAll(one =>
      fc.assert(
        fc.property(each, ([name, text]) => one(name, text)),
        { numRuns: 500, seed: SEED },
      ),
    );
    assert.ok(made > 20, `only ${made} were not refused`);
    return 'nothing around the vault changed';
  },
};

const linked: Trial = {
  input:
    'notes that are links to files outside, to `.git`, and to another vault, where each could be mended',
  through: 'command line',
  async run() {
    const box = hostileVault({ 'nested/n.md': '---\ntype: claim\nconfidence: likley\n---\n' });
    const nested = join(box.vault, 'nested');
    const before = box.stateIn('nested');
    const { status, stderr } = await throughCli(['fix', box.vault]);
    assert.equal(status, 2);
    for (const note of ['out.md', 'domains/baking/out two.md', 'into nested.md'])
      assert.match(
        stderr,
        new RegExp(`“${note}” is a link that leaves the vault: it was left`, 'u'),
      );
    const repaired = await throughCli(['fix', '--links', '--unsafe', box.vault]);
    assert.ok([1, 2].includes(repaired.status ?? 0), repaired.stderr);
    const renamed = await throughCli(['rename', join(box.vault, 'a.md'), 'c']);
    assert.equal(renamed.status, 2);
    assert.match(renamed.stderr, /is a link that leaves the vault: nothing was changed\./u);
    box.assertUntouched();
    assert.deepEqual(box.stateIn('nested'), before, nested);
    box.remove();
    return 'left as they are, which is said of each; the notes of the vault are mended';
  },
};

const known: Trial = {
  input: 'a file of known findings that is a link to a file outside',
  through: 'command line',
  async run() {
    const box = hostileVault();
    box.link('../outside.md', '.claimwright-baseline.json');
    const run = await throughCli(['check', '--write-baseline', box.vault]);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /cannot be used|leaves the vault/u);
    box.link('../outside/none.json', 'other.json');
    const other = await throughCli(
      ['check', '--write-baseline', '--baseline', 'other.json', box.vault],
      { cwd: box.vault },
    );
    box.assertUntouched(other.stderr);
    assert.equal(other.status, 0);
    box.remove();
    return 'refused in words, and where nothing is behind the link, a file takes its place; nothing outside is written';
  },
};

export const outsideCommands: TrialGroup = {
  name: 'paths out of the vault, on the command line',
  promise: 'Whatever names, titles, settings, and links say, a command writes in the vault alone.',
  trials: [each, any, linked, known],
};
