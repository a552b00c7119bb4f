/** Who writes the claims of a folder. */
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';
import { isClaim } from './typeOf';

/** So many claims show it. */
const LOOKED_AT = 300;

/** The agent that more than half of the claims of the folder name; `null` where there is none. */
export function usualAgent(vault: Vault, folder: string): string | null {
  const counts = new Map<string, number>();
  let claims = 0;
  let seen = 0;
  for (const path of vault.tree.filesIn(folder)) {
    if (seen++ === LOOKED_AT) break;
    if (!isClaim(vault, path)) continue;
    claims++;
    const agent = textOf(vault.note(path)?.frontmatter ?? null, 'agent')?.trim();
    if (agent !== undefined) counts.set(agent, (counts.get(agent) ?? 0) + 1);
  }
  for (const [agent, count] of counts) if (count * 2 > claims) return agent;
  return null;
}
