/** The map that leads through the claims of a domain. */
import type { Vault } from '../../vault/Vault';
import { typeOf } from './typeOf';

/** So many notes of the domain are looked at. */
const LOOKED_AT = 300;

/** That of the folder, else one that names the domain; `null` where there is none. */
export function mapOf(vault: Vault, folder: string, domain: string | null): string | null {
  for (const name of ['_map.md', 'map.md']) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (vault.note(path) !== undefined) return path;
  }
  let seen = 0;
  for (const path of domain === null ? [] : vault.vocabulary.holders('domain', domain)) {
    if (seen++ === LOOKED_AT) break;
    if (typeOf(vault, path)?.name === 'map') return path;
  }
  return null;
}
