/** A note in its argument, as the Claim view shows it. */
import type { WireRange } from './wire';

/** `claimwright/claim`, from the client: how a note stands, and how many notes there are around it; `null` for what is no note of a vault. */
export const claimMethod = 'claimwright/claim';

export interface ClaimParams {
  readonly uri: string;
}

export interface ClaimAnswer {
  /** Why there is no more, as a sentence; `null` where there is. */
  readonly refused: string | null;
  readonly note: ClaimNote;
  readonly standing: ClaimStanding;
  /** Those that hold a note, in the order in which they are shown. */
  readonly sections: readonly { readonly name: ClaimSectionName; readonly count: number }[];
}

/**
 * `supports` holds what rests on the note, `sources` the sources among what it rests on and those that its text links
 * to, `linked-from` all notes that link to it.
 */
export type ClaimSectionName =
  | 'rests-on'
  | 'supports'
  | 'challenged-by'
  | 'challenges'
  | 'replaced-by'
  | 'replaces'
  | 'related'
  | 'sources'
  | 'linked-from';

export interface ClaimNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** The name of its type, if the vault knows it; `file` for what is no note. */
  readonly type: string | null;
  readonly confidence: {
    readonly word: string;
    readonly meaning: string | null;
    /** Its place among those that its type knows: 0 for the surest, 1 for the least sure; `null` for any other word. */
    readonly rank: number | null;
  } | null;
  readonly domain: string | null;
  /** How many notes speak against it. */
  readonly challenged: number;
  /** Nobody holds it any more. */
  readonly givenUp: boolean;
  /** What leads to it from anywhere in the vault, with brackets; `null` where no link can. */
  readonly link: string | null;
}

export interface ClaimStanding {
  /** As the note says it. */
  readonly status: string | null;
  /** When it was last held against the evidence or, where nothing says so, written. */
  readonly dated: {
    readonly what: 'evaluated' | 'revised' | 'created' | 'published';
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
    readonly date: string;
    /** How long ago that was, below zero where it is to come. */
    readonly age: { readonly unit: 'day' | 'month' | 'year'; readonly count: number } | null;
    /** Whether such notes are evaluated at all. */
    readonly evaluates: boolean;
  } | null;
  /** Something that it rests on changed since. */
  readonly waits: boolean;
  /** In the order of the text; `null` where nothing is reported of the note. */
  readonly problems: readonly ClaimProblem[] | null;
}

export interface ClaimProblem {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly range: WireRange;
}

/** `claimwright/claimNotes`, from the client: what stands below a section, or below a note in it; `null` where that is no note any more. */
export const claimNotesMethod = 'claimwright/claimNotes';

export interface ClaimNotesParams {
  readonly uri: string;
  readonly section: ClaimSectionName;
  /** Paths of the notes unfolded so far, the outermost first. */
  readonly below: readonly string[];
  /** How many are wanted, the first ones. */
  readonly most: number;
}

export interface ClaimNotes {
  /** Of all of them, wanted or not. */
  readonly count: number;
  readonly notes: readonly ClaimBranch[];
}

export interface ClaimBranch extends ClaimNote {
  /** It stands above itself, so nothing is shown below it. */
  readonly circular: boolean;
  readonly unfolds: boolean;
}

/** `claimwright/claimPlaces`, from the client: where another note, given by its path, links to this one. */
export const claimPlacesMethod = 'claimwright/claimPlaces';

export interface ClaimPlacesParams {
  readonly uri: string;
  readonly from: string;
}

/** A place in a note, with some words of its line on both sides. */
export interface ClaimPlace {
  readonly range: WireRange;
  readonly before: string;
  readonly words: string;
  readonly behind: string;
}

/** `claimwright/claimPreview`, from the client, with `ClaimParams`: the note in a few lines of Markdown; `null` where there is none. */
export const claimPreviewMethod = 'claimwright/claimPreview';

/**
 * `claimwright/mentions`, from the client, with `ClaimParams`: where other notes say a name of this one without a link.
 * Reads all notes; `null` where it was cancelled.
 */
export const mentionsMethod = 'claimwright/mentions';

export interface Mentions {
  /** Why there are none, as a sentence; `null` where they were looked for. */
  readonly refused: string | null;
  /** By path. */
  readonly notes: readonly { readonly note: ClaimNote; readonly places: readonly ClaimPlace[] }[];
  /** Whether there were too many to go on. */
  readonly more: boolean;
}

/** `claimwright/linkMention`, from the client: makes a link of a mention, which reaches it as one edit before the answer. */
export const linkMentionMethod = 'claimwright/linkMention';

export interface LinkMentionParams {
  /** Address of the note that is mentioned. */
  readonly uri: string;
  /** Path of the note that mentions it. */
  readonly from: string;
  readonly range: WireRange;
  readonly words: string;
}

export interface LinkedMention {
  /** Why nothing was done, as a sentence; `null` where it was. */
  readonly refused: string | null;
  /** Whether the client made the edit. */
  readonly applied: boolean;
  /** The mentions in that note now. */
  readonly places: readonly ClaimPlace[];
}
