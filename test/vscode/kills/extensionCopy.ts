/** What is installed of the extension, copied: a build meanwhile changes nothing, and a test may spoil it. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/temporary-folder';

const PARTS = ['package.json', 'dist', 'examples', 'media', 'snippets', 'syntaxes'];

/** Returns its folder. */
export function copyExtension(from: string): string {
  const folder = temporaryFolder('extension');
  for (const part of PARTS) cpSync(join(from, part), join(folder, part), { recursive: true });
  return folder;
}
