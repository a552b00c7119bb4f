/** The preview of the note that a link leads to. */
import { fieldOf, textOf } from '../../text/frontmatter';
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { displayTitle } from '../../vault/noteNames';
import type { Backlink, Vault } from '../../vault/Vault';
import { firstParagraph } from './firstParagraph';
import { linkAt } from './linkAt';

export interface NotePreview {
  readonly path: string;
  readonly title: string;
  /** Type, confidence, domain, status, as far as the note says them. */
  readonly facts: readonly string[];
  readonly description: string | null;
  /** Plain text of the first paragraph. */
  readonly opening: string | null;
  /** Titles of notes that support it, and that challenge it. */
  readonly supportedBy: readonly string[];
  readonly challengedBy: readonly string[];
  /** How many notes link to it. */
  readonly linkedFrom: number;
}

export interface LinkHover {
  readonly span: Span;
  readonly kind: 'found' | 'near' | 'ambiguous' | 'missing' | 'attachment';
  /** What was written. */
  readonly written: string;
  /** One note; where the link is ambiguous all of them, where it is missing those most like it. */
  readonly notes: readonly NotePreview[];
}

/** `read` gives the text of a note, `null` where it cannot be had. */
export function hover(
  vault: Vault,
  path: string,
  offset: number,
  read: (path: string) => string | null,
): LinkHover | null {
  const note = vault.note(path);
  const link = note === undefined ? undefined : linkAt(note, offset);
  if (link === undefined) return null;
  const resolution = vault.resolve(link, path);
  const about = { span: link.span, written: link.target.written };
  const previews = (paths: readonly string[]) =>
    paths.flatMap(each => preview(vault, each, read) ?? []);
  switch (resolution.kind) {
    case 'ambiguous':
      return { ...about, kind: 'ambiguous', notes: previews(resolution.paths) };
    case 'missing': {
      if (link.form === 'plain' && !/\.md$|^\S+$/iu.test(link.target.written)) return null;
      return { ...about, kind: 'missing', notes: previews(vault.alike(link.target.written)) };
    }
    default: {
      const notes = previews([resolution.path]);
      return { ...about, kind: notes.length === 0 ? 'attachment' : resolution.kind, notes };
    }
  }
}

export function preview(
  vault: Vault,
  path: string,
  read: (path: string) => string | null,
): NotePreview | null {
  const note = vault.note(path);
  if (note === undefined) return null;
  const backlinks = vault.backlinks(path);
  const text = read(path);
  const names = ['type', 'confidence', 'domain', 'status'];
  return {
    path,
    title: displayTitle(note),
    facts: names.flatMap(name => textOf(note.frontmatter, name) ?? []),
    description: textOf(note.frontmatter, 'description') ?? null,
    opening: text === null ? null : firstParagraph(text, note.body),
    supportedBy: titles(vault, backlinks, 'supports'),
    challengedBy: [
      ...new Set([
        ...titles(vault, backlinks, 'challenges'),
        ...named(vault, note, 'challenged_by'),
      ]),
    ],
    linkedFrom: new Set(backlinks.map(each => each.from)).size,
  };
}

/** Notes that name this one in their field. */
function titles(vault: Vault, backlinks: readonly Backlink[], field: string): string[] {
  const from = backlinks.filter(each => each.link.field === field).map(each => each.from);
  return [...new Set(from)].flatMap(path => titleAt(vault, path) ?? []);
}

/** What the note itself names in its field, in words where it is no note. */
function named(vault: Vault, note: Note, field: string): string[] {
  if (fieldOf(note.frontmatter, field) === undefined) return [];
  return note.links
    .filter((link: Link) => link.field === field)
    .map(link => {
      const resolution = vault.resolve(link, note.path);
      const path = 'path' in resolution ? resolution.path : null;
      return (path === null ? null : titleAt(vault, path)) ?? link.alias ?? link.target.written;
    });
}

function titleAt(vault: Vault, path: string): string | null {
  const note = vault.note(path);
  return note === undefined ? null : displayTitle(note);
}
