/** What stands above the title of a note: how the vault's argument hangs on it, each with the places that say so. */
import { textOf } from '../../text/frontmatter';
import { type Span, span } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { titlePlace } from '../navigation/titlePlace';
import { type Argument, inRole, type Neighbour } from './argument';

export interface Lens {
  /** Tells it from the others of its note, and stays the same while its count changes. */
  readonly name: string;
  readonly title: string;
  readonly places: readonly Place[];
}

export interface Place {
  readonly path: string;
  /** In the text of `path`. */
  readonly span: Span;
}

/** In the order in which they are shown; none where it would count nothing. */
export function codeLenses(vault: Vault, path: string, argument: Argument): Lens[] {
  const { backlinks } = argument;
  const linking = new Set(backlinks.map(({ from }) => from)).size;
  const links = backlinks.map(({ from, link }) => ({ path: from, span: link.span }));
  const foundations = inRole(argument, 'foundation').filter(saidAs(SUPPORT));
  const dependents = inRole(argument, 'dependent');
  const lenses: Lens[] = [
    {
      name: 'links',
      title: `${linking} ${linking === 1 ? 'note links' : 'notes link'} here`,
      places: links,
    },
    ...[
      ['supports', dependents.filter(saidAs(SUPPORT))] as const,
      ['supported by', foundations] as const,
      ['challenged by', inRole(argument, 'challenger')] as const,
    ].map(([name, notes]) => lens(name, `${name} ${notes.length}`, notes)),
    ...byType(vault, dependents.filter(saidAs(REST))).map(([type, notes]) =>
      lens(`resting ${type}`, `${counted(notes.length, type)} on it`, notes),
    ),
  ];
  return lenses.filter(({ places }) => places.length > 0);

  function lens(name: string, title: string, notes: readonly Neighbour[]): Lens {
    return { name, title, places: notes.map(each => placeOf(vault, path, each)) };
  }
}

const SUPPORT: ReadonlySet<string> = new Set(['supports', 'supported-by']);
const REST: ReadonlySet<string> = new Set(['rests-on', 'extracted', 'enriches']);

function saidAs(kinds: ReadonlySet<string>): (neighbour: Neighbour) => boolean {
  return ({ said }) => said.some(({ kind }) => kinds.has(kind));
}

/** The link in the other note, or its title where only this one says so. */
function placeOf(vault: Vault, path: string, { path: other, said }: Neighbour): Place {
  const saying = said.find(({ from }) => from === other && from !== path) ?? null;
  if (saying !== null) return { path: other, span: saying.link.span };
  const note = vault.glance(other);
  return { path: other, span: note === undefined ? span(0, 0) : titlePlace(note, null) };
}

/** In the order of the schema; notes of types that it does not know come last, as notes. */
function byType(vault: Vault, neighbours: readonly Neighbour[]): [string, Neighbour[]][] {
  const { schema } = vault.config;
  const groups = new Map<string, Neighbour[]>(
    [...schema.types.map(({ name }) => name), 'note'].map(name => [name, []]),
  );
  for (const each of neighbours) {
    const written = textOf(vault.glance(each.path)?.frontmatter ?? null, 'type');
    const type = written === undefined ? undefined : schema.type(written)?.name;
    groups.get(type ?? 'note')?.push(each);
  }
  return [...groups].filter(([, notes]) => notes.length > 0);
}

function counted(count: number, type: string): string {
  if (count === 1) return `1 ${type} rests`;
  const plural = /[^aeiou]y$/u.test(type) ? `${type.slice(0, -1)}ies` : `${type}s`;
  return `${count} ${plural} rest`;
}
