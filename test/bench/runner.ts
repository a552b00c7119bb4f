/**
 * Measures one thing of one vault in a process of its own, and prints it as JSON. `run.ts` bundles and starts it:
 * `node --expose-gc runner.js TASK VAULT`. Times are in milliseconds and leave out the start of Node.
 */

import '../../server/engine';
import { changesIn, loaded } from './loaded';
import { checkVault, indexVault, readBytes, warmVault } from './measureCold';
import { measureCompletion } from './measureCompletion';
import { measureEdits } from './measureEdits';
import { measureFrontmatter } from './measureFrontmatter';
import { measureGrowth } from './measureGrowth';
import { measureLinks } from './measureLinks';
import { measureMemory } from './measureMemory';
import { measureTitles } from './measureTitles';

const [task = '', root = ''] = process.argv.slice(2);

const warm = () => loaded(changesIn(root));

const tasks: Readonly<Record<string, () => unknown>> = {
  read: () => readBytes(root),
  index: () => indexVault(root),
  warm: () => warmVault(root, `${root}.cache`),
  check: () => checkVault(root),
  edits: () => measureEdits(warm()),
  completion: () => measureCompletion(warm()),
  links: () => measureLinks(warm()),
  titles: () => measureTitles(warm()),
  memory: () => measureMemory(root),
  growth: () => measureGrowth(root),
  frontmatter: () => measureFrontmatter(warm()),
};

const run = tasks[task];
if (run === undefined) throw new Error(`runner: ${Object.keys(tasks).join('|')} VAULT`);
process.stdout.write(JSON.stringify(run()));
