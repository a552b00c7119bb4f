/** What client and server say to each other beyond LSP; the only file of the server that the client imports. */

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
}

export const statusMethod = 'claimwright/status';

/** Command of the server, with the address of a note, of a folder in a vault, or of a vault's root. */
export const fixAllCommand = 'claimwright.server.fixAll';

/** `claimwright/vaults`, from the client, without parameters: the addresses of the roots of all vaults. */
export const vaultsMethod = 'claimwright/vaults';

/** Settings under `claimwright.` that the server reads through `workspace/configuration`. */
export interface Settings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
}

/** `vault` reports every note, `open` only those in an editor, `off` none. */
export type DiagnosticsScope = (typeof diagnosticsScopes)[number];
const diagnosticsScopes = ['vault', 'open', 'off'] as const;

export const defaultSettings: Settings = { diagnostics: { scope: 'vault' } };

/** Takes what a client sends; anything unknown is the default. */
export function parseSettings(written: unknown): Settings {
  const scope = (written as { diagnostics?: { scope?: unknown } } | null)?.diagnostics?.scope;
  const known = diagnosticsScopes.find(each => each === scope);
  return known === undefined ? defaultSettings : { diagnostics: { scope: known } };
}

/** `initializationOptions`: what a client tells of itself beyond LSP's capabilities. */
export interface ClientOptions {
  /** Its command that opens the list of completions at the caret; it is run where an entry leaves something to choose. */
  readonly suggestCommand: string | null;
}

/** Takes what a client sends; anything unknown is nothing. */
export function parseOptions(written: unknown): ClientOptions {
  const command = (written as { suggestCommand?: unknown } | null | undefined)?.suggestCommand;
  return { suggestCommand: typeof command === 'string' ? command : null };
}
