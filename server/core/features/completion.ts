/** Completion of wiki-link targets: the notes whose names fit what was typed, best first. */

import { lineEndOf } from '../rules/frontmatterText';
import type { TextEdit } from '../text/span';
import { insideQuotes } from '../text/yamlText';
import { canonicalTarget } from '../vault/canonical';
import { nameOf } from '../vault/names';
import type { Vault } from '../vault/Vault';
import type { CompletionEntry, Completions } from './Completions';
import { frontmatterContext, type ValueContext } from './frontmatterContext';
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
  const { wanted, list } =
    context.quoting === null ? { wanted: {}, list: null } : fieldAt(vault, path, text, offset);
  const paths = noteCandidates(vault, path, query, wanted);
  const titles = paths.map(each => titleAt(vault, each));
  const labels = shortLabels(titles, query);
  const edits = beginning(text, context, list);
  const entries = paths.map(
    (each, index): CompletionEntry => ({
      kind: 'note',
      path: each,
      title: titles[index] ?? nameOf(each),
      label: labels[index] ?? nameOf(each),
      detail: noteFacts(vault, each),
      // The order is ours: every entry answers to what was typed.
      ...(query === '' ? {} : { filter: query }),
      ...insertion(canonicalTarget(vault, each, path), context, edits),
    }),
  );
  return { entries, replace, incomplete: true };
}

/** In a relation of front matter only notes of the right types that the list does not name yet; `list` where none is begun. */
function fieldAt(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
): { wanted: Wanted; list: ValueContext | null } {
  const context = frontmatterContext(text, offset);
  if (context?.kind !== 'value') return { wanted: {}, list: null };
  const field = fieldIn(placeIn(vault, path, context.said, ''), context.field);
  return {
    wanted: { types: field?.to, taken: takenBy(vault, path, context.others) },
    list: field?.list === true ? context : null,
  };
}

/** What has to stand before the link: the quote that it lacks, and the dash of a list that is not begun. */
function beginning(
  text: string,
  { quoting, opening }: LinkContext,
  list: ValueContext | null,
): TextEdit[] {
  const quote = quoting === 'bare' ? '"' : '';
  const start = list?.whole?.start;
  const end = quoting === 'double' || quoting === 'single' ? opening - 1 : opening;
  if (list !== null && start !== undefined && text.slice(start, end).trim() === '')
    return [{ span: { start, end }, newText: `${lineEndOf(text)}${list.indent}- ${quote}` }];
  return quote === '' ? [] : [{ span: { start: opening, end: opening }, newText: quote }];
}

function insertion(
  target: string,
  { quoting, suffix, closing, missing }: LinkContext,
  before: readonly TextEdit[],
): Pick<CompletionEntry, 'newText' | 'edits'> {
  const inserted = insideQuotes(target, quoting === 'bare' ? 'double' : quoting) + suffix;
  if (closing === null || missing === '') return { newText: inserted + missing, edits: before };
  const after = { span: { start: closing, end: closing }, newText: missing };
  return { newText: inserted, edits: [...before, after] };
}
