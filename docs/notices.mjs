/** Lists the licences of the packages of which code is in what is built: most ask that their words go along. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file's path in a package, up to the package's own folder: the last one, where packages hold others. */
const IN_PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The text of the file that goes along, from esbuild's metafiles. Throws where a package says no licence, or has no text
 * of it.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export function noticesOf(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = IN_PACKAGE.exec(path) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  const notices = [...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = notices.map(({ name, version, license }) => `- ${name} ${version} (${license})`);
  const texts = notices.map(({ name, text }) => `${'='.repeat(72)}\n${name}\n\n${text.trim()}\n`);
  return `Claimwright holds code of these packages, under their licences.\n\n${list.join('\n')}\n\n${texts.join('\n')}`;
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = licenceFile(folder);
  if (typeof license !== 'string' || file === null)
    throw new Error(`${name} does not say its licence, or has no text of it.`);
  return { name, version, license, text: readFileSync(file, 'utf8') };
}

/** Packages of one repository may keep it above. @param {string} folder @returns {string | null} */
function licenceFile(folder) {
  const name = readdirSync(folder).find(each => /^licen[cs]e(\.|-|$)/i.test(each));
  if (name !== undefined) return join(folder, name);
  const readme = readdirSync(folder).find(each => /^readme/i.test(each));
  const above = dirname(folder);
  if (readme !== undefined && /licen[cs]e/i.test(readFileSync(join(folder, readme), 'utf8')))
    return join(folder, readme);
  return existsSync(join(above, 'LICENSE')) ? join(above, 'LICENSE') : null;
}
