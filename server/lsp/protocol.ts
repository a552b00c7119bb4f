/** What client and server say to each other beyond LSP; the only file of the server that the client imports. */
import type { HintKind, HintReference } from '../core/authoring/hints/Hint';
import type { Move } from '../core/authoring/moves/Move';
import type { Graph, GraphScope } from '../core/features/graph/form';
import type { HealthSectionName, HealthUnit } from '../core/features/health/form';
import type { PreviewEmbed, PreviewLink } from '../core/features/preview/form';

export type {
  Graph,
  GraphScope,
  HealthSectionName,
  HealthUnit,
  HintKind,
  HintReference,
  Move,
  PreviewEmbed,
  PreviewLink,
};

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

/** A part of a document, zero-based, in UTF-16 units, as in LSP. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** `claimwright/author`, from the client: makes a move, which reaches it as one edit before the answer. */
export const authorMethod = 'claimwright/author';

/** Command of the server with the same parameters, for clients that ask nothing: code lenses and code actions run it. */
export const authorCommand = 'claimwright.server.author';

/** Command of the server, behind an edit that a client makes by itself: shows where the author goes on, a `ShownPlace`. */
export const showCommand = 'claimwright.server.show';

export interface ShownPlace {
  readonly uri: string;
  readonly range: WireRange;
}

export interface AuthorParams {
  /** Address of the note that the move is about, or of the root of the vault in which it makes one. */
  readonly uri: string;
  readonly selection?: WireRange;
  readonly move: Move;
}

export interface AuthorAnswer {
  /** Why nothing was done, as a sentence; `null` where it was. */
  readonly refused: string | null;
  /** Whether the client made the edit. */
  readonly applied: boolean;
  /** Where the author goes on writing. */
  readonly open: ShownPlace | null;
}

/**
 * `claimwright/checkMove`, from the client, with `AuthorParams`: whether the move could be made, before its author is
 * asked for words. Nothing is changed.
 */
export const checkMoveMethod = 'claimwright/checkMove';

export interface MoveCheck {
  /** Why it cannot, as a sentence; `null` where it can. */
  readonly refused: string | null;
}

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

/** `claimwright/title`, from the client, with each letter of a title: what speaks against it, and the claims like it. */
export const titleMethod = 'claimwright/title';

export interface TitleParams {
  /** Address of the note that the claim is made from, or of the vault's root. */
  readonly uri: string;
  readonly title: string;
  /** Of the note to be; that of a claim where it is missing. */
  readonly type?: string;
  readonly domain?: string | null;
}

export interface TitleAnswer {
  /** The note that it would become, as a path; `null` where the title can be none. */
  readonly path: string | null;
  /** Bytes of the file name, with its extension, and how many travel everywhere. */
  readonly bytes: number;
  readonly portableBytes: number;
  readonly remarks: readonly { readonly severity: 'error' | 'warning'; readonly message: string }[];
  /** At most five claims that may say the same, the likest first. */
  readonly alike: readonly AlikeClaim[];
}

export interface AlikeClaim {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly confidence: string | null;
  /** 0 to 1, 1 for the same words. */
  readonly score: number;
}

/**
 * `claimwright/dependents`, from the client: the notes that wait to be evaluated again since something that they rest on
 * changed. Refused with a sentence while not all notes are read.
 */
export const dependentsMethod = 'claimwright/dependents';

export interface DependentsParams {
  /** Address of the note that changed, for what rests on it; of a folder in a vault, or of a vault's root, for all there. */
  readonly uri: string;
}

export interface WaitingNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  /** Where it says that it rests on what changed. */
  readonly range: WireRange;
  /** What changed, each a sentence or two; at least one. */
  readonly why: readonly string[];
}

/** `claimwright/findNotes`, from the client: notes whose names fit a half-typed query, best first. */
export const findNotesMethod = 'claimwright/findNotes';

export interface FindNotesParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  readonly query: string;
  /** Only notes of these types; of any where it is missing. */
  readonly types?: readonly string[];
}

export interface FoundNote {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly type: string | null;
  readonly confidence: string | null;
}

/** `claimwright/newNotes`, from the client: which notes can be made from a note, or in a vault, and where. */
export const newNotesMethod = 'claimwright/newNotes';

export interface NewNotesParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
}

export interface NewNotes {
  readonly types: readonly NewNoteType[];
  /** The domain that is surely meant; `null` where only the author knows. */
  readonly domain: string | null;
  readonly domains: readonly string[];
}

export interface NewNoteType {
  readonly name: string;
  readonly meaning: string;
  /** The folder that is surely meant; `null` where the author has to choose one. */
  readonly folder: string | null;
  /** The likeliest first. */
  readonly folders: readonly string[];
  /** Whether such a note is called by a sentence. */
  readonly sentence: boolean;
}

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

/** `claimwright/message`, from the client: the message for a commit of what differs from the last one. Runs git. */
export const messageMethod = 'claimwright/message';

export interface MessageParams {
  /** Address of a note, or of a vault's root. */
  readonly uri: string;
}

export interface MessageAnswer {
  /** Why there is none, as a sentence; `null` where there is one. */
  readonly refused: string | null;
  /** Subject, body and trailers, divided by empty lines. */
  readonly message: string;
  /** Addresses of notes that it counts as they are in the editor, and that are not saved so. */
  readonly unsaved: readonly string[];
}

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

