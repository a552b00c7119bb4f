/** What the server tells of itself: how far it has read, and the roots of its vaults. */

/** `stopped`: indexing was cancelled, so nothing is reported. */
export type ServerState = 'indexing' | 'ready' | 'stopped';

/** `claimwright/status`, from the server: sent when any of it changes. */
export interface Status {
  readonly state: ServerState;
  /** Notes indexed, of all vaults. */
  readonly notes: number;
  /** Files listed but not read yet. */
  readonly remaining: number;
  readonly vaults: number;
  /** Diagnostics of that severity that are published now. */
  readonly errors: number;
  readonly warnings: number;
  /** Notes of which something old may be published: checking them was cancelled, until files change again. */
  readonly unchecked: number;
}

export const statusMethod = 'claimwright/status';

/** `claimwright/vaults`, from the client, without parameters: the addresses of the roots of all vaults. */
export const vaultsMethod = 'claimwright/vaults';
