/** Lets one process write a cache at a time. */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

/** Milliseconds after which whoever holds it has died or hangs: writing takes a second or two. */
const PATIENCE = 5 * 60_000;

/** Returns how to give it back; `null` where somebody else holds it. Throws what the file system does. */
export function takeLock(file: string): (() => void) | null {
  if (!make(file)) {
    if (!isLeftOver(file)) return null;
    // Of two that find it at once both may go on: that costs time and nothing else.
    rmSync(file, { force: true });
    if (!make(file)) return null;
  }
  return () => rmSync(file, { force: true });
}

function make(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isLeftOver(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    return Math.abs(age) > PATIENCE || !isAlive(Number(readFileSync(file, 'latin1')));
  } catch {
    // It was given back meanwhile.
    return false;
  }
}

function isAlive(pid: number): boolean {
  // Another process may just have made the file.
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
