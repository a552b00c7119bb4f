/** Whether claims of a domain have a folder to stand in. */
import { isFolderName } from './newNoteFolder';

/** Why there can be none, as a sentence; `null` where there can. */
export function domainFault(domain: string | null): string | null {
  return domain === null || isFolderName(domain)
    ? null
    : `“${domain}” cannot be a domain: no folder can be called so.`;
}
