/** The links that do not lead to one note for sure, and what would mend them. */

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
