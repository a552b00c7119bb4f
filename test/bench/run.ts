/**
 * The bench: how long the index, the server and their answers take, at several sizes of vault.
 *
 *   npm run bench -- [VAULT] [--sizes 1000,10000] [--generated] [--only cold,memory] [--runs 5] [--seconds 10]
 *                    [--from FILE] [--json | --markdown | --document] [--profile FOLDER]
 *
 * VAULT is copied and measured beside the generated ones; it defaults to `../shared/vault` beside the checkout, where
 * there is one, and `--generated` leaves it out. With 100,000 notes (`--sizes 1000,10000,100000`) it takes the better part
 * of an hour, so the default leaves them out. `--seconds` is how long an agent writes. `--from` tells figures that
 * `--json` wrote, and measures nothing. `--document` writes them into `docs/performance.md`, which tells what they mean.
 *
 * Times differ from machine to machine and with what else runs: compare ratios, and times only within one run. The bench
 * never fails for being slow; `growth.test.ts` does.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanUp } from '../support/lspClient';
import { writeDocument } from './document';
import { type Figures, type Part, parts } from './figures';
import { freshProcesses } from './fresh';
import { measure } from './measure';
import { report } from './table';
import { measuredVaults } from './vaults';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    only: { type: 'string', default: parts.join() },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
    generated: { type: 'boolean', default: false },
    from: { type: 'string' },
    profile: { type: 'string' },
  },
});

function numbers(name: 'sizes' | 'runs' | 'seconds'): number[] {
  const given = values[name] === '' ? [] : values[name].split(',').map(Number);
  if (given.some(each => !(each >= 1))) throw new RangeError(`--${name} takes numbers from 1 up`);
  return given;
}

function isPart(name: string): name is Part {
  return parts.some(part => part === name);
}

const only = values.only.split(',').map(name => {
  if (!isPart(name)) throw new RangeError(`--only takes ${parts.join(', ')}`);
  return name;
});
const [runs = 5] = numbers('runs');
const [seconds = 10] = numbers('seconds');
const sizes = numbers('sizes').sort((a, b) => a - b);

async function bench(): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-bench-'));
  try {
    const profile = values.profile === undefined ? undefined : resolve(values.profile);
    const fresh = freshProcesses(folder, profile);
    const all: Figures[] = [];
    for (const vault of measuredVaults(sizes, values.generated ? null : positionals[0])) {
      const place = join(folder, vault.name);
      all.push(await measure(vault, place, fresh, { only: new Set(only), runs, seconds }));
      rmSync(place, { recursive: true });
      rmSync(`${place}.cache`, { recursive: true, force: true });
    }
    return all;
  } finally {
    cleanUp();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { from } = values;
  const all = from === undefined ? await bench() : JSON.parse(readFileSync(from, 'utf8'));
  if (values.json) console.log(JSON.stringify(all, null, 2));
  else if (values.document) writeDocument(all);
  else console.log(report(all, values.markdown));
}

void main();
