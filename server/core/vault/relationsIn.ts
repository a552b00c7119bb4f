/** What a note says of others in the argument, by the relations in its front matter. */
import type { EdgeKind } from '../schema/form';
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Resolution } from './resolve';

export interface Relation {
  readonly kind: EdgeKind;
  /** Path of the note that is named. */
  readonly to: string;
}

interface Resolver {
  resolve(link: Link, from: string): Resolution;
}

/** In the order of its links, each once, none to itself. */
export function relationsIn(vault: Resolver, schema: Schema, note: Note): Relation[] {
  const type = textOf(note.frontmatter, 'type') ?? null;
  const relations = new Map<string, Relation>();
  for (const link of note.links) {
    const kind = link.field === null ? null : schema.edge(type, link.field);
    if (kind === null) continue;
    const resolution = vault.resolve(link, note.path);
    if (!('path' in resolution) || resolution.path === note.path) continue;
    const relation = { kind, to: resolution.path };
    relations.set(`${kind} ${relation.to}`, relation);
  }
  return [...relations.values()];
}

/** The notes that it rests on, by its own relations. */
export function foundationsIn(relations: readonly Relation[]): string[] {
  return relations.filter(({ kind }) => kind === 'rests-on').map(({ to }) => to);
}
