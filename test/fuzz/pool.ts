/** Shares cases out among processes, as many as there are processors, and gathers what they find. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Target } from './Target';
import type { Finding } from './tryCases';
import type { Done, Job } from './worker';

export interface Wish {
  readonly seed: number;
  /** Of all targets together; may be infinite where `seconds` ends it. */
  readonly cases: number;
  readonly seconds?: number | undefined;
  readonly path?: string | undefined;
}

export interface Report {
  readonly target: Target;
  readonly cases: number;
  /** Of processors. */
  readonly seconds: number;
  /** No two of which fail in the same way. */
  readonly findings: readonly Finding[];
}

/** Parts into which the cases of a target are cut, so that all targets come up early. */
const PARTS = 20;
/** Cases of a part where there is no end to them, for each of a thousand that a target gets. */
const ENDLESS_PART = 10;
/** Milliseconds without a new case after which one counts as stuck. */
const STUCK = 180_000;
/** After so many findings a target gets no more cases. */
const MOST_FINDINGS = 3;

/** `told` hears of a target after each of its findings. */
export async function run(
  targets: readonly Target[],
  wish: Wish,
  told: (report: Report) => void,
): Promise<Report[]> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-fuzz-'));
  const shares = sharesOf(targets, wish);
  const end = Date.now() + (wish.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const next = function* (): Generator<Share> {
    for (;;) {
      const left = shares.filter(each => each.left > 0 && each.findings.length < MOST_FINDINGS);
      if (left.length === 0) return;
      for (const share of left) {
        if (Date.now() >= end) return;
        if (share.left > 0) yield share;
      }
    }
  };
  const queue = next();
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), 8) }, async (_, at) => {
      const worker = new Worker(join(folder, `${at}`));
      for (const share of queue) {
        const cases = Math.min(share.part, share.left);
        share.left -= cases;
        const seed = wish.path === undefined ? seedOf(wish.seed, share) : wish.seed;
        const within = Math.max(1, end - Date.now());
        const limit = Number.isFinite(within) ? { within } : {};
        const target = share.target;
        const done = await worker.tried(target, { seed, cases, path: wish.path, ...limit });
        share.cases += done.cases;
        share.seconds += done.took / 1000;
        if (done.finding === null || share.findings.some(each => alike(each, done.finding)))
          continue;
        share.findings.push(done.finding);
        told(share);
      }
      worker.end();
    }),
  );
  rmSync(folder, { recursive: true, force: true });
  return shares;
}

interface Share extends Report {
  cases: number;
  seconds: number;
  readonly findings: Finding[];
  left: number;
  readonly part: number;
  parts: number;
}

function sharesOf(targets: readonly Target[], { cases, path }: Wish): Share[] {
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets.map(target => {
    const left = path === undefined ? Math.ceil((cases * target.weight) / all) : 1;
    const part = Number.isFinite(left) ? left / PARTS : target.weight * ENDLESS_PART;
    const none = { cases: 0, seconds: 0, findings: [], parts: 0 };
    return { target, left, part: Math.ceil(part), ...none };
  });
}

/** Another for each part, the same each time: no part depends on how fast the others were. */
function seedOf(seed: number, share: Share): number {
  share.parts++;
  return (seed + share.parts * 7919) % 2 ** 31;
}

/** The same fault is found again and again, with other numbers. */
function alike(one: Finding, other: Finding | null): boolean {
  const sort = (finding: Finding | null) =>
    finding?.error.split('\n')[0]?.replace(/\d+/gu, '').slice(0, 80);
  return sort(one) === sort(other);
}

/** A process, and another one in its place where it is stuck or ends. */
class Worker {
  private child: ChildProcess | null = null;

  constructor(private readonly progress: string) {}

  tried(target: Target, budget: Omit<Job, 'target' | 'progress'>): Promise<Done> {
    const child = this.child ?? fork(join(import.meta.dirname, 'worker.ts'));
    this.child = child;
    return new Promise(resolve => {
      let [seen, since] = [-1, Date.now()];
      const finish = (done: Done) => {
        clearInterval(watch);
        child.removeAllListeners();
        resolve(done);
      };
      const fail = (why: string) => {
        child.kill('SIGKILL');
        this.child = null;
        const { seed } = budget;
        const at = this.begun();
        // Generated again, which costs less than to tell of each before it is tried.
        const [input] = at === 0 ? [] : fc.sample(target.input, { seed, numRuns: at }).slice(-1);
        const path = at === 0 ? null : `${at - 1}`;
        finish({
          cases: at,
          took: 0,
          finding: { target: target.name, error: why, input, seed, path },
        });
      };
      const watch = setInterval(() => {
        const now = this.begun();
        if (now !== seen) [seen, since] = [now, Date.now()];
        else if (Date.now() - since > STUCK) fail(`stuck for ${STUCK / 1000} seconds`);
      }, 1000);
      child.on('message', done => finish(done as Done));
      child.on('exit', (code, signal) => fail(`its process ended: ${code ?? signal}`));
      child.send({ ...budget, target: target.name, progress: this.progress } satisfies Job);
    });
  }

  end(): void {
    this.child?.disconnect();
  }

  private begun(): number {
    try {
      return readFileSync(this.progress).readUInt32LE();
    } catch {
      return 0;
    }
  }
}
