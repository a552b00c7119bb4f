/** What a note says of itself, as far as a graph shows it. */
import { fieldOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import { folderOf, isNotePath, nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { textsOf } from '../frontmatter/fieldTexts';
import type { GraphNode } from './form';

type Facts = Omit<GraphNode, 'challenged' | 'distance'>;

/** A note that cannot be read is called by its name, and says nothing. */
export function graphNode(vault: Vault, path: string, distance: number | null): GraphNode {
  const challenged = vault.relations.challengers(path).some(isNotePath);
  return { ...factsOf(vault, path, vault.glance(path)), challenged, distance };
}

/** Whether two states of a note look the same in every graph, relations aside. */
export function looksSame(vault: Vault, a: Note | undefined, b: Note | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [before, after] = [factsOf(vault, a.path, a), factsOf(vault, b.path, b)];
  const shown = Object.keys(before) as (keyof Facts)[];
  return shown.every(name => before[name] === after[name]);
}

/** The domain that a note says, or else that of its folder. */
export function domainOf(vault: Vault, path: string, note: Note | undefined): string | null {
  const { schema } = vault.config;
  const said = note && textsOf(note, schema.type(typeIn(note) ?? ''), 'domain')[0];
  return said ?? schema.wordsOfFolder(folderOf(path)).domain ?? null;
}

function factsOf(vault: Vault, path: string, note: Note | undefined): Facts {
  const domain = domainOf(vault, path, note);
  if (note === undefined)
    return { path, title: nameOf(path), type: null, confidence: null, domain, created: null };
  const said = typeIn(note);
  const type = said === null ? undefined : vault.config.schema.type(said);
  const told = (name: string) => textsOf(note, type, name)[0] ?? null;
  return {
    path,
    title: displayTitle(note),
    type: type?.name ?? said,
    confidence: told('confidence'),
    domain,
    // Sources say when they came out.
    created: dateIn(told('created')) ?? dateIn(told('date')),
  };
}

function typeIn({ frontmatter }: Note): string | null {
  return fieldOf(frontmatter, 'type')?.values[0]?.text.trim() || null;
}

function dateIn(text: string | null): string | null {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)/u.exec(text ?? '')?.[0] ?? null;
}
