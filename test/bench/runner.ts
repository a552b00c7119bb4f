/**
 * Measures one thing of one vault in a process of its own, and prints it as JSON. `run.ts` bundles and starts it:
 * `node runner.cjs read|index|edit|complete|links|frontmatter|titles VAULT`. Times are in milliseconds and leave out the start of Node.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { checkNote } from '../../server/core/rules/check';
import { isNotePath } from '../../server/core/vault/names';
import { type Change, Vault } from '../../server/core/vault/Vault';
import { listFiles, readChange } from '../../server/disk';
import { TODAY } from '../support/day';
import { measureCompletion } from './measureCompletion';
import { measureEdits } from './measureEdits';
import { measureFrontmatter } from './measureFrontmatter';
import { measureLinks } from './measureLinks';
import { measureTitles } from './measureTitles';
import { stopwatch } from './quantiles';

const [task = '', root = ''] = process.argv.slice(2);

/** Lists the vault and reads the bytes of its notes, without as much as decoding them: the floor of every index. */
function read() {
  const time = stopwatch();
  const buffer = Buffer.allocUnsafe(6 * 1024 * 1024);
  let bytes = 0;
  let notes = 0;
  for (const path of listFiles(root)) {
    if (!isNotePath(path)) continue;
    const file = openSync(join(root, path), 'r');
    bytes += readSync(file, buffer, 0, buffer.length, 0);
    closeSync(file);
    notes++;
  }
  return { time: time(), cpu: cpuTime(), notes, bytes, resident: resident() };
}

function* changes(): Generator<Change> {
  for (const path of listFiles(root)) yield readChange(root, path);
}

function index() {
  const vault = new Vault();
  const time = stopwatch();
  vault.load(changes());
  const indexed = time();
  const cpu = cpuTime();
  const peak = resident();
  let findings = 0;
  for (const path of vault.notes()) findings += checkNote(vault, path, TODAY).length;
  const checked = time();
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1e6;
  return {
    time: indexed,
    cpu,
    checked,
    resident: peak,
    heap,
    findings,
    // Asked for last, so that the vault is still there when the heap is measured.
    kept: vault.has(''),
  };
}

/** The whole vault with its texts, for what is measured in a warm process. */
function loaded() {
  const vault = new Vault();
  const texts = new Map<string, string>();
  for (const change of changes()) {
    vault.load([change]);
    if (change.kind === 'set' && change.text !== null) texts.set(change.path, change.text);
  }
  return { vault, texts };
}

const started = process.cpuUsage();

/** Of all threads since the start of the script: other work on the machine hardly changes it. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Peak resident memory in MB. */
function resident(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const tasks: Readonly<Record<string, () => unknown>> = {
  read,
  index,
  edit: () => measureEdits(loaded()),
  complete: () => measureCompletion(loaded()),
  links: () => measureLinks(loaded()),
  frontmatter: () => measureFrontmatter(loaded()),
  titles: () => measureTitles(loaded()),
};

const run = tasks[task];
if (run === undefined) throw new Error(`runner: ${Object.keys(tasks).join('|')} VAULT`);
process.stdout.write(JSON.stringify(run()));
