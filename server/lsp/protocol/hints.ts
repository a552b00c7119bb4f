/** Extraction hints of notes, open or not. */
import type { HintKind, HintReference } from '../../core/authoring/hints/Hint';
import type { Move } from '../../core/authoring/moves/Move';
import type { WireRange } from './wire';

/** `claimwright/hints`, from the client: the hints of a note, of a folder in a vault, or of a whole vault. */
export const hintsMethod = 'claimwright/hints';

export interface HintsParams {
  /** Address of a note, of a folder in a vault, or of a vault's root. */
  readonly uri: string;
}

export interface HintedNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** As the note says them; `null` where it says none. */
  readonly status: string | null;
  readonly priority: string | null;
  readonly date: string | null;
  readonly domain: string | null;
  readonly hints: readonly WireHint[];
}

export interface WireHint extends HintReference {
  readonly kind: HintKind;
  readonly confidence: string | null;
  readonly reason: string | null;
  readonly range: WireRange;
  /** Path of the claim that it became, or that says it already. */
  readonly promoted: string | null;
  /** Path of the one claim that it says to be about, by a link or by its title in quotes. */
  readonly names: string | null;
  readonly dropped: boolean;
}

/**
 * `claimwright/openHints`, from the client: the notes of all vaults with open hints, as the inbox has its sources, then
 * other notes. A part at a time; `null` where it was cancelled.
 */
export const openHintsMethod = 'claimwright/openHints';

export interface OpenHintsParams {
  /** Where the last answer ended; 0 for the first. */
  readonly from: number;
  /** After so many open hints the answer ends, behind a note. */
  readonly most: number;
}

export interface OpenHints {
  /** Why hints may be missing, as a sentence; `null` where none are. */
  readonly refused: string | null;
  /** Each with one open hint at least. */
  readonly notes: readonly HintedNote[];
  /** From where the next answer goes on; `null` where nothing is left. */
  readonly next: number | null;
}

/** What the client's command for hints is asked to do: a move, or to `open` the claim that the hint became. */
export type HintAction = 'open' | Extract<Move['kind'], 'promote' | 'enrich' | 'exists' | 'drop'>;
