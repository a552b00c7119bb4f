/** One edit of the vault that moves files, changes texts, and keeps every link leading where it led. */
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';
import type { Vault } from '../../vault/Vault';
import { keptLinks } from './keptLinks';
import { rebasedLinks } from './rebasedLinks';
import { editedTexts, type ReadText, type VaultEdit } from './VaultEdit';

export type Arranged = Arrangement | Refused;

export interface Arrangement {
  readonly edit: VaultEdit;
  /** Links for which no way of writing leads to the same place any more. */
  readonly lost: readonly { readonly path: string; readonly link: Link }[];
}

export interface Refused {
  /** Why nothing can be done, as a sentence. */
  readonly refused: string;
  /** Whether a short file name, with the whole title in the note, would do. */
  readonly short?: true;
}

export function isRefused(arranged: Arranged): arranged is Refused {
  return 'refused' in arranged;
}

/** `moves` are files by where they are now, `edits` the author's own changes, in the texts of now. */
export function rearrange(
  vault: Vault,
  moves: ReadonlyMap<string, string>,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  read: ReadText,
): Arrangement {
  const { edits: kept, lost } = keptLinks(vault, { moves, edits, texts: editedTexts(edits, read) });
  const all = new Map<string, TextEdit[]>();
  for (const [path, each] of [...edits, ...kept, ...rebasedLinks(vault, moves)])
    all.set(path, [...(all.get(path) ?? []), ...each]);
  for (const each of all.values()) each.sort((a, b) => a.span.start - b.span.start);
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    edit: {
      edits: new Map(sorted),
      creates: [],
      renames: [...moves].map(([from, to]) => ({ from, to })),
    },
    lost,
  };
}
