/** The headings behind the `#` of a Markdown link: by their anchors on the web, or by their words where authors do so. */
import { decoded, encoded } from '../../text/destination';
import type { Note } from '../../text/parseNote';
import { anchors, headingsAt } from '../../vault/fragment';
import type { Vault } from '../../vault/Vault';
import type { CompletionEntry } from './Completions';
import type { DestinationContext } from './destinationContext';
import { headingEntries } from './fragmentCompletion';
import { halfTargets } from './halfTargets';
import { headingPath } from './headingNames';
import { shortLabels } from './labels';

/** Notes looked at to see how headings are written. */
const READ = 50;

/** `written` is the path before the `#`, decoded; `typed` what stands behind it. */
export function anchorEntries(
  vault: Vault,
  path: string,
  written: string,
  typed: string,
  { angle, suffix }: DestinationContext,
): CompletionEntry[] {
  const query = decoded(typed);
  const [note] = halfTargets(vault, written, path, 'markdown');
  if (note === undefined) return [];
  const byWords = writesWords(vault, path, note);
  const names = byWords ? [] : anchors(note);
  const nameAt = (index: number) => {
    const anchor = names[index] ?? '';
    const leads = headingsAt(note, anchor, 'markdown')?.at(-1) === index;
    // An anchor may also be the words of another heading; then only words tell them apart.
    return leads ? anchor : headingPath(note, index);
  };
  const found = headingEntries(
    note,
    query.replace(/-/gu, ' '),
    [],
    0,
    note.headings.length,
    nameAt,
  );
  const labels = shortLabels(
    found.map(each => each.label),
    query,
  );
  return found.map(
    ({ kind, fragment, label, detail }, index): CompletionEntry => ({
      kind,
      title: label,
      label: labels[index] ?? label,
      detail,
      ...(typed === '' ? {} : { filter: typed }),
      newText:
        fragment
          .split('#')
          .map(part => encoded(part, angle))
          .join('#') + suffix,
    }),
  );
}

/** Whether Markdown links here, or else to that note, name headings by their words, as Obsidian does. */
function writesWords(vault: Vault, path: string, to: Note): boolean {
  let read = 0;
  for (const each of [path, ...vault.mentioning(to.path)]) {
    if (++read > READ) break;
    for (const { form, target } of vault.note(each)?.links ?? []) {
      if (form !== 'markdown' || target.fragment === null) continue;
      if (/\s/u.test(target.fragment)) return true;
      if (/\w-\w/u.test(target.fragment)) return false;
    }
  }
  return false;
}
