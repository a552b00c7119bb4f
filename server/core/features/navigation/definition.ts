/** Where a link leads: the note, or the heading or block in it that the fragment names. */
import { type Span, span } from '../../text/span';
import { locate } from '../../vault/fragment';
import type { Vault } from '../../vault/Vault';
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
    const target = found && locate(found, link.target.fragment, link.form);
    return { origin: link.span, path: each, target: target ?? span(0, 0) };
  });
}
