/** The other notes that a note rests on, by the relations that say so. */
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Resolution } from './resolve';

interface Resolver {
  resolve(link: Link, from: string): Resolution;
}

/** In the order of its links, each once. */
export function foundations(vault: Resolver, schema: Schema, note: Note): string[] {
  const type = textOf(note.frontmatter, 'type') ?? null;
  const paths = new Set<string>();
  for (const link of note.links) {
    if (link.field === null || schema.edge(type, link.field) !== 'rests-on') continue;
    const resolution = vault.resolve(link, note.path);
    if (resolution.kind === 'found' || resolution.kind === 'near') paths.add(resolution.path);
  }
  paths.delete(note.path);
  return [...paths];
}
