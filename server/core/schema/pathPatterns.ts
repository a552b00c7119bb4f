/** Paths and patterns of a vault's settings: what is wrong with one, and which notes it means. */
import picomatch from 'picomatch';

/** Why a path or pattern means nothing in a vault; `null` where it does. */
export function pathFault(written: string): string | null {
  if (/^(?:\/|[a-z]:[\\/])/iu.test(written))
    return 'Paths begin at the root of the vault, without a slash.';
  if (written.includes('\\')) return 'Folders are divided by `/`.';
  const parts = tidied(written).split('/');
  if (parts.includes('..')) return 'This leads out of the vault.';
  if (parts.includes('')) return 'A folder has no name here.';
  return null;
}

/** The same for the folder of a note type. */
export function folderFault(written: string): string | null {
  const fault = pathFault(written);
  if (fault !== null) return fault;
  for (const part of tidied(written).split('/')) {
    if (part === '<domain>' || part === '<agent>') continue;
    if (/[*?<>]/u.test(part))
      return '`<domain>` and `<agent>` may stand for a folder, and nothing else.';
  }
  return null;
}

/** A pattern with more wildcards in a name could take longer to compare than anybody waits. */
const MAX_WILDCARDS = 3;
const MAX_CHOICES = 16;

/** The same for a pattern of notes. */
export function patternFault(written: string): string | null {
  if (written.startsWith('!')) return 'What is listed here is left out already; `!` adds nothing.';
  const parts = written.split('/');
  const wildcards = (part: string) => part.split(/\*+|\{/u).length - 1;
  const folders = parts.filter(part => part === '**').length;
  const tooMany =
    folders > MAX_WILDCARDS ||
    parts.some(part => wildcards(part) > MAX_WILDCARDS) ||
    written.split(/[,|(]/u).length > MAX_CHOICES;
  return pathFault(written) ?? (tooMany ? 'This pattern has too many wildcards.' : null);
}

/** Without what may stand around a path and means nothing. */
export function tidied(written: string): string {
  return written.replace(/^(?:\.\/)+/u, '').replace(/(?<!\/)\/+$/u, '');
}

/** Whether a path from the vault's root is one of these, lies in one of these folders, or fits one of these patterns. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matchers = patterns.map(written => {
    const glob = tidied(written).normalize('NFC');
    const fits = picomatch(glob || '**', { dot: true, nonegate: true, noextglob: true });
    // Names of notes are full of brackets and marks that a pattern would take for its own.
    return (path: string) => path === glob || path.startsWith(`${glob}/`) || fits(path);
  });
  return path => {
    const name = path.normalize('NFC');
    return matchers.some(fits => fits(name));
  };
}
