/** Child processes that are stopped together with everything they started. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const running = new Set<ChildProcess>();
let watching = false;

/** On POSIX the child leads a group of its own, so that one signal reaches its children too. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  watchOwnEnd();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  // Only a program that never started is forgotten here: one that ended may have left children.
  child.once('error', () => running.delete(child));
  return child;
}

/** Asks politely first; what has not ended after `patience` milliseconds is killed. */
export async function stopGroup(child: ChildProcess, patience = 3000): Promise<void> {
  if (!running.has(child)) return;
  if (isRunning(child)) {
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    await once(child, 'exit');
    clearTimeout(timer);
  }
  signalGroup(child, 'SIGKILL');
  running.delete(child);
}

export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, signal);
    else if (isRunning(child)) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  } catch {
    // Nothing of the group is left.
  }
}

/**
 * A group of its own does not hear the terminal's Ctrl+C, so this process passes its own end on.
 * An entry point that listens to the signals itself keeps the say on the exit status.
 */
function watchOwnEnd(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
  const status = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const signal of Object.keys(status) as (keyof typeof status)[]) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(status[signal]);
    });
  }
}
