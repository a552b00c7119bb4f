/** The domain of a claim, by what it is made from. */
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';
import type { ClaimOrigin } from './claimDraft';
import { said } from './sourceLine';

/** So many notes of an agent show what they write about. */
const LOOKED_AT = 300;

/** As the note says, or most of the notes that it links to, or most of its agent's; `null` where nothing tells. */
export function domainOf(vault: Vault, { note, type }: ClaimOrigin): string | null {
  const own = said(note, type, 'domain').split(', ', 1)[0] || textOf(note.frontmatter, 'domain');
  if (own) return own.trim();
  const linked = note.links.slice(0, LOOKED_AT).flatMap(link => {
    const resolution = vault.resolve(link, note.path);
    return 'path' in resolution ? [resolution.path] : [];
  });
  const agent = textOf(note.frontmatter, 'agent')?.trim();
  return (
    mostNamed(vault, linked) ??
    (agent === undefined ? null : mostNamed(vault, vault.vocabulary.holders('agent', agent))) ??
    vault.vocabulary.used('domain', { most: 1 })[0]?.word ??
    null
  );
}

function mostNamed(vault: Vault, paths: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  let seen = 0;
  for (const path of paths) {
    if (seen++ === LOOKED_AT) break;
    const domain = textOf(vault.note(path)?.frontmatter ?? null, 'domain')?.trim();
    if (domain !== undefined && vault.vocabulary.knows('domain', domain))
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
