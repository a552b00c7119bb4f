/** A claim that gives the address of a source of the vault and does not link to it. */
import { fieldOf } from '../../text/frontmatter';
import type { WebAddress } from '../../text/webAddresses';
import { canonicalTarget } from '../../vault/canonical';
import { isGivenUp } from '../../vault/isGivenUp';
import { displayTitle } from '../../vault/noteNames';
import { lineEndOf } from '../frontmatter/frontmatterText';
import { newEntry } from '../frontmatter/newEntry';
import { shortened } from '../link/shortened';
import type { Fix, FixPlace, Place, Rule } from '../rule';

export const sourceNotLinked: Rule = {
  code: 'claim/source-not-linked',
  severity: 'information',
  summary: 'A claim that gives the address of a source of the vault, with no link between the two.',
  docs:
    'The source stands in the vault, with its content and what was thought of it, but neither leads to the other: a reader of the claim has to go ' +
    'to the web, and the source seems to have yielded less than it did. Link to it as evidence, or name the claim in its `claims_extracted`. ' +
    'Addresses are compared without scheme, `www.`, fragment and tracking.',
  check(place) {
    return unlinkedSources(place).map(({ address, path }) => ({
      span: address.span,
      message: `This is the address of the source “${shortened(titleOf(place, path))}”, and nothing links the two.`,
      related: [{ path, message: 'The source' }],
    }));
  },
  fix(place, finding) {
    const found = unlinkedSources(place).find(
      ({ address }) => address.span.start === finding.span.start,
    );
    if (found === undefined) return [];
    const target = canonicalTarget(place.vault, found.path, place.path);
    return [...underEvidence(place, target), ...restingOn(place, target)].slice(0, 1);
  },
};

interface Unlinked {
  readonly address: WebAddress;
  /** Of the source. */
  readonly path: string;
}

function unlinkedSources(place: Place): Unlinked[] {
  const { vault, path, note, type, links } = place;
  if (type?.name !== 'claim' || note.signs.addresses.length === 0 || isGivenUp(note)) return [];
  const linked = new Set(
    links.flatMap(({ resolution }) => ('path' in resolution ? [resolution.path] : [])),
  );
  return note.signs.addresses.flatMap(address => {
    const sources = vault.sourcesAt(address.key);
    const [first] = [...sources].sort();
    const isLinked = sources.some(each => linked.has(each) || vault.linksTo(path, each).length > 0);
    return first === undefined || isLinked ? [] : [{ address, path: first }];
  });
}

/** Behind what stands under “Evidence”. */
function underEvidence({ note, text }: FixPlace, target: string): Fix[] {
  const at = note.headings.findIndex(
    ({ level, text: name }) => level > 1 && /^evidence\b/iu.test(name),
  );
  const heading = note.headings[at];
  if (heading === undefined) return [];
  const rest = text.slice(heading.span.end, note.headings[at + 1]?.span.start ?? text.length);
  const section = rest.split(/\r?\n(?:---|\*\*\*|___)[ \t]*(?:\r?\n|$)/u, 1)[0] ?? '';
  const end = heading.span.end + section.trimEnd().length;
  const newText = `${lineEndOf(text)}- [[${target}]]`;
  const edits = [{ span: { start: end, end }, newText }];
  return [{ title: `Add [[${shortened(target)}]] under “Evidence”`, safe: false, edits }];
}

function restingOn(place: FixPlace, target: string): Fix[] {
  if (fieldOf(place.note.frontmatter, 'depends_on') !== undefined) return [];
  const edit = newEntry(place, 'depends_on', target);
  if (edit === null) return [];
  return [{ title: `Add “${shortened(target)}” to \`depends_on\``, safe: false, edits: [edit] }];
}

function titleOf({ vault }: Place, path: string): string {
  const note = vault.note(path);
  return note === undefined ? path : displayTitle(note);
}
