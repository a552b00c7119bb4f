/** The claim that a hint says to be about, by a link or by its title in quotes. */
import { isClaim } from '../../authoring/drafts/typeOf';
import type { Hint } from '../../authoring/hints/Hint';
import type { Link } from '../../text/links';
import type { Span } from '../../text/span';
import { type Resolution, resolve } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';

/** Nobody names more in one hint. */
const MOST = 20;
/** An apostrophe stands between letters, or behind the last one of a word. */
const QUOTED =
  /["“]([^"“”\n]{3,300})["”]|(?<![\p{L}\p{N}])['‘]([^"“”\n]{3,300}?)['’](?![\p{L}\p{N}])/gu;

/** Its path; `null` where the hint names none, or several. `path` is that of its note. */
export function namedClaim(vault: Vault, path: string, { span, text }: Hint): string | null {
  const links = linksWithin(vault.note(path)?.links ?? [], span);
  const linked = links.map(link => vault.resolve(link, path));
  const claims = claimsOf(vault, linked);
  if (claims.size > 0) return onlyOne(claims);
  const titles = [...text.matchAll(QUOTED)].map(([, double, single]) => double ?? single ?? '');
  // As a link would be: by its name, its title, or how it begins.
  return onlyOne(
    claimsOf(
      vault,
      titles.slice(0, MOST).map(each => resolve(vault, each, path)),
    ),
  );
}

function claimsOf(vault: Vault, resolutions: readonly Resolution[]): ReadonlySet<string> {
  const paths = resolutions.flatMap(each =>
    each.kind === 'found' || each.kind === 'near' ? [each.path] : [],
  );
  return new Set(paths.filter(each => isClaim(vault, each)));
}

function onlyOne(claims: ReadonlySet<string>): string | null {
  const [claim = null, ...others] = claims;
  return others.length === 0 ? claim : null;
}

/** Links follow each other as in the text, so that the first one is found by halving. */
function linksWithin(links: readonly Link[], { start, end }: Span): Link[] {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((links[middle]?.span.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const within: Link[] = [];
  for (const link of links.slice(low, low + MOST)) if (link.span.end <= end) within.push(link);
  return within;
}
