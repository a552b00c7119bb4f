/** Links that find their note and not the heading or block in it that they name; shared by the two rules about them. */
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';
import { locate } from '../../vault/fragment';
import { displayTitle } from '../../vault/noteNames';
import type { Fix, Place, ResolvedLink } from '../rule';
import { shortened } from './shortened';
import { unlinked } from './unlinked';

export interface LostFragment {
  readonly link: Link;
  readonly fragment: string;
  /** The note that lacks it. */
  readonly path: string;
}

/** What is filled in later, what only GitHub or a browser understands, and what is not finished. */
const NO_NAME = /\{\{|<%|^\^?$|^:~:|^L\d+(?:-L\d+)?$/u;

/** `null` where the link leads to what it names, to no note, or to one that cannot be read. */
export function lostFragment({ vault }: Place, resolved: ResolvedLink): LostFragment | null {
  const { link, resolution } = resolved;
  const fragment = link.target.fragment?.trim() ?? '';
  if (NO_NAME.test(fragment) || !('path' in resolution)) return null;
  const { path } = resolution;
  const note = vault.note(path);
  if (note === undefined || vault.problem(path) !== null) return null;
  return locate(note, fragment, link.form) === null ? { link, fragment, path } : null;
}

/** Whether it names a block. */
export function namesBlock({ fragment }: LostFragment): boolean {
  return fragment.startsWith('^');
}

export function reported(place: Place, lost: LostFragment, what: 'heading' | 'block') {
  const { link, fragment, path } = lost;
  const name = shortened(what === 'block' ? fragment.slice(1) : fragment);
  const note = place.vault.note(path);
  const title = note === undefined ? path : shortened(displayTitle(note));
  const here = path === place.path;
  return {
    span: link.target.fragmentSpan ?? link.target.span,
    message: `${here ? 'This note' : `“${title}”`} has no ${what} “${name}”.`,
    ...(here ? {} : { related: [{ path, message: `The note without this ${what}` }] }),
  };
}

/** The link without what it does not find. */
export function withoutFragment({ link }: LostFragment): Fix[] {
  const { target } = link;
  if (target.written === '' || target.fragmentSpan === null) {
    const edit = unlinked(link);
    const title = 'Remove the link, keep the text';
    return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
  }
  const span = { start: target.span.end, end: target.fragmentSpan.end };
  return [{ title: 'Link to the whole note', safe: false, edits: [{ span, newText: '' }] }];
}

/** The edit that puts another fragment, written as the link's form needs it, in its place. */
export function withFragment({ link }: LostFragment, newText: string): TextEdit {
  return { span: link.target.fragmentSpan ?? link.target.span, newText };
}
