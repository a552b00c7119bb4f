/** How a vault stands, in numbers. */
import type { HealthSectionName, HealthUnit, HistoryPoint } from '../../core/features/health/form';

/**
 * `claimwright/health`, from the client: how a vault stands, in numbers. Looks at every note, unless nothing changed
 * since the last answer.
 */
export const healthMethod = 'claimwright/health';

export interface HealthParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
}

export interface HealthAnswer {
  /** Why there are no numbers, as a sentence; `null` where there are. */
  readonly refused: string | null;
  /** Address of the root of the vault, and the name of its folder; empty where there is none. */
  readonly vault: string;
  readonly name: string;
  /** Of all kinds. */
  readonly notes: number;
  readonly sections: readonly HealthSection[];
}

export interface HealthSection {
  readonly name: HealthSectionName;
  readonly label: string;
  /** At most 100, the first ones. */
  readonly counts: readonly HealthNumber[];
  /** How many more there are, and what they count together. */
  readonly more: { readonly numbers: number; readonly count: number };
}

export interface HealthNumber {
  /** By which the notes behind it are asked for. */
  readonly key: string;
  readonly label: string;
  /** What it means, in a sentence; `null` where the label says it all. */
  readonly meaning: string | null;
  readonly count: number;
  /** In how many notes. */
  readonly notes: number;
  /** Of findings. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint' | null;
}

/** `claimwright/healthNotes`, from the client: the notes behind a number of the last answer, at most 200 at a time. */
export const healthNotesMethod = 'claimwright/healthNotes';

export interface HealthNotesParams {
  /** As for the numbers. */
  readonly uri: string;
  readonly key: string;
  /** How many were told already. */
  readonly from: number;
}

export interface HealthNotes {
  /** Why there are none, as a sentence; `null` where there are. */
  readonly refused: string | null;
  /** Of all of them. */
  readonly count: number;
  /** What each note has of it; `null` where the note itself is what counts. */
  readonly unit: HealthUnit;
  /** Those with most of it first, then by path. */
  readonly notes: readonly HealthNoteLine[];
}

export interface HealthNoteLine {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** Confidence, type and folder. */
  readonly facts: string;
  readonly count: number;
}

/**
 * `claimwright/linkHistory`, from the client: where the links of a vault led over its history. Runs git in the repository
 * around it, so a client asks only where the author trusts the workspace.
 */
export const linkHistoryMethod = 'claimwright/linkHistory';

export interface LinkHistoryParams {
  /** As for the numbers. */
  readonly uri: string;
  /** At most so many, from 2 to 100. */
  readonly points: number;
}

export interface LinkHistory {
  /** Why there are none, as a sentence; `null` where there are. */
  readonly refused: string | null;
  /** How many commits changed the vault, of which the points are chosen. */
  readonly commits: number;
  /** Whether the repository holds only the last commits of its history. */
  readonly shallow: boolean;
  /** Two or more, the oldest first; chosen evenly in time, the first and the last commit among them. */
  readonly points: readonly HistoryPoint[];
}
