/** What stands in the tree of the claim: its standing, then sections, notes below them, and places in those. */
import type {
  ClaimAnswer,
  ClaimBranch,
  ClaimNote,
  ClaimPlace,
  ClaimProblem,
  ClaimSectionName,
  ClaimStanding,
  Mentions,
} from '../../server/lsp/protocol';

export type ClaimElement =
  | SureElement
  | DatedElement
  | ChecksElement
  | ProblemElement
  | SectionElement
  | NoteElement
  | MoreElement
  | MentionsElement
  | MentioningElement
  | PlaceElement
  | WordsElement;

/** How sure the vault is of the note, or what it is. */
export interface SureElement {
  readonly kind: 'sure';
  readonly note: ClaimNote;
  readonly standing: ClaimStanding;
}

export interface DatedElement {
  readonly kind: 'dated';
  readonly uri: string;
  readonly dated: NonNullable<ClaimStanding['dated']>;
  readonly waits: boolean;
}

export interface ChecksElement {
  readonly kind: 'checks';
  readonly uri: string;
  readonly problems: readonly ClaimProblem[];
}

export interface ProblemElement {
  readonly kind: 'problem';
  readonly uri: string;
  readonly problem: ClaimProblem;
}

export interface SectionElement {
  readonly kind: 'section';
  readonly name: ClaimSectionName;
  readonly count: number;
}

/** `uri` is the note that the tree is about, `below` are the paths from the section to this note, itself the last. */
export interface NoteElement {
  readonly kind: 'note';
  readonly uri: string;
  readonly section: ClaimSectionName;
  readonly below: readonly string[];
  readonly note: ClaimBranch;
}

/** Stands for the notes that are not listed yet. */
export interface MoreElement {
  readonly kind: 'more';
  readonly uri: string;
  readonly section: ClaimSectionName;
  readonly below: readonly string[];
  readonly left: number;
}

/** `found` is `null` until it is unfolded. */
export interface MentionsElement {
  readonly kind: 'mentions';
  readonly uri: string;
  readonly found: Mentions | null;
}

export interface MentioningElement {
  readonly kind: 'mentioning';
  readonly uri: string;
  readonly note: ClaimNote;
  readonly places: readonly ClaimPlace[];
}

/** In the note at `holder`; a mention is no link yet. */
export interface PlaceElement {
  readonly kind: 'place';
  readonly uri: string;
  readonly holder: Pick<ClaimNote, 'uri' | 'path' | 'title'>;
  readonly place: ClaimPlace;
  readonly mention: boolean;
}

/** A line that only says something. */
interface WordsElement {
  readonly kind: 'words';
  readonly words: string;
}

export function topElements(
  { note, standing, sections }: ClaimAnswer,
  found: Mentions | null,
): ClaimElement[] {
  const { uri } = note;
  const { dated, waits, problems } = standing;
  return [
    { kind: 'sure', note, standing },
    ...(dated === null ? [] : [{ kind: 'dated', uri, dated, waits } as const]),
    ...(problems === null ? [] : [{ kind: 'checks', uri, problems } as const]),
    ...sections.map(section => ({ kind: 'section', ...section }) as const),
    ...(sections.length > 0
      ? []
      : [{ kind: 'words', words: 'No relations or links here yet' } as const]),
    { kind: 'mentions', uri, found },
  ];
}
