/** What a note names now in fields of one meaning that it did not name before. */
import type { EdgeKind } from '../../schema/form';
import type { Link } from '../../text/links';
import { baseOf, slugOf, withoutExtension } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import type { NotePair } from './NotePair';
import { linksOfEdge } from './NoteState';

/** Paths of notes, by the slugs of the names that they had in the last commit. */
export type OldNames = ReadonlyMap<string, string>;

/** Stands for each note that is named: its path, or what is written where no note is meant. */
export function gained(
  vault: Vault,
  oldNames: OldNames,
  { before, after }: NotePair,
  edge: EdgeKind,
): string[] {
  if (after === null) return [];
  const { schema } = vault.config;
  const keyOf = (link: Link) => keyOfLink(vault, oldNames, link, after.path);
  const were = new Set(before === null ? [] : linksOfEdge(schema, before, edge).map(keyOf));
  const are = new Set(linksOfEdge(schema, after, edge).map(keyOf));
  return [...are].filter(key => !were.has(key));
}

/** Links by the same name may be written in several ways. */
export function keyOfLink(vault: Vault, oldNames: OldNames, link: Link, from: string): string {
  const resolution = vault.resolve(link, from);
  if (resolution.kind === 'found' || resolution.kind === 'near') return resolution.path;
  const slug = slugOf(withoutExtension(baseOf(link.target.written)));
  return oldNames.get(slug) ?? `\0${slug}`;
}
