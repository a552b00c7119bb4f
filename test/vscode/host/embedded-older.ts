/** What older releases of VS Code would fetch from elsewhere comes from the registry, too. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly packages?: Record<string, Manifest>;
}

const WATCHER = '@parcel/watcher';
const WATCHER_VERSION = '^2.5.6';

/** They name one package by its repository. `folder` is that of a package that is not installed yet. */
export function takeFromRegistry(folder: string): void {
  const edit = (name: string, change: (data: Manifest) => void) => {
    const data = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Manifest;
    change(data);
    writeFileSync(join(folder, name), JSON.stringify(data));
  };
  const { dependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  if (dependencies?.[WATCHER]?.includes('#') !== true) return;
  const named = (data: Manifest | undefined) =>
    Object.assign(data?.dependencies ?? {}, { [WATCHER]: WATCHER_VERSION });
  edit('package.json', named);
  edit('npm-shrinkwrap.json', ({ packages }) => {
    named(packages?.['']);
    delete packages?.[`node_modules/${WATCHER}`];
  });
}

const SEARCH = `@vscode/ripgrep-${process.platform}-${process.arch}`;

/** The search of later releases, to be installed beside an older one. */
export const searchPackage = `${SEARCH}@1.18.0`;

export function addSearch(modules: string, vscode: string): void {
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(folder, { recursive: true });
  cpSync(join(modules, SEARCH, 'bin'), folder, { recursive: true });
}
