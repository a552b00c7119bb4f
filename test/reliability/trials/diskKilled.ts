/** A command that is killed before each call by which it writes, one after the other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collect, startCli } from '../../support/runCli';
import { SOURCE, vaultFiles } from '../hostileVault';
import { inSandbox, Sandbox } from '../sandbox';
import { throughCli } from '../throughCli';
import type { Trial, TrialGroup } from '../trial';

const PRELOADED = resolve(__dirname, '../killedAt.cjs');
const LEFT_OVER = /^\.claimwright-[0-9a-f]{12}\.tmp$/u;
/** As many at once as a small machine has processors. */
const AT_ONCE = 4;

type Texts = ReadonlyMap<string, string>;

function textsIn(vault: string): { texts: Texts; leftOver: number } {
  const texts = new Map<string, string>();
  let leftOver = 0;
  for (const name of readdirSync(vault, { recursive: true, encoding: 'utf8' })) {
    const file = join(vault, name);
    if (!statSync(file).isFile()) continue;
    if (LEFT_OVER.test(name.slice(name.lastIndexOf('/') + 1))) leftOver++;
    else texts.set(name, readFileSync(file, 'utf8'));
  }
  return { texts, leftOver };
}

interface Killed {
  /** Whether the command came to its end before that call. */
  readonly ended: boolean;
}

/** Kills it before its `at`-th call that writes, and asks of every file whether it is whole. */
async function killed(
  args: readonly string[],
  at: number,
  before: Texts,
  after: Texts,
): Promise<Killed> {
  const box = new Sandbox({ '.claimwright.yaml': '', ...vaultFiles });
  try {
    const env = { KILL_AT: String(at), NODE_OPTIONS: `--require=${PRELOADED}` };
    const child = startCli(args, { cwd: box.vault, env });
    const { status } = await collect(child);
    const { texts, leftOver } = textsIn(box.vault);
    const what = `${args[0]}, killed at ${at}`;
    // What is renamed has its new text under its old name first.
    const whole = new Set([...before.values(), ...after.values()]);
    for (const [name, text] of texts)
      assert.ok(whole.has(text), `${what}: ${name} is half written`);
    for (const name of before.keys())
      if (after.has(name)) assert.ok(texts.has(name), `${what}: ${name} is gone`);
    // What got another name or place has one of both.
    const gone = [...before.keys()].filter(name => !after.has(name) && !texts.has(name));
    const came = [...after.keys()].filter(name => !before.has(name) && texts.has(name));
    assert.ok(gone.length <= came.length, `${what}: ${gone} is lost`);
    assert.ok(leftOver <= after.size, what);
    if (status !== null) assert.deepEqual([texts, leftOver], [after, 0], what);
    box.assertUntouched(what);
    return { ended: status !== null };
  } finally {
    box.remove();
  }
}

/** At each call, until one run comes to its end. */
function killedEverywhere(args: readonly string[], least: number): () => Promise<string> {
  return inSandbox(vaultFiles, async ({ vault }) => {
    const before = textsIn(vault).texts;
    const { stderr } = await throughCli(args, { cwd: vault });
    const after = textsIn(vault).texts;
    assert.notDeepEqual(after, before, stderr);
    let calls = 0;
    for (let at = 1, ended = false; !ended; at += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, more) =>
        killed(args, at + more, before, after),
      );
      const all = await Promise.all(some);
      calls += all.filter(each => !each.ended).length;
      ended = all.some(each => each.ended);
    }
    assert.ok(calls >= least, `only ${calls} calls`);
    return 'each note is the old one or the new one, whole, and none is lost; beside them at most a hidden temporary file';
  });
}

const trial = (input: string, args: readonly string[], least: number): Trial => ({
  input,
  through: 'command line',
  skip: () => (process.platform === 'win32' ? 'Windows has no such signal' : null),
  run: killedEverywhere(args, least),
});

export const diskKilled: TrialGroup = {
  name: 'killed while it writes',
  promise: 'A command that is killed at any moment leaves whole notes.',
  trials: [
    trial('`fix`, killed before each call that writes', ['fix', '.'], 6),
    trial('`rename` of a note, killed before each call that writes', ['rename', 'a.md', 'c'], 20),
    trial(
      '`rename` of a folder, killed before each call that writes',
      ['rename', 'domains/baking', 'domains/bread'],
      2,
    ),
    trial(
      '`promote`, killed before each call that writes',
      ['promote', SOURCE, '--hint', 'all'],
      15,
    ),
  ],
};
