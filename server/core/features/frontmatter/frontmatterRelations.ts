/** The notes that a relation in front matter can lead to: of the right types, and those still to be written; the best first. */
import type { FieldType } from '../../schema/NoteType';
import { quoted, yamlScalar } from '../../text/yamlText';
import { canonicalTarget } from '../../vault/canonical';
import { nameOf, slugOf } from '../../vault/names';
import { resolve } from '../../vault/resolve';
import type { Vault } from '../../vault/Vault';
import {
  COMPLETION_LIMIT,
  type CompletionEntry,
  type Completions,
} from '../completion/Completions';
import { shortLabels } from '../completion/labels';
import { noteCandidates } from '../completion/noteCandidates';
import { unresolvedCandidates } from '../completion/unresolvedCandidates';
import { amongNotes, unresolvedDetail } from '../completion/unresolvedEntries';
import { titlesAndFacts } from '../navigation/noteFacts';
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
  const query = context.typed.replace(/^\[+|(?<!\])\]+$/gu, '');
  const taken = takenBy(vault, path, context.others);
  const listed = new Set(context.others.map(other => slugOf(targetIn(other))));
  const unresolved = unresolvedCandidates(vault, path, query).filter(
    ({ written }) => !listed.has(slugOf(written)),
  );
  const room = COMPLETION_LIMIT - unresolved.length;
  const paths = noteCandidates(vault, path, query, { types: field.to, taken }).slice(0, room);
  const { titles, facts } = titlesAndFacts(vault, paths);
  const labels = shortLabels([...titles, ...unresolved.map(({ written }) => written)], query);
  const brackets = usesBrackets(place, context);
  // A list begins on the next line: nothing stays behind the colon.
  const { start, written: filter } = (list ? context.whole : null) ?? {
    start: context.replace.start,
    written: context.typed,
  };
  const replace = { start, end: context.replace.end };
  const insertion = (target: string) => {
    const text = brackets ? `[[${target}]]` : target;
    const plain = brackets ? quoted(text) : yamlScalar(text);
    return {
      newText: list
        ? `\n${context.indent}- ${plain}`
        : context.before + writtenValue(context, text, plain),
      // The order is ours: every entry answers to what was typed.
      ...(filter === '' ? {} : { filter }),
    };
  };
  const notes = paths.map(
    (each, index): CompletionEntry => ({
      kind: 'note',
      label: labels[index] ?? nameOf(each),
      title: titles[index] ?? nameOf(each),
      detail: facts[index] ?? '',
      path: each,
      ...insertion(canonicalTarget(vault, each, path)),
    }),
  );
  const unwritten = unresolved.map(
    (each, index): CompletionEntry => ({
      kind: 'unresolved',
      label: labels[paths.length + index] ?? each.written,
      title: each.written,
      detail: unresolvedDetail(each),
      ...insertion(each.written),
    }),
  );
  return { entries: amongNotes(vault, query, notes, unwritten), replace, incomplete: true };
}

/** The notes that the other entries of a list name. */
export function takenBy(vault: Vault, path: string, others: readonly string[]): Set<string> {
  const taken = new Set<string>();
  for (const other of others) {
    const resolution = resolve(vault, targetIn(other), path);
    if (resolution.kind === 'found' || resolution.kind === 'near') taken.add(resolution.path);
  }
  return taken;
}

function targetIn(entry: string): string {
  return entry.replace(/^\[\[|[|#\]].*$/gsu, '');
}

/** As the list does it, else as the note's other relations do; most are plain. */
function usesBrackets({ vault, path }: NotePlace, { others, typed }: ValueContext): boolean {
  if (typed.startsWith('[')) return true;
  if (others.some(each => each !== '')) return others.some(each => each.startsWith('[['));
  const first = vault.note(path)?.links.find(link => link.field !== null);
  return first?.form === 'wiki';
}
