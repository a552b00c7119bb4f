/** The links of a note that lead to a note or another file, for editors that show where they can be clicked. */
import type { Span } from '../../text/span';
import { locate } from '../../vault/fragment';
import type { Vault } from '../../vault/Vault';
import { hrefSpan } from './hrefSpan';
import { titleAt } from './noteFacts';

export interface DocumentLink {
  /** Target and fragment, in the text of the note. */
  readonly span: Span;
  readonly path: string;
  /** The heading or block in the text of `path`; `null` where none is named or there is none. */
  readonly target: Span | null;
  /** The title of the note; the path of another file. */
  readonly title: string;
}

/** In the order of the text. Costs what the links of the note are. */
export function documentLinks(vault: Vault, path: string): DocumentLink[] {
  return (vault.note(path)?.links ?? []).flatMap(link => {
    const resolution = vault.resolve(link, path);
    const span = hrefSpan(link);
    if (!('path' in resolution) || span.start === span.end) return [];
    const note = vault.note(resolution.path);
    const { fragment } = link.target;
    return {
      span,
      path: resolution.path,
      target: note === undefined ? null : locate(note, fragment, link.form),
      title: note === undefined ? resolution.path : titleAt(vault, resolution.path),
    };
  });
}
