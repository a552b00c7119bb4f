/** A rename as it can be made: refused with a sentence, or agreed on with the author where the file name is long or links are lost. */
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Arranged, type Arrangement, isRefused } from '../core/authoring/edits/rearrange';
import { upToDate } from '../core/authoring/edits/upToDate';
import { isLonger } from '../core/features/rename/renameNote';
import { PORTABLE_BYTES } from '../core/vault/fileName';
import { baseOf, byteLength, isNotePath } from '../core/vault/names';
import { samePlace } from '../core/vault/samePlace';
import { cannotRename, leavingSentence } from './authorEdit';
import { lostSentence, warn } from './lostLinks';
import type { OpenVault } from './OpenVault';
import { unlinked } from './protocol';
import type { Session } from './Session';

const SHORT = 'Short File Name, Full Title';
const ANYWAY = 'Rename Anyway';
const CANCEL = 'Cancel';

/** `null` where the author thought better of it. Throws the sentence that says why it cannot be. */
export async function agreedRename(
  connection: Connection,
  session: Session,
  vault: OpenVault,
  arrange: (short: boolean) => Arranged,
): Promise<Arrangement | null> {
  const { shows } = session;
  const certain = (short: boolean) => {
    const result = upToDate(
      () => arrange(short),
      path => vault.refresh(path),
    );
    if (isRefused(result)) throw renameFailure(result.refused);
    if (result.edit.renames.length > 0 && !shows.renamesFiles) throw renameFailure(cannotRename);
    const leaves = (path: string) => !vault.staysInside(path);
    const leaving = [...result.edit.edits.keys()].find(leaves);
    if (leaving !== undefined) throw renameFailure(leavingSentence(leaving));
    const stray = result.edit.renames.find(({ to }) => leaves(to));
    if (stray !== undefined) throw renameFailure(`\`${stray.to}\` would lie outside the vault.`);
    const taken = result.edit.renames.find(({ from, to }) => isTaken(session, vault, from, to));
    if (taken !== undefined) throw renameFailure(`There is a file \`${taken.to}\` already.`);
    return result;
  };
  const ask = async (message: string, ...titles: string[]) => {
    const items = titles.map(title => ({ title }));
    return (await connection.window.showWarningMessage(unlinked(message), ...items))?.title;
  };
  /** Whether the file name is to be short; `null` where the author leaves it. */
  const askedLength = async (): Promise<boolean | null> => {
    const first = arrange(false);
    if (isRefused(first) && first.short && shows.asks)
      return (await ask(first.refused, SHORT, CANCEL)) === SHORT ? true : null;
    const long = certain(false).edit.renames.find(({ from, to }) => isLonger(from, to));
    if (long === undefined || !shows.asks) return false;
    const bytes = byteLength(baseOf(long.to));
    const message = `The file name takes ${bytes} bytes. Encrypted and some network drives hold ${PORTABLE_BYTES}.`;
    const answer = await ask(message, ANYWAY, ...(isNotePath(long.to) ? [SHORT] : []), CANCEL);
    return answer === SHORT ? true : answer === ANYWAY ? false : null;
  };
  const short = await askedLength();
  if (short === null) return null;
  // Once more after each question: notes may have changed while the author thought about it.
  const done = certain(short);
  if (done.lost.length === 0) return done;
  if (shows.asks)
    return (await ask(lostSentence(vault, done.lost, 'would'), ANYWAY, CANCEL)) === ANYWAY
      ? certain(short)
      : null;
  warn(connection, lostSentence(vault, done.lost, 'will'));
  return done;
}

/** Clients show it to the author. */
export function renameFailure(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, unlinked(sentence));
}

/** By what the vault leaves out, such as hidden files; else the editor would stop half way. */
function isTaken({ machine }: Session, { root }: OpenVault, from: string, to: string): boolean {
  if (samePlace(from, to)) return false;
  const { files } = machine;
  return files.readChange(root, to).kind === 'set' || files.isFolder(`${root}/${to}`);
}
