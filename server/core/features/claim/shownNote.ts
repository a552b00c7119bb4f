/** A note in one row: what it is called, what it is, how sure the vault is of it, and whether it is disputed. */
import { typeOf } from '../../authoring/drafts/typeOf';
import { textOf } from '../../text/frontmatter';
import { canonicalTarget } from '../../vault/canonical';
import { isGivenUp } from '../../vault/isGivenUp';
import { isNotePath } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { titleAt } from '../navigation/noteFacts';

export interface ShownNote {
  readonly path: string;
  readonly title: string;
  /** The name of its type, if the vault knows it; `file` for what is no note. */
  readonly type: string | null;
  readonly confidence: Confidence | null;
  readonly domain: string | null;
  /** How many notes speak against it. */
  readonly challenged: number;
  /** Nobody holds it any more. */
  readonly givenUp: boolean;
  /** What leads to it from anywhere in the vault, with brackets; `null` where no link can. */
  readonly link: string | null;
}

export interface Confidence {
  readonly word: string;
  readonly meaning: string | null;
  /** Its place among those that its type knows: 0 for the surest, 1 for the least sure; `null` for any other word. */
  readonly rank: number | null;
}

/** A longer word is no level of confidence. */
const LONGEST = 32;
/** No link can hold these in its target. */
const UNLINKABLE = /[#|^[\]\n]/u;

export function shownNote(vault: Vault, path: string): ShownNote {
  const note = vault.note(path);
  const challengers = note === undefined ? [] : vault.relations.challengers(path);
  return {
    path,
    title: titleAt(vault, path),
    type: typeOf(vault, path)?.name ?? (isNotePath(path) ? null : 'file'),
    confidence: confidenceOf(vault, path),
    domain: textOf(note?.frontmatter ?? null, 'domain')?.trim() || null,
    challenged: challengers.length,
    givenUp: note !== undefined && isGivenUp(note),
    link: linkTo(vault, path),
  };
}

/** As completion writes it, for a note at the root: where it will be put is not known. */
export function linkTo(vault: Vault, path: string): string | null {
  const target = canonicalTarget(vault, path, '');
  return UNLINKABLE.test(target) ? null : `[[${target}]]`;
}

function confidenceOf(vault: Vault, path: string): Confidence | null {
  const field = typeOf(vault, path)?.fieldMeant('confidence');
  const word = textOf(vault.note(path)?.frontmatter ?? null, 'confidence')?.trim();
  if (field?.kind !== 'choice' || !word || word.length > LONGEST || word.includes('\n'))
    return null;
  const { values } = field;
  const at = values.findIndex(({ name }) => name === word);
  const meaning = values[at]?.meaning ?? null;
  return { word, meaning, rank: at < 0 ? null : at / Math.max(1, values.length - 1) };
}
