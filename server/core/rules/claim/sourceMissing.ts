/** A claim whose source is an address on the web of which the vault holds nothing. */
import { fieldOf } from '../../text/frontmatter';
import type { WebAddress } from '../../text/webAddresses';
import { isGivenUp } from '../../vault/isGivenUp';
import { targetType } from '../link/targetType';
import type { Place, Rule } from '../rule';

export const sourceMissing: Rule = {
  code: 'claim/source-missing',
  severity: 'hint',
  summary: 'A claim that rests on an address on the web, with no source note in the vault.',
  docs:
    'Pages move and vanish, and what only a link leads to cannot be searched, weighed or linked. Make a source note with this `url:`, so that the ' +
    'vault keeps what was said there. Reported for an address in `source:`, and for the first one in the body of a claim that ' +
    'no source note of the vault leads to, and that leads to none.',
  check(place) {
    const address = unkept(place);
    if (address === undefined) return [];
    return [
      { span: address.span, message: 'No source of this vault has this address as its `url`.' },
    ];
  },
  fix: () => [],
};

function unkept(place: Place): WebAddress | undefined {
  const { vault, path, note, type, links } = place;
  if (type?.name !== 'claim' || note.signs.addresses.length === 0 || isGivenUp(note))
    return undefined;
  const field = fieldOf(note.frontmatter, 'source')?.span;
  const stated = note.signs.addresses.find(
    ({ span }) => field !== undefined && field.start <= span.start && span.end <= field.end,
  );
  if (stated !== undefined) return isKept(place, stated) ? undefined : stated;
  const first = note.signs.addresses.find(({ span }) => span.start >= note.body);
  if (first === undefined || note.signs.addresses.some(each => isKept(place, each)))
    return undefined;
  const hasSource =
    vault.relations.origins(path).length > 0 ||
    links.some(each => targetType(place, each)?.name === 'source');
  return hasSource ? undefined : first;
}

function isKept({ vault }: Place, { key }: WebAddress): boolean {
  return vault.sourcesAt(key).length > 0;
}
