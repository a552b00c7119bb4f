/** Completion of wiki-link targets: the notes whose names fit what was typed, best first. */

import { insideQuotes } from '../text/yamlText';
import { canonicalTarget } from '../vault/canonical';
import { nameOf } from '../vault/names';
import type { Vault } from '../vault/Vault';
import type { CompletionEntry, Completions } from './Completions';
import { frontmatterContext } from './frontmatterContext';
import { takenBy } from './frontmatterRelations';
import { shortLabels } from './labels';
import { type LinkContext, linkContext } from './linkContext';
import { noteCandidates, type Wanted } from './noteCandidates';
import { noteFacts, titleAt } from './noteFacts';
import { fieldIn, placeIn } from './notePlace';

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
  const wanted = context.quoting === null ? {} : wantedIn(vault, path, text, offset);
  const paths = noteCandidates(vault, path, query, wanted);
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

/** In a relation of front matter only notes of the right types that the list does not name yet. */
function wantedIn(vault: Vault, path: string, text: string, offset: number): Wanted {
  const context = frontmatterContext(text, offset);
  if (context?.kind !== 'value') return {};
  const field = fieldIn(placeIn(vault, path, context.said, ''), context.field);
  return { types: field?.to, taken: takenBy(vault, path, context.others) };
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
