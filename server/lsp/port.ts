/** What the server asks of the machine it runs on, so that it can run in Node and elsewhere. */
import type { WorkingNotes } from '../core/authoring/message/WorkingChange';
import type { ReadRenames } from '../core/rules/repair/repairHistory';
import type { Change } from '../core/vault/Vault';

export interface FileSystem {
  /** Roots of the vaults in a workspace folder. */
  vaultRoots(folder: string): string[];
  /** Paths of a vault's files, from its root, or from a folder in it; lazily, as it may be long. `closed` hears of folders that may not be listed. */
  listFiles(root: string, folder?: string, closed?: (folder: string) => void): Iterable<string>;
  isFolder(path: string): boolean;
  /** Whether a file made there would lie in the vault: no `..` and no link on its way leads out. Never throws. */
  staysInside(root: string, path: string): boolean;
  /** What the vault should know of a file now. Never throws. */
  readChange(root: string, path: string): Change;
  /** The same with its text, though it is no note. Never throws. */
  readText(root: string, path: string): Change;
}

export interface Machine {
  readonly files: FileSystem;
  /** Today where the author is, `YYYY-MM-DD`. */
  today(): string;
  /** Address of a rule's documentation page. */
  ruleDocs(code: string): string;
  /** Which notes of a vault were renamed in the past, as far as anything tells. Never throws. */
  renames(root: string, signal: AbortSignal): Promise<ReadRenames>;
  /**
   * Which notes of a vault differ from the last commit, those in `open` whatever the disk holds of them; `files` are the
   * vault's. Never throws.
   */
  workingNotes(
    root: string,
    files: Iterable<string>,
    open: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<WorkingNotes>;
}
