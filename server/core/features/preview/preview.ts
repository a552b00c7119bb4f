/** What the wiki links of a note lead to, and the texts that it embeds, for a Markdown preview. */
import type { Link } from '../../text/links';
import type { Note } from '../../text/parseNote';
import type { Span } from '../../text/span';
import { folderOf, isNotePath } from '../../vault/names';
import type { Resolution } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import { confidenceOf } from '../argument/inlayHints';
import { noteFacts, titleAt } from '../navigation/noteFacts';
import { embeddedSpan } from './embeddedSpan';
import { encodedPath } from './encodedPath';
import type { PreviewEmbed, PreviewLink } from './form';
import { previewAnchor } from './previewAnchor';

/** Embeds in embeds in embeds. */
const MOST_DEPTH = 3;
/** Texts that one preview embeds, and their UTF-16 units: of one, and of all. */
const MOST_EMBEDS = 50;
const LONGEST = 20_000;
const MOST_EMBEDDED = 200_000;
/** Of the notes that an ambiguous link may mean. */
const MOST_NAMED = 5;

const IMAGE = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/iu;

/** The links of the body, each written target once. `read` gives the text of a note, `null` where it cannot be had. */
export function preview(
  vault: Vault,
  path: string,
  read: (path: string) => string | null,
): PreviewLink[] {
  const note = vault.note(path);
  if (note === undefined) return [];
  return new Shown(vault, folderOf(path), read).links(note, null, []);
}

/** Where an embed stands whose text is looked into. */
interface Frame {
  readonly path: string;
  readonly at: Span;
}

/** One preview, with what it may still embed. */
class Shown {
  private embeds = MOST_EMBEDS;
  private room = MOST_EMBEDDED;

  constructor(
    private readonly vault: Vault,
    /** Of the note that is shown: links in embedded texts count from there, too. */
    private readonly folder: string,
    private readonly read: (path: string) => string | null,
  ) {}

  /** `part` is the part of the note that is shown, `null` its whole body. */
  links(note: Note, part: Span | null, frames: readonly Frame[]): PreviewLink[] {
    const shown = new Map<string, Link>();
    for (const link of note.links) {
      if (link.field !== null || link.form !== 'wiki') continue;
      if (part !== null && !contains(part, link.span)) continue;
      const written = writtenOf(link);
      // Of links and embeds of one target the embed says what both need.
      if (!shown.has(written) || link.embed) shown.set(written, link);
    }
    return [...shown].map(([written, link]) => this.link(note, written, link, frames));
  }

  private link(note: Note, written: string, link: Link, frames: readonly Frame[]): PreviewLink {
    const { vault } = this;
    const resolution = vault.resolve(link, note.path);
    if (!('path' in resolution)) {
      const title = whyNowhere(resolution, link.target.written);
      const { kind } = resolution;
      return { written, kind, href: null, title, confidence: null, embed: null };
    }
    const { path } = resolution;
    const target = vault.note(path);
    const { fragment } = link.target;
    const anchor = target && fragment ? previewAnchor(target, fragment) : null;
    const lost = target !== undefined && fragment ? anchor === null : false;
    const file = encodedPath(this.folder, path);
    const href = anchor === null ? file : `${file}#${anchor}`;
    const kind = lost ? 'no-place' : resolution.kind;
    const confidence = confidenceOf(vault, path)?.word ?? null;
    const title = [
      titleAt(vault, path),
      ...(lost ? [`It has no ${placeNamed(fragment ?? '')}.`] : []),
      noteFacts(vault, path),
    ];
    const embed = link.embed && !lost ? this.embed(note, link, path, frames) : null;
    return { written, kind, href, title: lines(title), confidence, embed };
  }

  private embed(
    from: Note,
    link: Link,
    path: string,
    frames: readonly Frame[],
  ): PreviewEmbed | null {
    if (!isNotePath(path)) return IMAGE.test(path) ? { kind: 'image' } : null;
    if (frames.length >= MOST_DEPTH)
      return refused(`It stands more than ${MOST_DEPTH} embedded notes deep.`);
    if (this.embeds <= 0 || this.room <= 0) return refused('This note embeds too much.');
    const [note, text] = [this.vault.note(path), this.read(path)];
    const part = note && text !== null ? embeddedSpan(note, text, link.target.fragment) : null;
    if (note === undefined || text === null || part === null) return null;
    const within = [...frames, { path: from.path, at: link.span }];
    if (within.some(each => each.path === path && contains(part, each.at)))
      return refused('It embeds itself.');
    const kept = opening(text, part, Math.min(LONGEST, this.room));
    this.embeds--;
    this.room -= kept.end - kept.start;
    return {
      kind: 'text',
      title: titleAt(this.vault, path),
      text: text.slice(kept.start, kept.end),
      cut: kept.end < part.end,
      folder: encodedPath(this.folder, path).replace(/(?<![^/])[^/]*$/u, ''),
      file: encodedPath(this.folder, path),
      links: this.links(note, kept, within),
    };
  }
}

function writtenOf({ target: { written, fragment } }: Link): string {
  return fragment === null ? written : `${written}#${fragment}`;
}

function whyNowhere(
  resolution: Extract<Resolution, { kind: 'ambiguous' | 'missing' }>,
  written: string,
): string {
  if (resolution.kind === 'missing') return `No note or file is called “${written}”.`;
  const { paths } = resolution;
  const more = paths.length - MOST_NAMED;
  return lines([
    `${paths.length} notes may be meant by “${written}”:`,
    ...paths.slice(0, MOST_NAMED),
    more > 0 ? `and ${more} more` : '',
  ]);
}

function placeNamed(fragment: string): string {
  return fragment.startsWith('^') ? `block “${fragment.slice(1)}”` : `heading “${fragment}”`;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function refused(why: string): PreviewEmbed {
  return { kind: 'refused', why };
}

function lines(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n');
}

/** So much of a part as fits, to the end of a paragraph where one ends there, else of a line. */
function opening(text: string, { start, end }: Span, most: number): Span {
  if (end - start <= most) return { start, end };
  const kept = text.slice(start, start + most);
  const paragraph = Math.max(kept.lastIndexOf('\n\n'), kept.lastIndexOf('\n\r\n'));
  const line = kept.lastIndexOf('\n');
  const length = paragraph > 0 ? paragraph : line > 0 ? line : most;
  return { start, end: start + length };
}
