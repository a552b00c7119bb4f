/** Builds at once what the server builds in small steps after it has read a vault. */
import type { Vault } from '../../server/core/vault/Vault';

export function settle(vault: Vault): void {
  for (const _ of vault.prepareCompletion());
  // What is built when it is first asked for.
  vault.find('a', 1);
  vault.likeClaims('a', 1);
}
