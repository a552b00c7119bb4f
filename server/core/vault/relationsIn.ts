/** What a note says of others in the argument, by the relations in its front matter. */
import type { EdgeKind } from '../schema/form';
import type { Schema } from '../schema/Schema';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import { PackedNote, textOfNote } from './packed/PackedNote';
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
  const type = textOfNote(note, 'type') ?? null;
  const relations: Relation[] = [];
  const known = new Map<EdgeKind, Set<string>>();
  let field: string | null = null;
  let kind: EdgeKind | null = null;
  for (const link of note instanceof PackedNote ? note.fieldLinks : note.links) {
    // Behind those of the front matter.
    if (link.field === null) break;
    // Links of one field stand together.
    if (link.field !== field) {
      field = link.field;
      kind = schema.edge(type, field);
    }
    if (kind === null) continue;
    const resolution = vault.resolve(link, note.path);
    if (!('path' in resolution) || resolution.path === note.path) continue;
    const { path: to } = resolution;
    const paths = known.get(kind) ?? new Set();
    if (paths.has(to)) continue;
    known.set(kind, paths.add(to));
    relations.push({ kind, to });
  }
  return relations;
}

/** The notes that it rests on, by its own relations. */
export function foundationsIn(relations: readonly Relation[]): string[] {
  return relations.filter(({ kind }) => kind === 'rests-on').map(({ to }) => to);
}