/** `claimwright/graph`, from the client: the argument as a graph. */
export const graphMethod = 'claimwright/graph';

export interface GraphParams {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  /** Around a note: the one at the address where no path is given. At most four steps. */
  readonly scope:
    | { readonly kind: 'note'; readonly path?: string; readonly steps: number }
    | Exclude<GraphScope, { readonly kind: 'note' }>;
}

export interface GraphAnswer {
  /** Why there is none, as a sentence; `null` where there is one. */
  readonly refused: string | null;
  /** Address of the root of the vault, from which the paths in the graph count; empty where there is none. */
  readonly vault: string;
  readonly graph: Graph | null;
  /** All that can be asked for, by name. */
  readonly domains: readonly string[];
}

/**
 * `claimwright/argumentChanged`, from the server: notes say something else of each other, or of themselves, as graphs
 * show it. Only for clients that asked for the argument once.
 */
export const argumentChangedMethod = 'claimwright/argumentChanged';

export interface ArgumentChanged {
  /** Address of the root of the vault. */
  readonly vault: string;
}

/** `claimwright/preview`, from the client: what the wiki links of a note lead to; `null` for what is no note of a vault. */
export const previewMethod = 'claimwright/preview';

/** `claimwright/previewChanged`, from the server, without parameters: another answer may be given now. Only for clients that asked once. */
export const previewChangedMethod = 'claimwright/previewChanged';

export interface PreviewParams {
  readonly uri: string;
}

export interface PreviewAnswer {
  /** False while notes are read: nothing is known of links yet. */
  readonly complete: boolean;
  /** Each target of the body once. */
  readonly links: readonly PreviewLink[];
}

/** Settings under `claimwright.` that the server reads through `workspace/configuration`. */
export interface Settings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
  readonly codeLens: { readonly enabled: boolean; readonly hints: boolean };
  readonly inlayHints: { readonly confidence: boolean };
  /** The agent that the author says to be; `null` where the vault has to tell. */
  readonly agent: string | null;
}

/** `vault` reports every note, `open` only those in an editor, `off` none. */
export type DiagnosticsScope = (typeof diagnosticsScopes)[number];
const diagnosticsScopes = ['vault', 'open', 'off'] as const;

export const defaultSettings: Settings = {
  diagnostics: { scope: 'vault' },
  codeLens: { enabled: true, hints: true },
  inlayHints: { confidence: false },
  agent: null,
};

/** Takes what a client sends; anything unknown is the default. */
export function parseSettings(written: unknown): Settings {
  const { diagnostics, codeLens, inlayHints } = defaultSettings;
  const scope = memberOf(memberOf(written, 'diagnostics'), 'scope');
  const agent = memberOf(written, 'agent');
  const known = diagnosticsScopes.find(each => each === scope);
  const truth = (group: string, name: string, usual: boolean) => {
    const value = memberOf(memberOf(written, group), name);
    return typeof value === 'boolean' ? value : usual;
  };
  return {
    diagnostics: { scope: known ?? diagnostics.scope },
    codeLens: {
      enabled: truth('codeLens', 'enabled', codeLens.enabled),
      hints: truth('codeLens', 'hints', codeLens.hints),
    },
    inlayHints: { confidence: truth('inlayHints', 'confidence', inlayHints.confidence) },
    agent: typeof agent === 'string' && agent.trim() !== '' ? agent.trim() : null,
  };
}

function memberOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

/** What the client's command for hints is asked to do: a move, or to `open` the claim that the hint became. */
export type HintAction = 'open' | Extract<Move['kind'], 'promote' | 'enrich' | 'exists' | 'drop'>;

/** `initializationOptions`: what a client tells of itself beyond LSP's capabilities. */
export interface ClientOptions {
  /** Its command that opens the list of completions at the caret; it is run where an entry leaves something to choose. */
  readonly suggestCommand: string | null;
  /** Its command that shows a list of places; it takes an address, a position and locations, as LSP has them. */
  readonly showReferencesCommand: string | null;
  /** Its command that asks what a move of a hint needs, and makes it: it takes an address, an action, the hint, and the address of the claim to open, or to enrich without a question; else `null`. */
  readonly hintCommand: string | null;
  /** Whether it shows the headings of notes itself, as VS Code does: two outlines of a note would be one too many. */
  readonly listsHeadings: boolean;
  /** The folder in which parsed notes are kept between two starts, by default one in the user's cache folder; none where it is empty. */
  readonly cacheFolder: string | null;
}

/** Takes what a client sends; anything unknown is nothing. */
export function parseOptions(written: unknown): ClientOptions {
  const text = (name: keyof ClientOptions) => {
    const told = memberOf(written, name);
    return typeof told === 'string' ? told : null;
  };
  return {
    suggestCommand: text('suggestCommand'),
    showReferencesCommand: text('showReferencesCommand'),
    hintCommand: text('hintCommand'),
    listsHeadings: memberOf(written, 'listsHeadings') === true,
    cacheFolder: text('cacheFolder'),
  };
}

/**
 * What is said with words out of notes: VS Code makes a link of `[text](command:…)` in a message, and runs it. An
 * invisible character keeps the brackets apart.
 */
export function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
