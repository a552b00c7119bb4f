/** The sources of a vault by their address on the web, and the claims that give an address. */
import type { NoteType } from '../schema/NoteType';
import type { Schema } from '../schema/Schema';
import { textOf } from '../text/frontmatter';
import type { Note } from '../text/parseNote';
import { addressKey } from '../text/webAddresses';
import { displayTitle } from './noteNames';
import { PathSets } from './PathSets';

export class AddressIndex {
  private readonly sources = new PathSets();
  private readonly claims = new PathSets();

  replace(schema: Schema, path: string, before: Note | null, after: Note | null): void {
    for (const key of sourceKeys(schema, before)) this.sources.remove(key, path);
    for (const key of sourceKeys(schema, after)) this.sources.add(key, path);
    for (const key of claimKeys(schema, before)) this.claims.remove(key, path);
    for (const key of claimKeys(schema, after)) this.claims.add(key, path);
  }

  /** The sources at an address, given by its key. */
  sourcesAt(key: string): readonly string[] {
    return this.sources.get(key);
  }

  /** The claims that give an address at which there is a source now, or no more, or one of another title. */
  touched(schema: Schema, before: Note | null, after: Note | null): string[] {
    const [had, has] = [sourceKeys(schema, before), sourceKeys(schema, after)];
    const same = before !== null && after !== null && displayTitle(before) === displayTitle(after);
    if (same && had.length === has.length && had.every((key, at) => key === has[at])) return [];
    return [...had, ...has].flatMap(key => this.claims.get(key));
  }
}

/** Older sources say where they were published under another name, which may also hold something else. */
function sourceKeys(schema: Schema, note: Note | null): readonly string[] {
  const type = note === null ? undefined : typeOf(schema, note);
  if (note === null || type?.name !== 'source') return [];
  const field = type.field('url');
  const keys = ['url', ...(field?.legacy ?? [])].map(name =>
    addressKey(textOf(note.frontmatter, name) ?? ''),
  );
  return [...new Set(keys)].filter(key => key !== '');
}

function claimKeys(schema: Schema, note: Note | null): readonly string[] {
  if (note === null || note.signs.addresses.length === 0) return [];
  return typeOf(schema, note)?.name === 'claim' ? note.signs.addresses.map(({ key }) => key) : [];
}

function typeOf(schema: Schema, { frontmatter }: Note): NoteType | undefined {
  return schema.type(textOf(frontmatter, 'type') ?? '');
}
