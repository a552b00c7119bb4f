/** What a rule is: it finds faults in one note of a vault and knows the edits that mend them. */

import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Span, TextEdit } from '../text/span';
import type { Resolution } from '../vault/resolve';
import type { Vault } from '../vault/Vault';

/** `error` fails a check, `warning` should be mended, `information` may be, `hint` is only shown in the editor. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Place {
  readonly vault: Vault;
  readonly path: string;
  readonly note: Note;
  /** Every link of the note with what it leads to, resolved once for all rules. */
  readonly links: readonly ResolvedLink[];
}

export interface ResolvedLink {
  readonly link: Link;
  readonly resolution: Resolution;
}

/** `undefined` where the vault has no such note. */
export function placeOf(vault: Vault, path: string): Place | undefined {
  const note = vault.note(path);
  if (note === undefined) return undefined;
  const links = note.links.map(link => ({ link, resolution: vault.resolve(link, path) }));
  return { vault, path, note, links };
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** Notes that the message speaks of. */
  readonly related?: readonly { readonly path: string; readonly message: string }[];
}

/** What a rule reports of a finding; the rule's own code and severity are added. */
export type Report = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

export interface Fix {
  readonly title: string;
  /** Whether nothing else could be meant, so that "fix all" may apply it unasked. */
  readonly safe: boolean;
  /** Edits of the note in which the finding is. */
  readonly edits: readonly TextEdit[];
  /** A note to make; only with no edits. */
  readonly creates?: { readonly path: string; readonly text: string };
}

/** A fix may need the text, which the vault does not keep, and the day (`YYYY-MM-DD`), which the core cannot know. */
export interface FixPlace extends Place {
  readonly text: string;
  readonly today: string;
}

export interface Rule {
  /** `family/name`; never changes once published. */
  readonly code: string;
  readonly severity: Severity;
  /** What it reports, in a sentence for the table of rules. */
  readonly summary: string;
  /** Why, and what to do, in a short paragraph for its documentation. */
  readonly docs: string;
  check(place: Place): Report[];
  fix(place: FixPlace, finding: Finding): Fix[];
}
