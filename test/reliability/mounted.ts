/** A small disk of its own, that can be full or read-only: only root may mount one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let reason: string | null | undefined;

/** Why none can be had here, as a sentence; `null` where one can. */
export function noDisk(): string | null {
  if (reason !== undefined) return reason;
  reason = 'only root on Linux may mount a small disk';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return reason;
  try {
    new Disk().remove();
    reason = null;
  } catch {
    // Containers may not.
  }
  return reason;
}

export class Disk {
  readonly folder = mkdtempSync(join(tmpdir(), 'claimwright-disk-'));

  constructor() {
    const options = 'size=512k,mode=755';
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.folder], {
      stdio: 'ignore',
    });
  }

  /** Leaves no room for anything. */
  fill(): void {
    mkdirSync(join(this.folder, '.fill'));
    for (let size = 65_536, at = 0; size >= 1; at++)
      try {
        writeFileSync(join(this.folder, '.fill', String(at)), Buffer.alloc(size));
      } catch {
        size = Math.floor(size / 2);
      }
  }

  readOnly(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.folder], { stdio: 'ignore' });
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
