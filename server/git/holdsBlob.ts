/** Whether a file of the working tree holds what a commit does, without asking git, which would run filters on it. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';

/** A file of a commit. */
export interface Blob {
  readonly mode: string;
  readonly object: string;
}

/** Whether the file holds what the commit does, line ends aside, which git may have converted. */
export function holdsBlob(file: string, { mode, object }: Blob): boolean {
  try {
    const isLink = lstatSync(file).isSymbolicLink();
    if (mode === '120000' && isLink)
      return hashOf(readlinkSync(file, { encoding: 'buffer' }), object) === object;
    const bytes = readFileSync(file);
    if (hashOf(bytes, object) === object) return true;
    return bytes.includes('\r\n') && hashOf(withoutReturns(bytes), object) === object;
  } catch {
    return false;
  }
}

/** The name that git gives these bytes; `like` is a name of the same repository. */
function hashOf(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function withoutReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
