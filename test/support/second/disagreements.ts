/** Where the product and the second implementation differ about a vault's links. */

import { defaultConfig } from '../../../server/core/schema/config';
import type { Link } from '../../../server/core/text/links';
import type { Resolution } from '../../../server/core/vault/resolve';
import { Vault } from '../../../server/core/vault/Vault';
import type { Outcome } from './resolveSecond';
import type { SecondLink } from './secondLink';
import { secondOpinion } from './secondOpinion';

/** One line a link that the two see, read or resolve differently. `texts` holds `null` for what is no note. */
export function disagreements(texts: ReadonlyMap<string, string | null>): string[] {
  const vault = new Vault();
  vault.apply([...texts].map(([path, text]) => ({ kind: 'set', path, text })));
  const second = secondOpinion(texts, defaultConfig.schema.relationFields);
  const lines: string[] = [];
  for (const [path, theirs] of second) {
    const text = texts.get(path) ?? '';
    const first = new Map<string, Seen>();
    for (const link of vault.note(path)?.links ?? [])
      first.set(placeOf(link.span), seen(link, vault.resolve(link, path)));
    const other = new Map<string, Seen>();
    for (const [link, outcome] of theirs) other.set(placeOf(link), seenSecond(link, outcome));
    for (const place of new Set([...first.keys(), ...other.keys()])) {
      const difference = differing(first.get(place), other.get(place));
      if (difference === null) continue;
      const [start, end] = place.split('-').map(Number);
      lines.push(`${path} ${JSON.stringify(text.slice(start, end))} at ${start}: ${difference}`);
    }
  }
  return lines;
}

/** All that is compared of a link. */
type Seen = Readonly<Record<string, unknown>>;

const placeOf = ({ start, end }: { start: number; end: number }): string => `${start}-${end}`;

function differing(first: Seen | undefined, second: Seen | undefined): string | null {
  if (first === undefined) return `only the second sees it, as ${JSON.stringify(second)}`;
  if (second === undefined) return `only the first sees it, as ${JSON.stringify(first)}`;
  const keys = Object.keys(first).filter(
    key => JSON.stringify(first[key]) !== JSON.stringify(second[key]),
  );
  if (keys.length === 0) return null;
  const [ours, theirs] = [first, second].map(each =>
    JSON.stringify(Object.fromEntries(keys.map(key => [key, each[key]]))),
  );
  return `we say ${ours}, the second ${theirs}`;
}

function seen({ target, form, alias, embed, field }: Link, resolution: Resolution): Seen {
  const { written, fragment } = target;
  const end = target.fragmentSpan?.end ?? target.span.end;
  const paths =
    'path' in resolution
      ? [resolution.path]
      : 'paths' in resolution
        ? [...resolution.paths].sort()
        : [];
  const how = 'how' in resolution && form !== 'markdown' ? resolution.how : null;
  return { form, written, fragment, alias, embed, field, end, kind: resolution.kind, how, paths };
}

/** The rules name what a path of Markdown is found by no more closely. */
function seenSecond(link: SecondLink, outcome: Outcome): Seen {
  const { form, written, fragment, alias, embed, field, addressEnd: end } = link;
  const how = form === 'markdown' ? null : outcome.how;
  return { form, written, fragment, alias, embed, field, end, ...outcome, how };
}
