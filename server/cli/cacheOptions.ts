/** Where the command line keeps what it parsed of large vaults. */
import { join, resolve } from 'node:path';
import { userCacheFolder } from '../cache/cacheFolder';
import { type Option, UsageError, type Values } from './command';

/** Every command that reads a vault takes these. */
export const cacheOptions = {
  cache: {
    type: 'string',
    value: 'FOLDER',
    help: 'keep there what was parsed of a large vault (default: your cache folder; in CI nowhere)',
  },
  'no-cache': { type: 'boolean', help: 'parse every note, and keep nothing' },
} as const satisfies Record<string, Option>;

/** The folder that holds the caches of vaults; `null` where there is to be none. */
export function cacheFolderOf(
  { cache, 'no-cache': none }: Values,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  if (none === true) {
    if (cache !== undefined) throw new UsageError('Either --cache or --no-cache.');
    return null;
  }
  if (cache === '') throw new UsageError('--cache needs a folder.');
  if (typeof cache === 'string') return resolve(cache);
  // A runner begins without what the one before kept, unless it is told where to keep it.
  const { CI: ci = '' } = env;
  if (!['', '0', 'false'].includes(ci)) return null;
  const folder = userCacheFolder();
  return folder === null ? null : join(folder, 'cli');
}
