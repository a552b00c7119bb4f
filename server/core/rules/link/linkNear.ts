/** A link that leads to a note only because nothing else is like it. */
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';
import { retarget } from '../../text/yamlText';
import { canonicalTarget } from '../../vault/canonical';
import { foldName, nameOf, slugOf, withoutExtension } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Place, ResolvedLink, Rule } from '../rule';
import { linkFound } from './linkFound';
import { shortened } from './shortened';

export const linkNear: Rule = {
  code: 'link/near',
  severity: 'information',
  summary: 'A link by title, slug or opening words instead of by file name.',
  docs:
    'Claimwright follows such a link, but Obsidian and others do not. The file name always works, also in a relation, where it may read worse than the title. ' +
    'Near is not same (“C++ string” and “C String” have one slug), so the form is offered and not applied unasked unless only the punctuation between words differs.',
  check(place) {
    return near(place.links).map(({ link, path, how }) => ({
      span: link.target.span,
      // Not its link target: whether that needs a folder depends on notes that this one does not mention.
      message: `${REASONS[how]} of “${titleAt(place, path)}”, not a file name.`,
      related: [{ path, message: 'The note that is probably meant' }],
    }));
  },
  fix(place, finding) {
    const resolved = linkFound(place, finding);
    const [found] = resolved === undefined ? [] : near([resolved]);
    if (found === undefined) return [];
    const target = canonicalTarget(place.vault, found.path, place.path);
    const edits = [withAlias(retarget(found.link, target), found, place.text)];
    return [
      { title: `Link by file name: “${shortened(target)}”`, safe: isSafe(place, found), edits },
    ];
  },
};

const REASONS = {
  title: 'This is the title',
  slug: 'This is another spelling',
  prefix: 'This is the beginning',
} as const;

function titleAt({ vault }: Place, path: string): string {
  const note = vault.note(path);
  return shortened(note === undefined ? nameOf(path) : displayTitle(note));
}

interface Near {
  readonly link: Link;
  readonly path: string;
  readonly how: keyof typeof REASONS;
}

function near(links: readonly ResolvedLink[]): Near[] {
  return links.flatMap(({ link, resolution }) =>
    resolution.kind === 'near' ? [{ link, path: resolution.path, how: resolution.how }] : [],
  );
}

/** A title reads better than most file names, so it stays as what is shown. */
export function withAlias(
  edit: TextEdit,
  { link, how }: Pick<Near, 'link' | 'how'>,
  text: string,
): TextEdit {
  const { target, alias, embed, field } = link;
  const shows = field === null && alias === null && !embed && target.fragment === null;
  if (how !== 'title' || !shows) return edit;
  const shown = text.slice(target.span.start, target.span.end);
  const bar = isInTable(text, link.span.start) ? '\\|' : '|';
  return { ...edit, newText: `${edit.newText}${bar}${shown}` };
}

/** UTF-16 units; a longer line is no row, and is not searched to its beginning for each of its links. */
const LONGEST_ROW = 10_000;

function isInTable(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_ROW), at);
  const newline = before.lastIndexOf('\n');
  return (newline >= 0 || at <= LONGEST_ROW) && /^[ \t>]*\|/u.test(before.slice(newline + 1));
}

/** Nothing else can be meant by the exact title, or by the file name with other marks between the same words. */
function isSafe({ vault }: Place, { link, path, how }: Near): boolean {
  const written = foldName(withoutExtension(link.target.written));
  // A plain string has no alias to keep the title as what is shown.
  if (how === 'title') return link.form === 'wiki' && vault.notesTitled(written).length === 1;
  const onlySeparators = /^[\p{L}\p{N}\s_-]+$/u;
  const name = nameOf(path);
  return (
    how === 'slug' &&
    onlySeparators.test(written) &&
    onlySeparators.test(name) &&
    slugOf(name) === slugOf(written)
  );
}
