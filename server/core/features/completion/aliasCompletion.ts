/** Completion behind the bar of a wiki link: what authors call the note, and its names as they stand in a sentence. */

import type { Note } from '../../text/parseNote';
import { headingsAt } from '../../vault/fragment';
import { nameOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import { fitter } from './fitter';
import { halfTargets } from './halfTargets';
import { shortLabels } from './labels';
import type { LinkContext } from './linkContext';
import { beforeLink, linkInsertion } from './linkInsertion';

/** Notes that link to the note, and links in them, that are looked at. */
const HOLDERS = 200;
const LINKS = 2000;
/** Nothing that is shown can hold these. */
const IMPOSSIBLE = /\[\[|\]\]|[|\n`]/u;

export function aliasCompletion(
  vault: Vault,
  path: string,
  text: string,
  context: LinkContext,
): Completions {
  const { query, replace } = context;
  const details = new Map<string, string>();
  for (const note of halfTargets(vault, context.target, path, 'wiki'))
    for (const [alias, detail] of aliases(vault, path, note, context.fragment))
      if (!details.has(alias)) details.set(alias, detail);
  // That is what is shown without an alias.
  details.delete(context.target);
  const fits = fitter(query);
  const fitting = [...details].filter(([alias]) => !IMPOSSIBLE.test(alias) && fits(alias));
  const shown = fitting.slice(0, COMPLETION_LIMIT);
  const labels = shortLabels(
    shown.map(([alias]) => alias),
    query,
  );
  const before = beforeLink(text, context, null);
  const entries = shown.map(
    ([alias, detail], index): CompletionEntry => ({
      kind: 'alias',
      title: alias,
      label: labels[index] ?? alias,
      detail,
      ...(query === '' ? {} : { filter: query }),
      ...linkInsertion(alias, context, before),
    }),
  );
  return { entries, replace, incomplete: true };
}

/** Each with what it is, best first. */
function* aliases(
  vault: Vault,
  path: string,
  note: Note,
  fragment: string | null,
): Generator<readonly [string, string]> {
  const heading = fragment === null ? undefined : headingsAt(note, fragment, 'wiki')?.at(-1);
  if (heading !== undefined) yield [note.headings[heading]?.text ?? '', 'the heading'];
  for (const [alias, notes] of written(vault, path, note.path))
    yield [alias, notes === 1 ? 'in 1 note' : `in ${notes} notes`];
  const name = nameOf(note.path);
  const words = inWords(name);
  const own = [
    ...titlesOf(note).map(each => [each, 'title'] as const),
    [words, 'file name'] as const,
  ];
  yield* own;
  for (const [each] of own) yield otherFirstLetter(each);
}

/** What other notes show for a link to it, with how many of them; the most usual first. */
function written(vault: Vault, path: string, to: string): [string, number][] {
  const counts = new Map<string, number>();
  let holders = 0;
  let links = 0;
  for (const from of vault.mentioning(to)) {
    // What is just being typed is no usage.
    if (from === path) continue;
    if (++holders > HOLDERS || links > LINKS) break;
    const own = new Set<string>();
    for (const link of vault.note(from)?.links ?? []) {
      if (++links > LINKS) break;
      if (link.alias === null || link.alias === '' || link.form !== 'wiki' || link.embed) continue;
      const resolution = vault.resolve(link, from);
      if ('path' in resolution && resolution.path === to) own.add(link.alias);
    }
    for (const alias of own) counts.set(alias, (counts.get(alias) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** A file name in words: of a slug without its hyphens and the date before it. */
function inWords(name: string): string {
  if (name.includes(' ')) return name;
  return name
    .replace(/^\d{4}-\d\d-\d\d-/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim();
}

/** For use in a sentence with a small first letter, unless the word has other capitals; what begins small, with a capital. */
function otherFirstLetter(title: string): readonly [string, string] {
  const first = String.fromCodePoint(title.codePointAt(0) ?? 0x20);
  const behind = title.slice(first.length);
  const small = first.toLowerCase();
  if (small === first) return [first.toUpperCase() + behind, 'begins a sentence'];
  const kept = /^(?:I\b|\p{L}+\p{Lu})/u.test(title);
  return [kept ? title : small + behind, 'in a sentence'];
}
