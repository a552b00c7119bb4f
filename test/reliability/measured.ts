/** What a process has cost so far, so that a trial can hold it to a bound; `null` where the system does not say. */
import { readFileSync } from 'node:fs';

export interface Cost {
  /** Of processors, all threads together. */
  readonly seconds: number;
  /** Resident memory at its peak. */
  readonly megabytes: number;
}

/** Linux counts in hundredths of a second, whatever the machine: `man 5 proc`. */
const TICKS = 100;

export function costOf(pid: number | undefined): Cost | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // The second field is the program's name in brackets, with any characters.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user = 0, system = 0] = [Number(fields[11]), Number(fields[12])];
    if (peak === undefined) return null;
    return { seconds: (user + system) / TICKS, megabytes: Number(peak) / 1024 };
  } catch {
    return null;
  }
}
