/** The notes that a relation in front matter can lead to: of the right types only, the best first. */

import type { FieldType } from '../../schema/NoteType';
import { quoted, yamlScalar } from '../../text/yamlText';
import { canonicalTarget } from '../../vault/canonical';
import { nameOf } from '../../vault/names';
import { resolve } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import type { CompletionEntry, Completions } from '../completion/Completions';
import { shortLabels } from '../completion/labels';
import { noteCandidates } from '../completion/noteCandidates';
import { noteFacts, titleAt } from '../navigation/noteFacts';
import type { ValueContext } from './frontmatterContext';
import { writtenValue } from './frontmatterWords';
import type { NotePlace } from './notePlace';

/** `list` says that the field holds a list and none is begun yet. */
export function relationEntries(
  place: NotePlace,
  field: FieldType,
  context: ValueContext,
  list: boolean,
): Completions {
  const { vault, path } = place;
  const query = context.typed.replace(/^\[+|\]+$/gu, '');
  const taken = takenBy(vault, path, context.others);
  const paths = noteCandidates(vault, path, query, { types: field.to, taken });
  const titles = paths.map(each => titleAt(vault, each));
  const labels = shortLabels(titles, query);
  const brackets = usesBrackets(place, context);
  // A list begins on the next line: nothing stays behind the colon.
  const { start, written: filter } = (list ? context.whole : null) ?? {
    start: context.replace.start,
    written: context.typed,
  };
  const replace = { start, end: context.replace.end };
  const entries = paths.map((each, index): CompletionEntry => {
    const target = canonicalTarget(vault, each, path);
    const text = brackets ? `[[${target}]]` : target;
    const plain = brackets ? quoted(text) : yamlScalar(text);
    return {
      kind: 'note',
      label: labels[index] ?? nameOf(each),
      title: titles[index] ?? nameOf(each),
      detail: noteFacts(vault, each),
      path: each,
      newText: list
        ? `\n${context.indent}- ${plain}`
        : context.before + writtenValue(context, text, plain),
      // The order is ours: every entry answers to what was typed.
      ...(filter === '' ? {} : { filter }),
    };
  });
  return { entries, replace, incomplete: true };
}

/** The notes that the other entries of a list name. */
export function takenBy(vault: Vault, path: string, others: readonly string[]): Set<string> {
  const taken = new Set<string>();
  for (const other of others) {
    const resolution = resolve(vault, other.replace(/^\[\[|[|#\]].*$/gu, ''), path);
    if (resolution.kind === 'found' || resolution.kind === 'near') taken.add(resolution.path);
  }
  return taken;
}

/** As the list does it, else as the note's other relations do; most are plain. */
function usesBrackets({ vault, path }: NotePlace, { others, typed }: ValueContext): boolean {
  if (typed.startsWith('[')) return true;
  if (others.some(each => each !== '')) return others.some(each => each.startsWith('[['));
  const first = vault.note(path)?.links.find(link => link.field !== null);
  return first?.form === 'wiki';
}
