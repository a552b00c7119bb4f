/** Where caches are kept: a folder for each vault, in the user's cache folder where nobody names another. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The user's cache folder of this program, as each system has it; `null` where the user has none. */
export function userCacheFolder(
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: () => string = homedir,
): string | null {
  if (platform === 'win32') return within(env['LOCALAPPDATA'], 'claimwright', 'Cache');
  if (platform === 'darwin') return within(homeOr(home), 'Library', 'Caches', 'claimwright');
  return (
    within(env['XDG_CACHE_HOME'], 'claimwright') ?? within(homeOr(home), '.cache', 'claimwright')
  );
}

/** A relative folder would be another one for each folder that the program is started in. */
function within(folder: string | undefined, ...names: readonly string[]): string | null {
  return folder !== undefined && isAbsolute(folder) ? join(folder, ...names) : null;
}

/** A user without a home has no answer. */
function homeOr(home: () => string): string | undefined {
  try {
    return home();
  } catch {
    return undefined;
  }
}

/** How the folders of vaults are called. */
export const vaultFolderName = /^[0-9a-f]{32}$/u;

/** The folder for one vault, whatever links lead to it. */
export function vaultFolder(base: string, root: string): string {
  return join(base, createHash('sha256').update(realPath(root)).digest('hex').slice(0, 32));
}

function realPath(root: string): string {
  try {
    return realpathSync(root);
  } catch {
    return root;
  }
}
