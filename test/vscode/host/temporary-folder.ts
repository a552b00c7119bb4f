/** Temporary folders that are gone when the process is, whatever ended it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real path is returned, because VS Code reports files by it (on macOS the two differ). */
export function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `claimwright-${name}-`)));
  process.once('exit', () => removeFolder(folder));
  return folder;
}

/** A program that is only just ending may still write, so a failure is tried again and then let be. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  } catch {
    // What is left lies in the system's temporary folder.
  }
}
