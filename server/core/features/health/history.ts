/** What a repository tells of a vault's past, step by step. */
import type { Change } from '../../vault/Vault';
import type { Commit } from './form';

/** States of a vault one after the other, each told by what differs from the one before; the first from an empty vault. */
export type HistoryStep =
  | {
      readonly kind: 'begin';
      /** How many points follow. */
      readonly points: number;
      /** Of how many commits that changed the vault they are chosen. */
      readonly commits: number;
      /** Whether the repository holds only the last commits of its history. */
      readonly shallow: boolean;
    }
  | { readonly kind: 'changes'; readonly changes: Iterable<Change> }
  /** All that differs in it was told. */
  | { readonly kind: 'point'; readonly at: Commit }
  /** Why there is no history, or none any more, as a sentence. */
  | { readonly kind: 'refused'; readonly why: string };
