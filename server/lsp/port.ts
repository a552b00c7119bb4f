/** What the server asks of the machine it runs on, so that it can run in Node and elsewhere. */
import type { WorkingNotes } from '../core/authoring/message/WorkingChange';
import type { HistoryStep } from '../core/features/health/history';
import type { ReadRenames } from '../core/rules/repair/repairHistory';
import type { Change, PackedChange } from '../core/vault/Vault';

export interface FileSystem {
  /** Of the addresses of its files; `null` where there are several. */
  readonly scheme: string | null;
  /** For one that has to be fetched before it can be read. */
  readonly fetch?: Fetch;
  /** Roots of the vaults in a workspace folder; `null` for each folder that was looked into meanwhile, as there may be many. */
  vaultRoots(folder: string): Iterable<string | null>;
  /** Paths of a vault's files, from its root, or from a folder in it; lazily, as it may be long. `tell` hears, in a sentence, of what had to be left out. */
  listFiles(root: string, folder?: string, tell?: (sentence: string) => void): Iterable<string>;
  isFolder(path: string): boolean;
  /** Whether no folder on the way to it is a link: vaults do not follow these. Never throws. */
  isReached(root: string, path: string): boolean;
  /** Whether what is written there lies in the vault: no `..` and no link leads out. Never throws. */
  staysInside(root: string, path: string): boolean;
  /** What the vault should know of a file now. Never throws. */
  readChange(root: string, path: string): Change;
  /** The same with its text, though it is no note. Never throws. */
  readText(root: string, path: string): Change;
  /**
   * Tells what changes in a folder and below, until the function that it returns is called. `failed` hears why where not
   * all of it can be watched. Left out where only the client can tell. Never throws.
   */
  watchFolder?(
    root: string,
    changed: (changes: readonly SeenChange[]) => void,
    failed: (reason: string) => void,
  ): () => void;
}

/** What happened to a file or a folder on the disk. */
export interface SeenChange {
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Brings what is known of files up to date. Never throws. */
export interface Fetch {
  /** Has these folders with all that is in them, and no others; returns those that the author called off. */
  folders(wanted: ReadonlySet<string>): Promise<readonly string[]>;
  /** Of files and folders in them. */
  changes(changes: readonly FetchedChange[]): Promise<void>;
}

export interface FetchedChange {
  readonly path: string;
  /** Whether it may be another file or folder than before. */
  readonly created: boolean;
}

/** A vault of which the files are listed and not read yet. */
export interface ListedVault {
  readonly root: string;
  /** Fields whose plain strings name notes. */
  readonly relations: ReadonlySet<string>;
  /** How many notes it holds. */
  readonly notes: number;
}

/** What parsing the notes of a vault yielded the last time. Whatever becomes of it, nothing of it ever throws. */
export interface NoteCache {
  /** Reads which notes it has, in steps of milliseconds: before all else. */
  recall(): Iterable<void>;
  /** What the vault should know of a file now, as the disk has it. */
  change(path: string): Change | PackedChange;
  /** Hears what the vault made of the file, before that changes: `Vault.packed`. */
  keep(path: string, packed: Uint8Array | null): void;
  /** Writes what is new, in steps of milliseconds: after all else. */
  save(): Iterable<void>;
  /** For a cache that turns out not to hold what it says. */
  discard(): void;
  /** How many notes were taken over unread. */
  readonly recalled: number;
  /** Why it could not be written, where it could not. */
  readonly fault: string | null;
}

export interface Machine {
  readonly files: FileSystem;
  /** `folder` is where the client has caches kept, `null` where it does not say; `null` where none is kept. */
  openCache(folder: string | null, vault: ListedVault): NoteCache | null;
  /** Today where the author is, `YYYY-MM-DD`. */
  today(): string;
  /** Address of the folder with the rules' documentation pages; `null` where only the client knows. */
  readonly ruleDocs: string | null;
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
  /** What the repository around a vault tells of its past, at most so many states of it. Never throws. */
  history(root: string, points: number, signal: AbortSignal): AsyncIterable<HistoryStep>;
}
