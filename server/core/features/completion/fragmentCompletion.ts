/** Completion behind the `#` of a wiki link: the headings of the note that it leads to, or its blocks. */
import type { Note } from '../../text/parseNote';
import { headingsAt, sectionEnd } from '../../vault/fragment';
import { folderOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import type { ReadText } from './completion';
import { fitter } from './fitter';
import { halfTargets } from './halfTargets';
import { headingName, headingPath, headingsAbove } from './headingNames';
import { shortLabels } from './labels';
import type { LinkContext } from './linkContext';
import { beforeLink, linkInsertion } from './linkInsertion';

/** One heading or block to choose. */
export interface FragmentEntry {
  readonly kind: 'heading' | 'blockId';
  /** What stands behind `#`. */
  readonly fragment: string;
  readonly label: string;
  readonly detail: string;
}

/** Headings that stand twice in all ways are looked at in vain: no more than these of a note. */
const TRIED = 300;

export function fragmentCompletion(
  vault: Vault,
  path: string,
  text: string,
  context: LinkContext,
  read: ReadText,
): Completions {
  const { query, replace } = context;
  const notes = halfTargets(vault, context.target, path, 'wiki');
  const found = notes.flatMap(note => {
    // Of several notes of one name the folder tells which.
    const place = notes.length > 1 ? [folderOf(note.path) || 'the root'] : [];
    return query.startsWith('^')
      ? blocks(note, query.slice(1), note.path === path ? text : read(note.path), place)
      : headings(note, query, place);
  });
  const before = beforeLink(text, context, null);
  const labels = shortLabels(
    found.map(each => each.label),
    query,
  );
  const entries = found.slice(0, COMPLETION_LIMIT).map(
    ({ kind, fragment, label, detail }, index): CompletionEntry => ({
      kind,
      title: label,
      label: labels[index] ?? label,
      detail,
      ...(query === '' ? {} : { filter: query }),
      ...linkInsertion(fragment, context, before),
    }),
  );
  return { entries, replace, incomplete: true };
}

/** Behind `A#` only those in the section of A. */
function headings(note: Note, query: string, place: readonly string[]): FragmentEntry[] {
  const hash = query.lastIndexOf('#');
  const outer = hash < 0 ? undefined : headingsAt(note, query.slice(0, hash), 'wiki')?.at(-1);
  const from = outer === undefined ? 0 : outer + 1;
  const to = outer === undefined ? note.headings.length : sectionEnd(note, outer);
  return headingEntries(note, query.slice(hash + 1), place, from, to, index => {
    if (outer === undefined) return headingPath(note, index);
    const heading = note.headings[index];
    const inside = heading && `${query.slice(0, hash)}#${headingName(heading)}`;
    const leads = inside !== undefined && headingsAt(note, inside, 'wiki')?.at(-1) === index;
    return leads ? inside : headingPath(note, index);
  });
}

/** Those with all the words, in the order of the note; `nameAt` tells how a link names one, `null` where none can. */
export function headingEntries(
  note: Note,
  query: string,
  place: readonly string[],
  from: number,
  to: number,
  nameAt: (index: number) => string | null,
): FragmentEntry[] {
  const entries: FragmentEntry[] = [];
  const fits = fitter(query);
  let tried = 0;
  for (let index = from; index < to && entries.length < COMPLETION_LIMIT; index++) {
    const heading = note.headings[index];
    if (heading === undefined || !fits(heading.text)) continue;
    if (++tried > TRIED) break;
    const fragment = nameAt(index);
    if (fragment === null) continue;
    const above = headingsAbove(note, index).reverse();
    const within = above.map(each => note.headings[each]?.text ?? '').join(' › ');
    const detail = [`H${heading.level}`, ...place, within].filter(Boolean).join(' · ');
    entries.push({ kind: 'heading', fragment, label: heading.text, detail });
  }
  return entries;
}

/** By their words or their ids. */
function blocks(
  { blocks }: Note,
  query: string,
  text: string | null,
  place: readonly string[],
): FragmentEntry[] {
  const fits = fitter(query);
  const entries: FragmentEntry[] = [];
  for (const { id, span } of blocks) {
    if (entries.length === COMPLETION_LIMIT) break;
    const words =
      text === null
        ? ''
        : wordsIn(text.slice(span.start, Math.min(span.end, span.start + LONGEST)), id);
    if (!fits(`${id}\n${words}`)) continue;
    const mark = `^${id}`;
    const detail = [...place, ...(words === '' ? [] : [mark])].join(' · ');
    entries.push({ kind: 'blockId', fragment: mark, label: words || mark, detail });
  }
  return entries;
}

/** UTF-16 units of a block that are looked at. */
const LONGEST = 2000;

/** A block's text without its id and the mark of a list. */
function wordsIn(block: string, id: string): string {
  const text = block
    .replace(/\s+/gu, ' ')
    .replace(/^(?:[-*+>] |\d+[.)] )+/u, '')
    .trim();
  return text.endsWith(`^${id}`) ? text.slice(0, -id.length - 1).trim() : text;
}
