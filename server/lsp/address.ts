/** Paths of files on the machine, and their addresses: the only file that knows how one is made of the other. */
import { URI } from 'vscode-uri';

/** The scheme of files on a disk: any other is of a file system that an editor brings along. */
const DISK = 'file';
/** What stands between folders on this machine. */
const separator = URI.file('/').fsPath;
/** The beginning of a path in another file system, which keeps its scheme; drives of a disk have one letter. */
const ELSEWHERE = /^([a-z][\w+.-]+):\/\/([^/]*)/iu;

/**
 * A path with `/` on every system. In another file system than the disk it is the address without its encoding, always
 * with an authority, if an empty one. What is no address stays as it is, and names no file.
 */
export function machinePath(uri: string): string {
  const address = parsed(uri);
  return withoutEnd(address === null ? String(uri) : pathOf(address));
}

/** `null` for what is no address, which clients may send for one. */
export function schemeOf(uri: unknown): string | null {
  return parsed(uri)?.scheme ?? null;
}

/** The way back. Names of some systems hold half a character, which no address can say: such a one leads nowhere. */
export function addressOf(path: string): string {
  const whole = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  const [start = '', scheme = '', authority = ''] = ELSEWHERE.exec(whole) ?? [];
  if (scheme === '') return URI.file(whole).toString();
  return URI.from({ scheme, authority, path: whole.slice(start.length) || '/' }).toString();
}

function pathOf({ scheme, authority, path, fsPath }: URI): string {
  return scheme === DISK ? fsPath.replaceAll(separator, '/') : `${scheme}://${authority}${path}`;
}

/** The root of a file system stays what it is. */
function withoutEnd(path: string): string {
  return path.replace(/(?<=.)\/$/u, '');
}

function parsed(uri: unknown): URI | null {
  if (typeof uri !== 'string') return null;
  try {
    return URI.parse(uri);
  } catch {
    return null;
  }
}
