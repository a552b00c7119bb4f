/** The language servers of a window, as the system lists processes (Linux only). */
import { readdirSync, readFileSync } from 'node:fs';
import { costOf } from '../../reliability/measured';

interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly isZombie: boolean;
  readonly command: string;
}

/** Those that run `file`, among all that this process started, directly or not. */
export function serversOf(file: string): number[] {
  return descendants()
    .filter(({ command, isZombie }) => !isZombie && command.split('\0').includes(file))
    .map(({ pid }) => pid);
}

/** Processes that ended and that nobody asks about. */
export function zombies(): number {
  return descendants().filter(({ isZombie }) => isZombie).length;
}

/** Processor seconds of a server and of the extension host that started it, so far. */
export function secondsOf(server: number): number {
  const { parent = 0 } = listed().find(({ pid }) => pid === server) ?? {};
  return (costOf(server)?.seconds ?? 0) + (costOf(parent)?.seconds ?? 0);
}

function descendants(): Listed[] {
  const all = listed();
  const family = new Set([process.pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid) && pid !== process.pid);
}

function listed(): Listed[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/u.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), isZombie: state === 'Z', command }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}
