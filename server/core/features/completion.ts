/** Completion of wiki-link targets: the notes whose names fit what was typed, best first. */

import { insideQuotes } from '../rules/yamlText';
import type { Span, TextEdit } from '../text/span';
import { canonicalTarget } from '../vault/canonical';
import { folderOf, nameOf } from '../vault/names';
import { displayTitle } from '../vault/noteNames';
import type { Vault } from '../vault/Vault';
import { shortLabels } from './labels';
import { factsOf, type LinkContext, linkContext } from './linkContext';

export interface CompletionEntry {
  readonly path: string;
  readonly title: string;
  /** The title, or what tells it from others where it is long. */
  readonly label: string;
  /** Confidence, type and folder. */
  readonly facts: string;
  readonly newText: string;
  /** Quotes for a link in front matter that needs them, where `newText` does not reach. */
  readonly quotes: readonly TextEdit[];
}

export interface Completions {
  readonly entries: readonly CompletionEntry[];
  /** What was typed; every entry answers to it. */
  readonly query: string;
  readonly replace: Span;
}

/** More are not read, and cost time to send. */
export const COMPLETION_LIMIT = 50;

/** No wiki link can hold these in its target. */
const UNLINKABLE = /[#|^[\]\n]/u;

/** `null` where the cursor is in no link. `offset` is UTF-16. */
export function completion(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
): Completions | null {
  const note = vault.note(path);
  const context = note === undefined ? null : linkContext(text, note, offset);
  if (context === null) return null;
  const paths = candidates(vault, path, context.query);
  const titles = paths.map(each => titleOf(vault, each));
  const labels = shortLabels(titles, context.query);
  const entries = paths.map((each, index) => ({
    path: each,
    title: titles[index] ?? nameOf(each),
    label: labels[index] ?? nameOf(each),
    facts: facts(vault, each),
    ...insertion(canonicalTarget(vault, each, path), context),
  }));
  return { entries, query: context.query, replace: context.replace };
}

function candidates(vault: Vault, path: string, query: string): string[] {
  // One more than shown: the note itself is no target.
  const found = query.trim() === '' ? nearby(vault, path) : vault.find(query, COMPLETION_LIMIT + 1);
  return found.filter(each => each !== path && !UNLINKABLE.test(each)).slice(0, COMPLETION_LIMIT);
}

/** Before anything is typed: what the note links to and what links to it, then any. */
function nearby(vault: Vault, path: string): string[] {
  const paths = new Set<string>();
  for (const link of vault.note(path)?.links ?? []) {
    const resolution = vault.resolve(link, path);
    if (resolution.kind === 'found' && vault.note(resolution.path)) paths.add(resolution.path);
  }
  for (const { from } of vault.backlinks(path)) paths.add(from);
  for (const each of vault.notes()) {
    if (paths.size > COMPLETION_LIMIT) break;
    paths.add(each);
  }
  return [...paths];
}

function titleOf(vault: Vault, path: string): string {
  const note = vault.note(path);
  return note === undefined ? nameOf(path) : displayTitle(note);
}

function facts(vault: Vault, path: string): string {
  const note = vault.note(path);
  const { type, confidence } =
    note === undefined ? { type: null, confidence: null } : factsOf(note);
  return [confidence, type, folderOf(path)].filter(Boolean).join(' · ');
}

function insertion(
  target: string,
  context: LinkContext,
): Pick<CompletionEntry, 'newText' | 'quotes'> {
  const { quoting, opening, closing, suffix } = context;
  if (quoting !== 'bare') {
    return { newText: insideQuotes(target, quoting) + suffix, quotes: [] };
  }
  const inserted = insideQuotes(target, 'double') + suffix;
  const quote = (at: number) => ({ span: { start: at, end: at }, newText: '"' });
  return closing === null
    ? { newText: `${inserted}"`, quotes: [quote(opening)] }
    : { newText: inserted, quotes: [quote(opening), quote(closing)] };
}
