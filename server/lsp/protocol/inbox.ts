/** The sources of all vaults by their status. */

/** `claimwright/inbox`, from the client: the sources of all vaults by their status, with what became of their hints. */
export const inboxMethod = 'claimwright/inbox';

/** `claimwright/inboxChanged`, from the server, without parameters: another answer would be given now. Only for clients that asked once. */
export const inboxChangedMethod = 'claimwright/inboxChanged';

export type InboxStatus = 'unprocessed' | 'processing' | 'processed' | 'null-result';

export interface InboxParams {
  /** How many sources of each status are wanted, the first ones; none of a status that is missing. */
  readonly wanted: { readonly [Status in InboxStatus]?: number };
  /** Only sources of these domains; `null` stands for none. Of all where it is missing. */
  readonly domains?: readonly (string | null)[];
  /** The same for priorities. */
  readonly priorities?: readonly (string | null)[];
}

export interface InboxAnswer {
  /** Why sources may be missing, as a sentence; `null` where none are. */
  readonly refused: string | null;
  /** How many vaults it is about. */
  readonly vaults: number;
  /** Sources of any status, wanted or not. */
  readonly total: number;
  /** Every status, as they follow each other. */
  readonly groups: readonly InboxGroup[];
  /** The domains of sources, the most used first. */
  readonly domains: readonly string[];
  /** Open hints of sources of high priority that nobody began; `counted` once all of them are read. */
  readonly urgent: { readonly hints: number; readonly sources: number; readonly counted: boolean };
}

export interface InboxGroup {
  readonly status: InboxStatus;
  /** Of all that fit the filter. */
  readonly count: number;
  /** By priority, then the oldest first. */
  readonly sources: readonly InboxSource[];
}

export interface InboxSource {
  readonly uri: string;
  /** Path in its vault, and the name of the vault's folder. */
  readonly path: string;
  readonly vault: string;
  readonly title: string;
  /** As the source says them; `null` where it says none. The priority is in small letters. */
  readonly priority: string | null;
  readonly domain: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date: string | null;
  /** How long ago that was, below zero where it is to come. */
  readonly age: { readonly unit: 'day' | 'month' | 'year'; readonly count: number } | null;
  readonly hints: HintCounts;
}

export interface HintCounts {
  readonly open: number;
  /** Those that became a claim, or that a claim says already. */
  readonly promoted: number;
  readonly dropped: number;
}
