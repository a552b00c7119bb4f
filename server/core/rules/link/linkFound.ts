/** Finds again the link that a finding is about; a note may have a hundred thousand of them. */
import type { Finding, Place, ResolvedLink } from '../rule';

const known = new WeakMap<readonly ResolvedLink[], ReadonlyMap<number, ResolvedLink>>();

/** The link whose target or fragment begins where the finding does. */
export function linkFound({ links }: Place, { span }: Finding): ResolvedLink | undefined {
  return (known.get(links) ?? byStart(links)).get(span.start);
}

function byStart(links: readonly ResolvedLink[]): ReadonlyMap<number, ResolvedLink> {
  const starts = new Map<number, ResolvedLink>();
  for (const resolved of links) {
    const { span, fragmentSpan } = resolved.link.target;
    if (fragmentSpan !== null) starts.set(fragmentSpan.start, resolved);
    starts.set(span.start, resolved);
  }
  known.set(links, starts);
  return starts;
}
