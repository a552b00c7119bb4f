/** The Node that an embedded VS Code runs on: its server is made for one and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedRelease } from './embedded-releases';

/** `null` when the Node that runs this will do. */
export function nodePackage({ node, nodePackages }: EmbeddedRelease): string | null {
  const wanted = nodePackages[`${process.platform}-${process.arch}`];
  if (wanted) return wanted;
  if (process.versions.node.startsWith(`${node}.`)) return null;
  throw new Error(
    `There is no Node ${node} package for ${process.platform}-${process.arch}: run this with Node ${node}, or install desktop VS Code.`,
  );
}

/** The binary that an installation in `folder` brought along. */
export function nodeIn(folder: string, release: EmbeddedRelease): string {
  const wanted = nodePackage(release);
  if (!wanted) return process.execPath;
  const home = join(folder, 'node_modules', wanted.replace(/@.*$/, ''));
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, bin.node);
}
