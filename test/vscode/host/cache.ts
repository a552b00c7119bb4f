/** Where downloads that outlive a checkout are kept: one folder per user, outside any repository. */
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder itself is not created here. */
export function cacheFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { CLAIMWRIGHT_CACHE: own } = env;
  return own || join(userCache(env, platform), 'claimwright');
}

function userCache(env: Environment, platform: NodeJS.Platform): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = env;
  if (platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}
