/** What a rule is: it finds faults in one note of a vault and knows the edits that mend them. */

import type { Severity } from '../schema/config';
import type { NoteType } from '../schema/NoteType';
import { textOf } from '../text/frontmatter';
import type { Link } from '../text/links';
import type { Note } from '../text/parseNote';
import type { Span, TextEdit } from '../text/span';
import type { Resolution } from '../vault/resolve';
import type { Vault } from '../vault/Vault';

export type { Severity };

export interface Place {
  readonly vault: Vault;
  readonly path: string;
  readonly note: Note;
  /** The type that the note says it has; `undefined` where it says none or an unknown one. */
  readonly type: NoteType | undefined;
  /** `YYYY-MM-DD` where the author is, which the core cannot know. */
  readonly today: string;
  /** Every link of the note with what it leads to, resolved once for all rules. */
  readonly links: readonly ResolvedLink[];
}

export interface ResolvedLink {
  readonly link: Link;
  readonly resolution: Resolution;
}

/** `undefined` where the vault has no such note. */
export function placeOf(vault: Vault, path: string, today: string): Place | undefined {
  const note = vault.glance(path);
  if (note === undefined) return undefined;
  const links = note.links.map(link => ({ link, resolution: vault.resolve(link, path) }));
  const written = textOf(note.frontmatter, 'type');
  const type = written === undefined ? undefined : vault.config.schema.type(written);
  return { vault, path, note, type, today, links };
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** The field that it is about, where the span does not tell. */
  readonly field?: string;
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
  /** Another path for the note, and the title that it then has to say where its file name did; only with no edits. */
  readonly rename?: { readonly to: string; readonly title: string };
}

/** A fix may need the text, which the vault does not keep. */
export interface FixPlace extends Place {
  readonly text: string;
}

export interface Rule {
  /** `family/name`; never changes once published. */
  readonly code: string;
  readonly severity: Severity;
  /** What it reports, in a sentence for the table of rules. */
  readonly summary: string;
  /** Why, and what to do, in a short paragraph for its documentation. */
  readonly docs: string;
  /** None of its fixes is ever safe, and looking for them costs: they are looked for only where an author asks. */
  readonly asks?: true;
  /** What it reports hangs on the note and the settings alone, so it is told before the other notes are read. */
  readonly alone?: true;
  check(place: Place): Report[];
  fix(place: FixPlace, finding: Finding): Fix[];
}
