/** Has VS Code install the packaged extension, so that what is tested is what arrives. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type EmbeddedVSCode, installEmbedded } from './embedded-install';
import { temporaryFolder } from './temporary-folder';

const PACKAGE = resolve(import.meta.dirname, '..', '..', '..', 'claimwright.vsix');

/** The folder of the installed extension. Throws where nothing is packaged, or VS Code takes it for broken. */
export async function installPackaged(vscode?: EmbeddedVSCode): Promise<string> {
  if (!existsSync(PACKAGE)) throw new Error(`${PACKAGE} is missing. Run npm run package first.`);
  const { node, serverMain } = vscode ?? (await installEmbedded(line => console.log(line)));
  const home = temporaryFolder('packaged');
  const folder = join(home, 'extensions');
  const args = ['--install-extension', PACKAGE, '--accept-server-license-terms'];
  const places = ['--extensions-dir', folder, '--server-data-dir', join(home, 'data')];
  const { stdout } = await promisify(execFile)(node, [serverMain, ...args, ...places]);
  const [installed] = readdirSync(folder).filter(name => name.startsWith('claimwright.'));
  if (installed === undefined) throw new Error(`VS Code did not install ${PACKAGE}: ${stdout}`);
  return join(folder, installed);
}
