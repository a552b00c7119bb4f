/** What links of a note lead to. */
import type { Link } from '../../text/links';
import type { Vault } from '../../vault/Vault';

/** Paths; links that lead nowhere, or to several notes, are left out. */
export function ledTo(vault: Vault, from: string, links: readonly Link[]): string[] {
  return links.flatMap(link => {
    const led = vault.resolve(link, from);
    return 'path' in led ? [led.path] : [];
  });
}
