/** Measures a vault read for the first time, in a process that did nothing before. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { loadVault } from '../../server/cli/loadVault';
import { rules } from '../../server/core/rules/all';
import { checkNote } from '../../server/core/rules/check';
import { placeOf } from '../../server/core/rules/rule';
import { isNotePath } from '../../server/core/vault/names';
import { Vault } from '../../server/core/vault/Vault';
import { listFiles } from '../../server/disk';
import { TODAY } from '../support/day';
import { changesIn } from './loaded';
import { processorTime, stopwatch } from './quantiles';
import { settle } from './settle';

/** Milliseconds since the start of the script: by the clock, and of the processor in all threads. */
export interface Cost {
  readonly time: number;
  readonly cpu: number;
}

export interface Read extends Cost {
  readonly notes: number;
  readonly bytes: number;
  /** Peak resident memory in MB. */
  readonly resident: number;
}

export interface Index {
  /** Every note is indexed. */
  readonly indexed: Cost;
  /** And its front matter validated, its links resolved: the cold start. */
  readonly cold: Cost;
  /** And all built that is left for later: nothing is slower when it is first asked for. */
  readonly settled: Cost;
  readonly resident: number;
}

/** A start that takes over what an earlier one parsed. */
export interface Warm {
  /** As of a cold start. */
  readonly indexed: Cost;
  readonly warm: Cost;
}

export interface Check {
  /** Of the cold start in the same process. */
  readonly cold: Cost;
  /** Of all rules over all notes alone. */
  readonly check: Cost;
  readonly findings: number;
}

export interface ColdFigures extends Index {
  readonly read: Read;
}

export type CheckFigures = Check;

/** Lists the vault and reads the bytes of its notes, without as much as decoding them: the floor of every index. */
export function readBytes(root: string): Read {
  const cost = costs();
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
  return { ...cost(), notes, bytes, resident: resident() };
}

export function indexVault(root: string): Index {
  const cost = costs();
  const vault = new Vault();
  vault.load(changesIn(root));
  const indexed = cost();
  validate(vault);
  const cold = cost();
  settle(vault);
  return { indexed, cold, settled: cost(), resident: resident() };
}

/** `cache` is the folder where the start before left what it parsed. */
export function warmVault(root: string, cache: string): Warm {
  const cost = costs();
  const vault = loadVault(root, { values: { cache }, tell: () => {} });
  const indexed = cost();
  validate(vault);
  return { indexed, warm: cost() };
}

export function checkVault(root: string): Check {
  const cost = costs();
  const vault = new Vault();
  vault.load(changesIn(root));
  validate(vault);
  const cold = cost();
  const check = costs();
  let findings = 0;
  for (const path of vault.notes()) findings += checkNote(vault, path, TODAY).length;
  return { cold, check: check(), findings };
}

const validating = rules.filter(({ code }) => /^(?:frontmatter|lifecycle)\//u.test(code));

/** Returns how much it found and resolved: as it is told, no engine can leave the work out. */
export function validate(vault: Vault): number {
  let count = 0;
  for (const path of vault.notes()) {
    const place = placeOf(vault, path, TODAY);
    if (place === undefined) continue;
    for (const { resolution } of place.links) if (resolution.kind === 'found') count++;
    for (const rule of validating) count += rule.check(place).length;
  }
  return count;
}

/** From now on. */
function costs(): () => Cost {
  const [time, cpu] = [stopwatch(), processorTime()];
  return () => ({ time: time(), cpu: cpu() });
}

function resident(): number {
  return process.resourceUsage().maxRSS / 1024;
}
