/** Reads a vault for the first time, with progress that the author can see and cancel. */
import type { Connection } from 'vscode-languageserver';
import type { OpenVault } from './OpenVault';
import type { ListedVault, NoteCache } from './port';
import { inSlices } from './slices';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;

/** Returns whether all of it was read. `reported` is called with each report of progress. */
export async function indexVault(
  { window, console }: Connection,
  vault: OpenVault,
  openCache: (vault: ListedVault) => NoteCache | null,
  reported: () => void,
): Promise<boolean> {
  // A client may refuse to show it.
  const progress = await window.createWorkDoneProgress().catch(() => null);
  progress?.begin('Claimwright', 0, 'Indexing notes', true);
  let last = 0;
  const goesOn = ({ notes, remaining }: OpenVault) => {
    if (performance.now() - last > REPORT_EVERY) {
      last = performance.now();
      const percentage = Math.round((100 * notes) / Math.max(1, notes + remaining));
      progress?.report(percentage, `${notes} notes`);
      reported();
    }
    return progress?.token.isCancellationRequested !== true;
  };
  const opened: NoteCache[] = [];
  const complete = await vault.load(goesOn, listed => {
    const cache = openCache(listed);
    if (cache !== null) opened.push(cache);
    return cache;
  });
  progress?.done();
  if (complete) console.info(`Indexed ${vault.notes} notes in ${vault.root}${ofWhich(opened)}`);
  else
    console.warn(
      `Indexing was cancelled: of ${vault.root} only what open notes show by themselves is reported; restart the server to index.`,
    );
  for (const sentence of vault.leftOut) console.warn(`${vault.root}: ${sentence}`);
  if (complete) for (const cache of opened) void save(cache, text => console.warn(text));
  return complete;
}

function ofWhich([cache]: readonly NoteCache[]): string {
  return cache === undefined ? '' : `, ${cache.recalled} of them out of the cache`;
}

/** Nobody waits for it. */
async function save(cache: NoteCache, warn: (text: string) => void): Promise<void> {
  await inSlices(cache.save(), () => {});
  if (cache.fault !== null) warn(`What was indexed could not be kept (${cache.fault}).`);
}
