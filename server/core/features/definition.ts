/** Where a link leads: the note, or the heading or block in it that the fragment names. */
import type { Note } from '../text/parseNote';
import { type Span, span } from '../text/span';
import { foldName } from '../vault/names';
import type { Vault } from '../vault/Vault';
import { linkAt } from './linkAt';

export interface Definition {
  /** The link followed. */
  readonly origin: Span;
  readonly path: string;
  /** In the text of `path`; the start of the file where nothing closer is named. */
  readonly target: Span;
}

/** Several where the link is ambiguous, none where it leads nowhere. */
export function definition(vault: Vault, path: string, offset: number): Definition[] {
  const note = vault.note(path);
  const link = note === undefined ? undefined : linkAt(note, offset);
  if (link === undefined) return [];
  const resolution = vault.resolve(link, path);
  if (resolution.kind === 'missing') return [];
  const paths = resolution.kind === 'ambiguous' ? resolution.paths : [resolution.path];
  return paths.map(each => {
    const found = vault.note(each);
    const target = found && locate(found, link.target.fragment);
    return { origin: link.span, path: each, target: target ?? span(0, 0) };
  });
}

/** `null` where the note has no such heading or block. Nested headings (`A#B`) are looked up in order. */
export function locate(note: Note, fragment: string | null): Span | null {
  if (fragment === null || fragment === '') return null;
  if (fragment.startsWith('^')) {
    const id = fragment.slice(1).toLowerCase();
    return note.blocks.find(block => block.id.toLowerCase() === id)?.span ?? null;
  }
  let from = 0;
  let found: Span | null = null;
  for (const part of fragment.split('#')) {
    const heading = note.headings.find(
      each => each.span.start >= from && plain(each.text) === plain(part),
    );
    if (heading === undefined) return null;
    found = heading.span;
    from = heading.span.end;
  }
  return found;
}

/** Links leave out the marks that would end them, so headings are compared without. */
function plain(heading: string): string {
  return foldName(heading.replace(/[#|^\\[\]:*_`]/gu, ' '));
}
