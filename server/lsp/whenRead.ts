/** Waiting for a vault to be read, and what is said where it is not. */
import type { CancellationToken } from 'vscode-languageserver';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';

/** Waits until the vault of a document is read as far as it will be, or nobody wants the answer any more. */
export async function whenRead(
  { workspace }: Session,
  uri: string,
  token: CancellationToken,
): Promise<void> {
  // Meanwhile another may take its place, for new settings or borders.
  for (;;) {
    const vault = workspace.placeOf(uri)?.vault;
    if (vault === undefined || vault.ended || token.isCancellationRequested) return;
    await new Promise<void>(resolve => {
      const listener = token.onCancellationRequested(() => resolve());
      void vault.loaded.then(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

/** Why not all notes are known, with what follows from it; `null` where all are. */
export function unreadReason(vaults: readonly OpenVault[], so: string): string | null {
  const unread = vaults.filter(({ complete }) => !complete);
  if (unread.length === 0) return null;
  return unread.some(({ ended }) => !ended)
    ? `Not all notes are read yet, so ${so}.`
    : `Indexing was cancelled, so ${so}; restart the server to index.`;
}
