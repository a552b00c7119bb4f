/** A note as it was or is, and what its front matter says of it. */
import type { EdgeKind } from '../../schema/form';
import type { Schema } from '../../schema/Schema';
import { textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';
import { type Note, parseNote } from '../../text/parseNote';
import { folderOf } from '../../vault/names';

export interface NoteState {
  readonly path: string;
  readonly text: string;
  readonly note: Note;
  /** The name of its type, by what it says or else by its folder; `null` where nothing tells. */
  readonly type: string | null;
  readonly domain: string | null;
}

export function noteState(schema: Schema, path: string, text: string): NoteState {
  const note = parseNote(path, text, schema.relationFields);
  const said = textOf(note.frontmatter, 'type');
  const type = said === undefined ? schema.typeOfPath(path) : schema.type(said);
  const domain = textOf(note.frontmatter, 'domain');
  return {
    path,
    text,
    note,
    type: type?.name ?? said ?? null,
    domain: domain ?? schema.wordsOfFolder(folderOf(path)).domain ?? null,
  };
}

/** What a field says, in lower case. */
export function wordIn({ note }: NoteState, field: string): string {
  return (textOf(note.frontmatter, field) ?? '').trim().toLowerCase();
}

/** The links in the fields that have this meaning for the argument. */
export function linksOfEdge(schema: Schema, { note, type }: NoteState, edge: EdgeKind): Link[] {
  return note.links.filter(({ field }) => field !== null && schema.edge(type, field) === edge);
}
