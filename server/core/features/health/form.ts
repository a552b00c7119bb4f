/** How a vault stands, in numbers: what every way to show it is made from. */
import type { Severity } from '../../schema/config';

/**
 * `confidence` is that of claims. `argument` is what should be looked at: `orphans` have no link to or from another
 * note, `weak` claims carry others though they are hardly borne out, `unchallenged` ones though nobody spoke against
 * them, and `re-evaluate` are notes under which something changed.
 */
export const healthSections = [
  'types',
  'domains',
  'confidence',
  'argument',
  'links',
  'findings',
  'sources',
  'hints',
] as const;
export type HealthSectionName = (typeof healthSections)[number];

/** What is counted, with the notes in which it is found. */
export interface HealthCount {
  /** By which the notes behind it are asked for: the same in every vault that has it. */
  readonly key: string;
  /** The word that notes say, the code of a rule, or one of a fixed list; `null` for notes that say none. */
  readonly name: string | null;
  readonly count: number;
  readonly notes: number;
  /** Of findings. */
  readonly severity?: Severity;
}

export interface Health {
  /** Of all kinds, those that the settings leave out among them: of these links, types and domains are counted, and nothing is reported. */
  readonly notes: number;
  readonly sections: Readonly<Record<HealthSectionName, readonly HealthCount[]>>;
}

/** A note behind a number. */
export interface HealthNote {
  readonly path: string;
  /** How many links, findings, hints or notes that rest on it: what `healthUnit` says. */
  readonly count: number;
}

export type HealthUnit = 'links' | 'findings' | 'hints' | 'dependents' | null;

/** What is counted in each note behind a number; `null` where the note itself is what counts. */
export function healthUnit(key: string): HealthUnit {
  if (key === 'weak' || key === 'unchallenged') return 'dependents';
  if (key.startsWith('links:')) return 'links';
  if (key.startsWith('hints:')) return 'hints';
  return /^(?:error|warning|information|hint)\/./u.test(key) ? 'findings' : null;
}

/** Where the links of a vault led in one state of it, those in front matter included. */
export interface LinkCounts {
  readonly notes: number;
  readonly links: number;
  readonly found: number;
  readonly near: number;
  readonly ambiguous: number;
  readonly missing: number;
}

/** A commit of the vault. */
export interface Commit {
  /** Its whole name. */
  readonly commit: string;
  /** When it was made, in UTC: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly date: string;
}

export interface HistoryPoint extends Commit, LinkCounts {}
