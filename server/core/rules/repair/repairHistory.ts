/** Notes that were renamed before, found by the name under which a link still speaks of them. */
import { baseOf, foldName, isNotePath, nameOf, slugOf, withoutExtension } from '../../vault/names';

/** One rename, followed through later ones. Paths count from the vault's root. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** `YYYY-MM-DD` of the last of the renames. */
  readonly date: string;
  /** Abbreviated name of the commit. */
  readonly commit: string;
  /** 0..100: how much of the text stayed, through all of the renames. */
  readonly similarity: number;
  /** Whether another note had the name, too, so that a link by it may mean that one. */
  readonly shared: boolean;
}

/** What the history of a repository tells. */
export interface ReadRenames {
  /** The newest first. */
  readonly renames: readonly Rename[];
  /** Why none could be read, as a sentence; `null` where they were. */
  readonly refused: string | null;
}

export interface RenameHistory {
  /** The renames of what a link's target may have named then, the newest first. */
  renamesOf(written: string): readonly Rename[];
}

export const noHistory: RenameHistory = { renamesOf: () => [] };

/** `renames` are newest first. */
export function renameHistory(renames: Iterable<Rename>): RenameHistory {
  const bySlug = new Map<string, Rename[]>();
  for (const rename of renames) {
    if (!isNotePath(rename.from)) continue;
    const slug = slugOf(nameOf(rename.from));
    const known = bySlug.get(slug);
    if (known === undefined) bySlug.set(slug, [rename]);
    else known.push(rename);
  }
  return {
    renamesOf(written) {
      const target = written.trim().replace(/\\/gu, '/');
      const slug = slugOf(withoutExtension(baseOf(target)));
      const named = slug === '' ? [] : (bySlug.get(slug) ?? []);
      if (!target.includes('/')) return named;
      const end = foldName(withoutExtension(target).replace(/^(?:\.{0,2}\/)+/u, ''));
      const inFolder = named.filter(({ from }) =>
        `/${foldName(withoutExtension(from))}`.endsWith(`/${end}`),
      );
      return inFolder.length > 0 ? inFolder : named;
    },
  };
}
