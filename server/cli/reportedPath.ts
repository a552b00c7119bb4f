/** How reports for other programs name a note: by its path in the repository, which is where they look for it. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The part before a note's path in the vault, empty or with a closing `/`; with `..` where the vault lies outside. */
export function reportedPrefix(root: string): string {
  const path = relative(repositoryOf(root), resolve(root));
  return path === '' ? '' : `${path.split(sep).join('/')}/`;
}

/** The runner's checkout, else the repository that the vault is in, else the current folder. */
function repositoryOf(root: string): string {
  const workspace = process.env['GITHUB_WORKSPACE'];
  if (workspace !== undefined && workspace !== '' && holds(workspace, root)) return workspace;
  for (let at = resolve(root); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return process.cwd();
  }
}

function holds(folder: string, root: string): boolean {
  return join(resolve(root), sep).startsWith(join(resolve(folder), sep));
}
