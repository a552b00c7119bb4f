/** The argument around a note as a tree: by what the others are to it, and each again by what is that to them. */
import { typeOf } from '../../authoring/drafts/typeOf';
import type { Backlink, Vault } from '../../vault/Vault';
import { ROLES, type Role } from '../argument/argument';
import { type ShownNote, shownNote } from './shownNote';

/**
 * In the order in which they are shown. `supports` holds what rests on the note, `sources` the sources among what it
 * rests on and those that its text links to.
 */
export const sectionNames = [
  ...(['rests-on', 'supports', 'challenged-by', 'challenges', 'replaced-by', 'replaces'] as const),
  ...(['related', 'sources', 'linked-from'] as const),
] as const;
export type SectionName = (typeof sectionNames)[number];

export interface Section {
  readonly name: SectionName;
  /** Each note once: in the order in which the one above names them, then by path. */
  readonly paths: readonly string[];
}

/** A note below a section, or below another note there. */
export interface Branch extends ShownNote {
  /** It stands above itself, so nothing is shown below it. */
  readonly circular: boolean;
  /** Whether something is below it. */
  readonly unfolds: boolean;
}

/** What notes below a section are to the one above them. */
const SECTION_ROLES: Readonly<Record<Exclude<SectionName, 'linked-from'>, Role>> = {
  'rests-on': 'foundation',
  supports: 'dependent',
  'challenged-by': 'challenger',
  challenges: 'challenged',
  'replaced-by': 'successor',
  replaces: 'predecessor',
  related: 'related',
  sources: 'foundation',
};

/** All of them, empty ones too. `backlinks` are the vault's to this note. */
export function sectionsOf(
  vault: Vault,
  path: string,
  backlinks: readonly Backlink[] = vault.backlinks(path),
): Section[] {
  return sectionNames.map(name => {
    const paths = name === 'linked-from' ? holdersOf(backlinks) : pathsIn(vault, path, name);
    return { name, paths };
  });
}

/** `below`: the notes unfolded so far in the section of the note at `path`, the outermost first. */
export function pathsBelow(
  vault: Vault,
  path: string,
  section: SectionName,
  below: readonly string[],
): readonly string[] {
  const last = below.at(-1);
  if (section === 'linked-from')
    // What links here unfolds to the places where it does.
    return last === undefined ? holdersOf(vault.backlinks(path)) : [];
  return last === undefined
    ? pathsIn(vault, path, section)
    : inRole(vault, last, SECTION_ROLES[section]);
}

function holdersOf(backlinks: readonly Backlink[]): string[] {
  return [...new Set(backlinks.map(({ from }) => from))];
}

function pathsIn(vault: Vault, path: string, name: keyof typeof SECTION_ROLES): string[] {
  const paths = inRole(vault, path, SECTION_ROLES[name]);
  if (name !== 'rests-on' && name !== 'sources') return paths;
  const origins = new Set(vault.relations.origins(path));
  const isSource = (each: string) => isSourceNote(vault, each) || origins.has(each);
  if (name === 'rests-on') return paths.filter(each => !isSource(each));
  return [...new Set([...paths.filter(isSource), ...linkedSources(vault, path)])];
}

/** `above`: all notes over it, the one that the tree is about among them. */
export function branchAt(
  vault: Vault,
  path: string,
  section: SectionName,
  above: ReadonlySet<string>,
): Branch {
  const circular = above.has(path);
  const unfolds =
    !circular && (section === 'linked-from' || hasInRole(vault, path, SECTION_ROLES[section]));
  return { ...shownNote(vault, path), circular, unfolds };
}

/** Sources that the text of a note links to; a source that names another is not made of it. */
function linkedSources(vault: Vault, path: string): string[] {
  if (isSourceNote(vault, path)) return [];
  const links = vault.note(path)?.links ?? [];
  return links.flatMap(link => {
    const resolution = vault.resolve(link, path);
    if (!('path' in resolution) || resolution.path === path) return [];
    return isSourceNote(vault, resolution.path) ? [resolution.path] : [];
  });
}

function isSourceNote(vault: Vault, path: string): boolean {
  return typeOf(vault, path)?.name === 'source';
}

/** First in the order in which the note names them, then by path. */
function inRole(vault: Vault, path: string, role: Role): string[] {
  const named = new Set<string>();
  const naming = new Set<string>();
  for (const { from, kind, to } of vault.relations.around(path)) {
    const [ofNamed, ofHolder] = ROLES[kind];
    if (from === path && ofNamed === role) named.add(to);
    if (to === path && ofHolder === role) naming.add(from);
  }
  return [...new Set([...named, ...[...naming].sort()])];
}

function hasInRole(vault: Vault, path: string, role: Role): boolean {
  for (const { from, kind } of vault.relations.around(path))
    if (ROLES[kind][from === path ? 0 : 1] === role) return true;
  return false;
}
