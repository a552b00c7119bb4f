/** Writes previews as Markdown in which nothing from a vault is anything but text. */
import type { LinkHover, NotePreview } from '../core/features/navigation/hover';

/** Longer lists end in a count. */
const SHOWN = 5;

export function hoverText(hover: LinkHover, uri: (path: string) => string): string {
  const { kind, written, notes } = hover;
  const [first] = notes;
  switch (kind) {
    case 'attachment':
      return `“${plain(written)}” is a file of this vault.`;
    case 'missing': {
      const like = notes.map(note => `- ${link(note, uri)}`);
      const asked = like.length === 0 ? '' : `\n\nDid you mean\n\n${like.join('\n')}`;
      return `No note is named “${plain(written)}”.${asked}`;
    }
    case 'ambiguous': {
      const all = notes.map(note => `- ${link(note, uri)} in ${plain(folder(note.path))}`);
      return `${notes.length} notes have this name:\n\n${all.join('\n')}`;
    }
    default: {
      if (first === undefined) return plain(written);
      const near = kind === 'near' ? '\n\n*Not its file name, but nothing else is like it.*' : '';
      return previewText(first, uri) + near;
    }
  }
}

/** The documentation of a completion entry and the body of a hover. */
export function previewText(note: NotePreview, uri: (path: string) => string): string {
  const parts = [`**${link(note, uri)}**`];
  const count = note.linkedFrom;
  const linked =
    count === 0 ? 'no links here' : count === 1 ? '1 note links here' : `${count} notes link here`;
  parts.push([...note.facts.map(plain), linked].join(' · '));
  if (note.description !== null) parts.push(`*${plain(note.description)}*`);
  if (note.opening !== null) parts.push(plain(note.opening));
  if (note.supportedBy.length > 0) parts.push(list('Supported by', note.supportedBy));
  if (note.challengedBy.length > 0) parts.push(list('Challenged by', note.challengedBy));
  return parts.join('\n\n');
}

function list(heading: string, titles: readonly string[]): string {
  const shown = titles.slice(0, SHOWN).map(title => `- ${plain(title)}`);
  const more = titles.length > SHOWN ? [`- and ${titles.length - SHOWN} more`] : [];
  return `${heading}\n\n${[...shown, ...more].join('\n')}`;
}

function link(note: NotePreview, uri: (path: string) => string): string {
  return `[${plain(note.title)}](${uri(note.path).replace(/[()\\]/gu, percent)})`;
}

/** `encodeURIComponent` leaves parentheses, which end a Markdown link. */
function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16)}`;
}

function folder(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? 'the root' : path.slice(0, slash);
}

/** Every mark that Markdown or HTML could read is escaped, those of bare addresses too; line breaks become blanks. */
export function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#!|<>&~$:@]|(?<=www)\.|(?<=\/)\//giu, '\\$&')
    .replace(/^(?:[-+=]|\d+(?=[.)]))/u, first => (/\d/u.test(first) ? `${first}\\` : `\\${first}`));
}
