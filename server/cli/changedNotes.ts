/** Which notes a change touches: those that differ from a commit, and others in which it broke something. */
import { readConfigFile } from '../core/features/settings/configFile';
import { checkNote } from '../core/rules/check';
import { vaultMarker } from '../core/vault/marker';
import { isNotePath } from '../core/vault/names';
import { type Change, Vault } from '../core/vault/Vault';
import { decoded, readChange, wouldBeListed } from '../disk';
import { changedFiles } from '../git/changedFiles';
import { commitOf, headOf, isShallow, mergeBase } from '../git/commits';
import type { ChangedFile } from '../git/comparison';
import { complaint } from '../git/complaint';
import { GitError } from '../git/run';
import { Failure } from './command';
import type { Checked, Found } from './findings';

export interface ChangedNotes {
  /** The commit that the vault was compared with; `null` where there is none yet. */
  readonly base: string | null;
  /** Files that differ, where they are in the vault. */
  readonly changed: ReadonlySet<string>;
  /** Other notes whose findings can differ. */
  readonly affected: ReadonlySet<string>;
  /** Notes of the vault that git does not know, so that nobody can say whether they changed. */
  readonly unknown: readonly string[];
  /** Whether the change brought this finding about: all of a changed note count, of others only new ones. */
  isCaused(found: Found): boolean;
}

/** Branches that a change is usually meant for, where the command line names none. */
const USUAL = ['HEAD', 'main', 'master'].map(name => `refs/remotes/origin/${name}`);

/**
 * Compares the vault with the commit at which it left `base`. The vault is put into the state of that commit and back,
 * so what its index says of affected notes is exact. Throws a `Failure` where git cannot tell.
 */
export function changedNotes(checked: Checked, base: string | undefined): ChangedNotes {
  try {
    const { vault, root, config } = checked;
    const commit = baseCommit(root, base);
    const files = new Set([...vault.files(), ...(config.exists ? [vaultMarker] : [])]);
    const isWanted = (path: string) => path === vaultMarker || wouldBeListed(root, path);
    const { changed, unknown } = changedFiles({
      folder: root,
      commit,
      files,
      concerns: isWanted,
    });
    return { ...compared(checked, commit, changed), unknown: unknown.filter(isNotePath) };
  } catch (error) {
    if (error instanceof GitError) throw new Failure(complaint(checked.root, error));
    throw error;
  }
}

function compared(
  checked: Checked,
  base: string | null,
  files: readonly ChangedFile[],
): Omit<ChangedNotes, 'unknown'> {
  const { vault, root, today } = checked;
  const listed = files.filter(({ path }) => wouldBeListed(root, path));
  const earlier = listed.map(({ path, before }) => changeTo(path, before));
  const settings = files.find(({ path }) => path === vaultMarker);
  const changed = new Set(listed.map(({ path }) => path).filter(path => vault.has(path)));
  if (settings !== undefined && checked.config.exists) changed.add(vaultMarker);
  const known = new Map<string, ReadonlySet<string>>();
  const look = (before: Vault, paths: Iterable<string>) => {
    for (const path of paths) {
      if (changed.has(path) || !isNotePath(path)) continue;
      known.set(path, new Set(checkNote(before, path, today).map(keyOf)));
    }
  };
  if (settings === undefined) {
    const now = listed.map(({ path }) => currentState(vault, root, path));
    const { affected } = vault.apply(earlier);
    look(vault, affected);
    vault.apply(now);
  } else {
    // Every note may mean something else under other settings, so all are read anew as they were.
    const before = new Vault(readConfigFile(changeTo(vaultMarker, settings.before)).config);
    const rest = [...vault.files()].filter(path => !changed.has(path));
    before.load([...rest.map(path => readChange(root, path)), ...earlier]);
    look(before, rest);
  }
  return {
    base,
    changed,
    affected: new Set(known.keys()),
    isCaused: found =>
      changed.has(found.file) || known.get(found.file)?.has(keyOf(found)) === false,
  };
}

/** A note that is not changed has the same text as before, so the place tells which finding it is. */
function keyOf({ code, span, field = '' }: Pick<Found, 'code' | 'span'> & { field?: string }) {
  return `${code} ${span.start} ${span.end} ${field}`;
}

function changeTo(path: string, bytes: Buffer | null): Change {
  if (bytes === null) return { kind: 'remove', path };
  return isNotePath(path) || path === vaultMarker
    ? decoded(bytes, path)
    : { kind: 'set', path, text: null };
}

/** What the vault was made of. */
function currentState(vault: Vault, root: string, path: string): Change {
  return vault.has(path) ? readChange(root, path) : { kind: 'remove', path };
}

function baseCommit(root: string, named: string | undefined): string | null {
  const head = headOf(root);
  if (named === undefined) {
    const upstream = head && USUAL.map(name => commitOf(root, name)).find(each => each !== null);
    if (head && !upstream && isShallow(root))
      throw new Failure(`${SHALLOW} and no branch of origin: fetch more of it, or name a --base.`);
    return head && upstream ? parting(root, upstream, head) : head;
  }
  const commit = commitOf(root, named) ?? commitOf(root, `refs/remotes/origin/${named}`);
  if (commit === null)
    throw new Failure(
      `The repository has no commit “${named}”. If it is a branch elsewhere, fetch it first.`,
    );
  return head === null ? commit : parting(root, commit, head);
}

const SHALLOW = 'This checkout has only the last commits';

/** Where the two parted. Histories that never met are compared as they are. */
function parting(root: string, commit: string, head: string): string {
  const base = mergeBase(root, commit, head);
  if (base === null && isShallow(root))
    throw new Failure(
      `${SHALLOW}, and none that both branches have: fetch more of it (git fetch --unshallow; in CI fetch-depth: 0).`,
    );
  return base ?? commit;
}
