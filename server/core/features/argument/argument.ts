/** The argument around a note: what it rests on, what rests on it, and what speaks for and against it. */
import type { EdgeKind } from '../../schema/form';
import { textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import type { Backlink, Vault } from '../../vault/Vault';

/** How another note stands to this one; a `foundation` is what this one rests on, a `dependent` rests on it. */
export type Role =
  | 'foundation'
  | 'dependent'
  | 'challenger'
  | 'challenged'
  | 'successor'
  | 'predecessor'
  | 'related';

/** Another note (or attachment) in one role, with every link that says so: in this note, in the other, or in both. */
export interface Neighbour {
  readonly path: string;
  readonly role: Role;
  readonly said: readonly Saying[];
}

/** A link that joins the two notes, in the note `from`. */
interface Saying extends Backlink {
  readonly kind: EdgeKind;
}

export interface Argument {
  /** Each path once a role: first in the order in which this note names them, then by path. */
  readonly neighbours: readonly Neighbour[];
  /** All links of other notes that lead here, those in the body too. */
  readonly backlinks: readonly Backlink[];
}

/** What the named note is to the one that has the field, and the other way round. */
export const ROLES: Readonly<Record<EdgeKind, readonly [named: Role, holder: Role]>> = {
  'rests-on': ['foundation', 'dependent'],
  'supported-by': ['foundation', 'dependent'],
  supports: ['dependent', 'foundation'],
  extracted: ['dependent', 'foundation'],
  enriches: ['dependent', 'foundation'],
  challenges: ['challenged', 'challenger'],
  'challenged-by': ['challenger', 'challenged'],
  replaces: ['predecessor', 'successor'],
  'replaced-by': ['successor', 'predecessor'],
  related: ['related', 'related'],
};

/** Tells what links of a note mean for the argument: `null` in the body, and in a field that is no such relation. */
export function edgesOf(vault: Vault, note: Note): (link: Link) => EdgeKind | null {
  const type = textOf(note.frontmatter, 'type') ?? null;
  return ({ field }) => (field === null ? null : vault.config.schema.edge(type, field));
}

/** Costs the note's own links and those of the notes that mention it; a path without a note has no argument. */
export function argumentOf(vault: Vault, path: string): Argument {
  const note = vault.note(path);
  if (note === undefined) return { neighbours: [], backlinks: [] };
  const backlinks = vault.backlinks(path);
  return { neighbours: neighboursBy(vault, note, backlinks), backlinks };
}

/** The same neighbours without the other links that lead to the note: costs what the argument around it is. */
export function neighboursOf(vault: Vault, path: string): Neighbour[] {
  const note = vault.note(path);
  if (note === undefined) return [];
  const holders = new Set(Array.from(vault.relations.around(path), ({ from }) => from));
  holders.delete(path);
  const links = [...holders]
    .sort()
    .flatMap(from => vault.linksTo(path, from).map(link => ({ from, link })));
  return neighboursBy(vault, note, links);
}

/** `links` are those of other notes that lead to this one, by path. */
function neighboursBy(vault: Vault, note: Note, links: readonly Backlink[]): Neighbour[] {
  const { path } = note;
  const all = new Map<string, Neighbour & { readonly said: Saying[] }>();
  const add = (role: Role, other: string, saying: Saying) => {
    const key = `${role} ${other}`;
    const known = all.get(key);
    if (known === undefined) all.set(key, { path: other, role, said: [saying] });
    else known.said.push(saying);
  };
  const own = edgesOf(vault, note);
  for (const link of note.links) {
    const kind = own(link);
    const resolution = kind === null ? null : vault.resolve(link, path);
    if (kind === null || resolution === null || !('path' in resolution)) continue;
    const [named, holder] = ROLES[kind];
    const saying = { from: path, link, kind };
    add(named, resolution.path, saying);
    if (resolution.path === path && holder !== named) add(holder, path, saying);
  }
  let edges = own;
  let last = path;
  for (const { from, link } of links) {
    // Most links stand in the body, and what kind of note holds them does not matter.
    if (link.field === null) continue;
    const holder = from === last ? undefined : vault.glance(from);
    if (holder !== undefined) edges = edgesOf(vault, holder);
    last = from;
    const kind = edges(link);
    if (kind !== null) add(ROLES[kind][1], from, { from, link, kind });
  }
  return [...all.values()];
}

/** The neighbours in that role. */
export function inRole({ neighbours }: Pick<Argument, 'neighbours'>, role: Role): Neighbour[] {
  return neighbours.filter(each => each.role === role);
}

/** Whether two states of a note say the same in the same places, as far as the argument around other notes shows it. */
export function sameSayings(a: Note | undefined, b: Note | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const shown = ['type', 'confidence'];
  return (
    a.links.length === b.links.length &&
    shown.every(name => textOf(a.frontmatter, name) === textOf(b.frontmatter, name)) &&
    a.links.every((link, index) => {
      const other = b.links[index];
      return (
        link.field === other?.field &&
        link.target.written === other.target.written &&
        link.span.start === other.span.start
      );
    })
  );
}
