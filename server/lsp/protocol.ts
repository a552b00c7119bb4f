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

/** Command of the server, behind fixes: address of a note, its new path in the vault, its title where it says none. */
export const renameFileCommand = 'claimwright.server.renameFile';

/** `claimwright/vaults`, from the client, without parameters: the addresses of the roots of all vaults. */
export const vaultsMethod = 'claimwright/vaults';

/** `claimwright/repairs`, from the client: the links of a note, a folder or a vault that do not lead to one note for sure. */
export const repairsMethod = 'claimwright/repairs';

export interface RepairsParams {
  /** Address of a note, of a folder in a vault, or of a vault's root. */
  readonly uri: string;
  /** Whether git may be asked for renames in the past: only where the author trusts the workspace. */
  readonly history: boolean;
}

export interface Repairs {
  /** Why there is no answer, as a sentence; `null` where there is one. */
  readonly refused: string | null;
  /** Why renames in the past are not known, as a sentence. */
  readonly historyRefused: string | null;
  readonly links: readonly RepairableLink[];
}

export interface RepairableLink {
  /** Address of the note in which it stands, and the note's path in its vault. */
  readonly uri: string;
  readonly path: string;
  /** Zero-based, in UTF-16 units. */
  readonly line: number;
  readonly character: number;
  /** The target as its author means it. */
  readonly written: string;
  readonly state: 'missing' | 'near' | 'ambiguous';
  /** Its line, with the link in the middle, shortened. */
  readonly before: string;
  readonly link: string;
  readonly behind: string;
  /** What can be taken out: the link, so that its text stays, or the whole entry of front matter; `null` where neither. */
  readonly removable: 'link' | 'entry' | null;
  /** At most three, the best first. */
  readonly candidates: readonly RepairOffer[];
}

export interface RepairOffer {
  readonly path: string;
  /** What the note is called. */
  readonly title: string;
  /** What speaks for it, without a full stop. */
  readonly why: string;
  /** `safe`: nothing else could be meant. */
  readonly tier: 'safe' | 'likely' | 'possible';
}

/** `claimwright/applyRepairs`, from the client, with `ChosenRepair[]`: the server sends them all as one edit. */
export const applyRepairsMethod = 'claimwright/applyRepairs';

/** For every link of the note that has this target and still leads to no one note for sure. */
export interface ChosenRepair {
  readonly uri: string;
  readonly written: string;
  /** The path of the note that is meant; `null` takes the link out and keeps its text. */
  readonly path: string | null;
  readonly safe: boolean;
}

export interface AppliedRepairs {
  /** Whether the author took the edit. */
  readonly applied: boolean;
  /** How many links it changes, and in how many notes. */
  readonly links: number;
  readonly notes: number;
}

/** Settings under `claimwright.` that the server reads through `workspace/configuration`. */
export interface Settings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
  readonly codeLens: { readonly enabled: boolean };
  readonly inlayHints: { readonly confidence: boolean };
}

/** `vault` reports every note, `open` only those in an editor, `off` none. */
export type DiagnosticsScope = (typeof diagnosticsScopes)[number];
const diagnosticsScopes = ['vault', 'open', 'off'] as const;

export const defaultSettings: Settings = {
  diagnostics: { scope: 'vault' },
  codeLens: { enabled: true },
  inlayHints: { confidence: false },
};

/** Takes what a client sends; anything unknown is the default. */
export function parseSettings(written: unknown): Settings {
  const { diagnostics, codeLens, inlayHints } = defaultSettings;
  const scope = memberOf(memberOf(written, 'diagnostics'), 'scope');
  const known = diagnosticsScopes.find(each => each === scope);
  const truth = (group: string, name: string, usual: boolean) => {
    const value = memberOf(memberOf(written, group), name);
    return typeof value === 'boolean' ? value : usual;
  };
  return {
    diagnostics: { scope: known ?? diagnostics.scope },
    codeLens: { enabled: truth('codeLens', 'enabled', codeLens.enabled) },
    inlayHints: { confidence: truth('inlayHints', 'confidence', inlayHints.confidence) },
  };
}

function memberOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

/** `initializationOptions`: what a client tells of itself beyond LSP's capabilities. */
export interface ClientOptions {
  /** Its command that opens the list of completions at the caret; it is run where an entry leaves something to choose. */
  readonly suggestCommand: string | null;
  /** Its command that shows a list of places; it takes an address, a position and locations, as LSP has them. */
  readonly showReferencesCommand: string | null;
  /** Whether it shows the headings of notes itself, as VS Code does: two outlines of a note would be one too many. */
  readonly listsHeadings: boolean;
}

/** Takes what a client sends; anything unknown is nothing. */
export function parseOptions(written: unknown): ClientOptions {
  const command = (name: keyof ClientOptions) => {
    const told = memberOf(written, name);
    return typeof told === 'string' ? told : null;
  };
  return {
    suggestCommand: command('suggestCommand'),
    showReferencesCommand: command('showReferencesCommand'),
    listsHeadings: memberOf(written, 'listsHeadings') === true,
  };
}
