/** Repairs of one note: which of its links need one, what their surroundings say, and the edits that make the chosen ones. */
import { checkNote } from '../../rules/check';
import { withAlias } from '../../rules/link/linkNear';
import { removedEntry } from '../../rules/link/removedEntry';
import { unlinked } from '../../rules/link/unlinked';
import type { BrokenLink, RepairCandidate, Repairer } from '../../rules/repair/repair';
import { repairTarget } from '../../rules/repair/repairTarget';
import type { Severity } from '../../schema/config';
import type { Link } from '../../text/links';
import type { TextEdit } from '../../text/span';
import { retarget } from '../../text/yamlText';
import type { Vault } from '../../vault/Vault';

export interface ReportedLink extends BrokenLink {
  readonly severity: Severity;
}

/** What shall become of every link of a note that has this target and leads to no one note for sure. */
export interface RepairChoice {
  /** The target as its author means it. */
  readonly written: string;
  /** The note that is meant; `null` takes the link out and keeps its text. */
  readonly path: string | null;
}

const CODES: ReadonlySet<string> = new Set(['link/missing', 'link/near', 'link/ambiguous']);

/** The links that the rules report, as the settings of the vault want it. Ends early where the note changes meanwhile. */
export function* reportedLinks(
  vault: Vault,
  path: string,
  today: string,
  repairs: Repairer,
): Generator<ReportedLink> {
  const found = checkNote(vault, path, today).filter(({ code }) => CODES.has(code));
  const severities = new Map(found.map(({ span, severity }) => [span.start, severity]));
  const note = found.length === 0 ? undefined : vault.note(path);
  for (const link of note?.links ?? []) {
    if (vault.note(path) !== note) return;
    const severity = severities.get(link.target.span.start);
    const broken = severity === undefined ? null : repairs.linkIn(path, link);
    if (severity !== undefined && broken !== null) yield { ...broken, severity };
  }
}

/** The edit of a note's text after which the link leads to the candidate, in its author's form. */
export function repairEdit(text: string, link: Link, candidate: RepairCandidate): TextEdit {
  const edit = retarget(link, candidate.target);
  return candidate.evidence === 'title' ? showingTitle(text, link, edit) : edit;
}

function showingTitle(text: string, link: Link, edit: TextEdit): TextEdit {
  return link.form === 'wiki' ? withAlias(edit, { link, how: 'title' }, text) : edit;
}

/** The edit that takes a link out: its text stays, of an entry in front matter nothing. `null` where that cannot be. */
export function removalEdit(text: string, link: Link): TextEdit | null {
  if (link.field !== null) return removedEntry(text, link);
  return unlinked(link);
}

/** Some words on both sides of a link, from its own line. */
export interface LinkContext {
  readonly before: string;
  readonly link: string;
  readonly behind: string;
}

const AROUND = 80;

export function linkContext(
  text: string,
  { span, field }: Pick<Link, 'span' | 'field'>,
): LinkContext {
  // A line may be long, and full of links: it is not searched from end to end for each.
  const ahead = text.slice(Math.max(0, span.start - 2 * AROUND), span.start);
  const before = ahead.slice(ahead.lastIndexOf('\n') + 1);
  const rest = text.slice(span.end, span.end + AROUND);
  const newline = rest.indexOf('\n');
  const behind = newline < 0 ? rest : rest.slice(0, newline);
  // An entry of a list does not say of what.
  const shown = field !== null && /^\s*-\s+["']?$/u.test(before) ? `${field}: ` : before;
  return {
    before: cutStart(shown.replace(/\s+/gu, ' ')),
    link: text.slice(span.start, Math.min(span.end, span.start + 300)),
    behind: behind.replace(/\s+/gu, ' ').trimEnd(),
  };
}

function cutStart(before: string): string {
  if (before.length <= AROUND) return before;
  const cut = before.slice(-AROUND);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

/** Edits of the note's text for the choices that still hold: the link is there and broken, and so is the note. */
export function chosenEdits(
  vault: Vault,
  path: string,
  text: string,
  choices: readonly RepairChoice[],
): TextEdit[] {
  const chosen = new Map(choices.map(choice => [choice.written, choice.path]));
  const edits: TextEdit[] = [];
  for (const link of vault.note(path)?.links ?? []) {
    const to = chosen.get(link.target.written);
    const resolution = to === undefined ? null : vault.resolve(link, path);
    if (to === undefined || resolution === null || resolution.kind === 'found') continue;
    if (to !== null && !vault.has(to)) continue;
    const isTitle =
      resolution.kind === 'near' && resolution.how === 'title' && resolution.path === to;
    const led = to === null ? null : retarget(link, repairTarget(vault, link, to, path));
    const shown = led !== null && isTitle ? showingTitle(text, link, led) : led;
    const edit = to === null ? removalEdit(text, link) : shown;
    // Entries side by side in one list share the comma between them.
    if (edit !== null && edit.span.start >= (edits.at(-1)?.span.end ?? 0)) edits.push(edit);
  }
  return edits;
}
