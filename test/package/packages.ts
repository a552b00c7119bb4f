/** What `npm run package` left in the checkout. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** The path of the package with this ending. Throws where there is none, or an old one beside it. */
export function onlyPackage(ending: '.vsix' | '.tgz'): string {
  const found = readdirSync(ROOT).filter(name => name.endsWith(ending));
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new Error(`There is not one *${ending} but ${found.length}: run npm run package.`);
  return join(ROOT, name);
}
