/** Watches the files of a vault, for clients that do not. */
import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { vaultMarker } from './core/vault/marker';
import type { SeenChange } from './lsp/port';

/** Milliseconds in which changes are gathered: a checkout makes thousands, and one save may make three. */
const GATHER = 50;
/** Milliseconds between two looks at the folder itself: a watcher cannot tell that another one came in its place. */
const LOOK = 1000;

/** Where one watcher sees all folders below; elsewhere Node would need one for every file. */
const SEES_BELOW = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells what changes in the folder and below, what vaults leave out excepted, until the function that it returns is
 * called. `failed` hears why where not all of it can be watched. Never throws.
 */
export function watchFolder(
  root: string,
  changed: (changes: readonly SeenChange[]) => void,
  failed: (reason: string) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  /** Whether something came or went under each name. */
  const seen = new Map<string, boolean>();
  let timer: NodeJS.Timeout | undefined;
  let hasFailed = false;

  function fail(error: unknown): void {
    // Of a folder that is gone, the one above it tells.
    const gone = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (gone || hasFailed) return;
    hasFailed = true;
    failed(error instanceof Error ? error.message : String(error));
  }

  function see(folder: string): void {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false, recursive: SEES_BELOW }, (kind, name) => {
        if (name === null || name.split(/[\\/]/u).some(isLeftOut)) return;
        const path = join(folder, name);
        seen.set(path, kind === 'rename' || seen.get(path) === true);
        timer ??= setTimeout(tell, GATHER);
      });
      watcher.on('error', error => {
        fail(error);
        leave(folder);
      });
      watchers.set(folder, watcher);
      if (SEES_BELOW) return;
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !isLeftOut(entry.name)) see(join(folder, entry.name));
    } catch (error) {
      fail(error);
    }
  }

  function leave(folder: string): void {
    // A folder below one that is watched is watched, too: where this is none, there are none below.
    if (!watchers.has(folder)) return;
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(join(folder, '/'))) continue;
      watcher.close();
      watchers.delete(path);
    }
  }

  function tell(): void {
    timer = undefined;
    const changes = [...seen].map(([path, isNew]): SeenChange => {
      // What stood there before is gone, and a watcher with it.
      if (isNew) leave(path);
      const stat = statOf(path);
      if (stat === null) return { path, kind: 'deleted' };
      // First, so that nothing that comes into it meanwhile is missed.
      if (stat.isDirectory() && !SEES_BELOW) see(path);
      return { path, kind: isNew ? 'created' : 'changed' };
    });
    seen.clear();
    changed(changes);
  }

  /** Another folder in the place of the root, or none: nothing of what was there is left. */
  function look(): void {
    const now = identityOf(root);
    if (now === identity) return;
    identity = now;
    leave(root);
    // First, so that nothing that comes into it meanwhile is missed.
    see(root);
    const changes = namesIn(root).map(
      (name): SeenChange => ({ path: join(root, name), kind: 'created' }),
    );
    changed([{ path: root, kind: 'deleted' }, ...changes]);
  }

  let identity = identityOf(root);
  see(root);
  const looks = setInterval(look, LOOK).unref();
  return () => {
    clearTimeout(timer);
    clearInterval(looks);
    leave(root);
  };
}

function statOf(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** Tells one folder from the next of its name; `null` where there is none. */
function identityOf(folder: string): string | null {
  try {
    const stat = statSync(folder, { bigint: true });
    return stat.isDirectory() ? `${stat.dev} ${stat.ino} ${stat.birthtimeNs}` : null;
  } catch {
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => !isLeftOut(name));
  } catch {
    return [];
  }
}

function isLeftOut(name: string): boolean {
  return (name.startsWith('.') && name !== vaultMarker) || name === 'node_modules';
}
