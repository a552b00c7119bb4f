/** Completion of wiki-link targets: the notes whose names fit what was typed, best first. */

import { insideQuotes } from '../rules/yamlText';
import { canonicalTarget } from '../vault/canonical';
import { nameOf } from '../vault/names';
import type { Vault } from '../vault/Vault';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import { shortLabels } from './labels';
import { type LinkContext, linkContext } from './linkContext';
import { noteFacts, titleAt, UNLINKABLE } from './noteFacts';

/** A longer search takes more time than a list may. */
const WIDEST = 800;

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
  const { query, replace } = context;
  const paths = candidates(vault, path, query);
  const titles = paths.map(each => titleAt(vault, each));
  const labels = shortLabels(titles, query);
  const entries = paths.map(
    (each, index): CompletionEntry => ({
      kind: 'note',
      path: each,
      title: titles[index] ?? nameOf(each),
      label: labels[index] ?? nameOf(each),
      detail: noteFacts(vault, each),
      // The order is ours: every entry answers to what was typed.
      ...(query === '' ? {} : { filter: query }),
      ...insertion(canonicalTarget(vault, each, path), context),
    }),
  );
  return { entries, replace, incomplete: true };
}

function candidates(vault: Vault, path: string, query: string): string[] {
  const { excludes } = vault.config;
  const fits = (each: string) => each !== path && !UNLINKABLE.test(each) && !excludes(each);
  if (query.trim() === '') return nearby(vault, path).filter(fits).slice(0, COMPLETION_LIMIT);
  // One more than shown: the note itself is no target. More where a vault excludes much.
  for (let limit = COMPLETION_LIMIT + 1; ; limit *= 4) {
    const found = vault.find(query, limit);
    const offered = found.filter(fits).slice(0, COMPLETION_LIMIT);
    if (offered.length === COMPLETION_LIMIT || found.length < limit || limit > WIDEST)
      return offered;
  }
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
    if (!vault.config.excludes(each)) paths.add(each);
  }
  return [...paths];
}

function insertion(
  target: string,
  context: LinkContext,
): Pick<CompletionEntry, 'newText' | 'edits'> {
  const { quoting, opening, closing, suffix } = context;
  if (quoting !== 'bare') return { newText: insideQuotes(target, quoting) + suffix };
  const inserted = insideQuotes(target, 'double') + suffix;
  const quote = (at: number) => ({ span: { start: at, end: at }, newText: '"' });
  return closing === null
    ? { newText: `${inserted}"`, edits: [quote(opening)] }
    : { newText: inserted, edits: [quote(opening), quote(closing)] };
}
