/** Completion of wiki-link targets: the notes whose names fit what was typed, and those that are still to be written. */
import { canonicalTarget } from '../../vault/canonical';
import { nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { frontmatterContext, type ValueContext } from '../frontmatter/frontmatterContext';
import { takenBy } from '../frontmatter/frontmatterRelations';
import { fieldIn, placeIn } from '../frontmatter/notePlace';
import { titlesAndFacts } from '../navigation/noteFacts';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import { shortLabels } from './labels';
import type { LinkContext } from './linkContext';
import { beforeLink, linkInsertion } from './linkInsertion';
import { noteCandidates, type Wanted } from './noteCandidates';
import { unresolvedCandidates } from './unresolvedCandidates';
import { amongNotes, unresolvedDetail } from './unresolvedEntries';

export function targetCompletion(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
  context: LinkContext,
): Completions {
  const { query, replace } = context;
  const { wanted, list } =
    context.quoting === null ? { wanted: {}, list: null } : fieldAt(vault, path, text, offset);
  const unresolved = unresolvedCandidates(vault, path, query);
  const room = COMPLETION_LIMIT - unresolved.length;
  const paths = noteCandidates(vault, path, query, wanted).slice(0, room);
  const { titles, facts } = titlesAndFacts(vault, paths);
  const before = beforeLink(text, context, list);
  // The order is ours: every entry answers to what was typed.
  const filter = query === '' ? {} : { filter: query };
  const labels = shortLabels([...titles, ...unresolved.map(each => each.written)], query);
  const notes = paths.map(
    (each, index): CompletionEntry => ({
      kind: 'note',
      path: each,
      title: titles[index] ?? nameOf(each),
      label: labels[index] ?? nameOf(each),
      detail: facts[index] ?? '',
      ...filter,
      ...linkInsertion(canonicalTarget(vault, each, path), context, before),
    }),
  );
  const unwritten = unresolved.map(
    (each, index): CompletionEntry => ({
      kind: 'unresolved',
      title: each.written,
      label: labels[paths.length + index] ?? each.written,
      detail: unresolvedDetail(each),
      ...filter,
      ...linkInsertion(each.written, context, before),
    }),
  );
  return { entries: amongNotes(vault, query, notes, unwritten), replace, incomplete: true };
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
