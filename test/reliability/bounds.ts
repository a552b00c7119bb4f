/** Ends a process that takes more than it may, so that what should be bounded cannot run for hours, and says so. */
import type { ChildProcess } from 'node:child_process';
import { type Cost, costOf } from './measured';

export interface Bound {
  readonly seconds: number;
  readonly megabytes: number;
}

/** For one run of the command line, or one server with all that it is asked. */
export const usualBound: Bound = { seconds: 10, megabytes: 600 };

/** However busy the machine is, something waits where nothing may wait. */
const WAITED = 60;

export interface Watch {
  /** Rejects as soon as more is taken; else it stays open. */
  readonly exceeded: Promise<never>;
  /** Ends watching. Throws where more was taken. */
  end(): Cost | null;
}

export function watch(child: ChildProcess, bound: Bound = usualBound): Watch {
  const began = Date.now();
  let last: Cost | null = null;
  let fault: Error | null = null;
  let tell: (fault: Error) => void = () => {};
  const exceeded = new Promise<never>((_, reject) => {
    tell = reject;
  });
  // Whoever does not wait for it hears of it at the end.
  exceeded.catch(() => {});
  const look = () => {
    last = costOf(child.pid) ?? last;
    const why = excess(last, bound, Date.now() - began);
    if (why === null || fault !== null) return;
    fault = new Error(why);
    child.kill('SIGKILL');
    tell(fault);
  };
  const timer = setInterval(look, 20);
  return {
    exceeded,
    end() {
      look();
      clearInterval(timer);
      if (fault !== null) throw fault;
      return last;
    },
  };
}

function excess(cost: Cost | null, { seconds, megabytes }: Bound, waited: number): string | null {
  if ((cost?.seconds ?? 0) > seconds) return `took more than ${seconds} processor seconds`;
  if ((cost?.megabytes ?? 0) > megabytes) return `took more than ${megabytes} MB of memory`;
  return waited > seconds * WAITED * 1000 ? `did not end in ${seconds * WAITED} seconds` : null;
}
