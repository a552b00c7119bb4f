/** Completion of wiki-link targets: the notes whose names fit what was typed, and those that are still to be written. */
import { canonicalTarget } from '../../vault/canonical';
import { nameOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { frontmatterContext, type ValueContext } from '../frontmatter/frontmatterContext';
import { takenBy } from '../frontmatter/frontmatterRelations';
import { fieldIn, placeIn } from '../frontmatter/notePlace';
import { noteFacts, titleAt } from '../navigation/noteFacts';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import { fitter } from './fitter';
import { shortLabels } from './labels';
import type { LinkContext } from './linkContext';
import { beforeLink, linkInsertion } from './linkInsertion';
import { noteCandidates, type Wanted } from './noteCandidates';
import { type Unresolved, unresolvedCandidates } from './unresolvedCandidates';

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
  const titles = paths.map(each => titleAt(vault, each));
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
      detail: noteFacts(vault, each),
      ...filter,
      ...linkInsertion(canonicalTarget(vault, each, path), context, before),
    }),
  );
  const unwritten = unresolved.map(
    ({ written, holders }, index): CompletionEntry => ({
      kind: 'unresolved',
      title: written,
      label: labels[paths.length + index] ?? written,
      detail: detailOf(holders),
      ...filter,
      ...linkInsertion(written, context, before),
    }),
  );
  const place = unresolved.length === 0 ? 0 : behindFitting(vault, paths, query);
  const entries = [...notes.slice(0, place), ...unwritten, ...notes.slice(place)];
  return { entries, replace, incomplete: true };
}

function detailOf(holders: Unresolved['holders']): string {
  return `no note yet · linked in ${holders === 1 ? '1 note' : `${holders} notes`}`;
}

/** Behind the last note that has all the words: what does not exist yet comes after what fits as well. */
function behindFitting(vault: Vault, paths: readonly string[], query: string): number {
  const fits = fitter(query);
  const has = (path: string) => {
    const note = vault.note(path);
    return fits([nameOf(path), ...(note === undefined ? [] : titlesOf(note))].join('\n'));
  };
  return paths.findLastIndex(has) + 1;
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
