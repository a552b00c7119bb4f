/** Reads a vault for the first time, with progress that the author can see and cancel. */
import type { Connection } from 'vscode-languageserver';
import type { OpenVault } from './OpenVault';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;

/** Returns whether all of it was read. `reported` is called with each report of progress. */
export async function indexVault(
  { window, console }: Connection,
  vault: OpenVault,
  reported: () => void,
): Promise<boolean> {
  // A client may refuse to show it.
  const progress = await window.createWorkDoneProgress().catch(() => null);
  progress?.begin('Claimwright', 0, 'Indexing notes', true);
  let last = 0;
  const complete = await vault.load(({ notes, remaining }) => {
    if (performance.now() - last > REPORT_EVERY) {
      last = performance.now();
      const percentage = Math.round((100 * notes) / Math.max(1, notes + remaining));
      progress?.report(percentage, `${notes} notes`);
      reported();
    }
    return progress?.token.isCancellationRequested !== true;
  });
  progress?.done();
  if (complete) console.info(`Indexed ${vault.notes} notes in ${vault.root}`);
  else console.warn(`Indexing was cancelled; nothing is reported of ${vault.root}`);
  for (const folder of vault.closed) {
    console.warn(`The folder ${folder} may not be read: links to what it holds seem broken.`);
  }
  return complete;
}
