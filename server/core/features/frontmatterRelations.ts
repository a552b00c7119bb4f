/** The notes that a relation in front matter can lead to: of the right types only, the best first. */
import { quoted, yamlScalar } from '../rules/yamlText';
import type { FieldType } from '../schema/NoteType';
import { textOf } from '../text/frontmatter';
import { canonicalTarget } from '../vault/canonical';
import { folderOf, nameOf } from '../vault/names';
import { resolve } from '../vault/resolve';
import { COMPLETION_LIMIT, type CompletionEntry, type Completions } from './Completions';
import type { ValueContext } from './frontmatterContext';
import { writtenValue } from './frontmatterWords';
import { shortLabels } from './labels';
import { noteFacts, titleAt, UNLINKABLE } from './noteFacts';
import type { NotePlace } from './notePlace';

/** Hits looked at for those of the right types: as many as the search ranks anyway, and more where few are. */
const FETCHED = [2 * COMPLETION_LIMIT, 8 * COMPLETION_LIMIT] as const;
const FEW = 10;
/** Notes looked at before anything is typed. */
const SCANNED = 2000;

/** `list` says that the field holds a list and none is begun yet. */
export function relationEntries(
  place: NotePlace,
  field: FieldType,
  context: ValueContext,
  list: boolean,
): Completions {
  const { vault, path } = place;
  const query = context.typed.replace(/^\[+|\]+$/gu, '');
  const taken = new Set([path]);
  for (const other of context.others) {
    const resolution = resolve(vault, other.replace(/^\[\[|[|#\]].*$/gu, ''), path);
    if (resolution.kind === 'found' || resolution.kind === 'near') taken.add(resolution.path);
  }
  const fits = (each: string) =>
    !taken.has(each) &&
    !UNLINKABLE.test(each) &&
    !vault.config.excludes(each) &&
    isOfType(place, each, field.to);
  const fitting = query.trim() === '' ? nearby(place, fits) : found(place, query, fits);
  const paths = fitting.slice(0, COMPLETION_LIMIT);
  const titles = paths.map(each => titleAt(vault, each));
  const labels = shortLabels(titles, query);
  const brackets = usesBrackets(place, context);
  const entries = paths.map((each, index): CompletionEntry => {
    const target = canonicalTarget(vault, each, path);
    const text = brackets ? `[[${target}]]` : target;
    const value = writtenValue(context, text, brackets ? quoted(text) : yamlScalar(text));
    const below = list && context.quoting === 'none' ? `\n${context.indent}- ` : context.before;
    return {
      kind: 'note',
      label: labels[index] ?? nameOf(each),
      title: titles[index] ?? nameOf(each),
      detail: noteFacts(vault, each),
      path: each,
      newText: below + value,
      // The order is ours: every entry answers to what was typed.
      ...(context.typed === '' ? {} : { filter: context.typed }),
    };
  });
  return { entries, replace: context.replace, incomplete: true };
}

function isOfType({ vault }: NotePlace, path: string, types: FieldType['to']): boolean {
  if (types === undefined) return true;
  const written = textOf(vault.note(path)?.frontmatter ?? null, 'type') ?? '';
  return types.includes(vault.config.schema.type(written)?.name ?? written);
}

function found({ vault }: NotePlace, query: string, fits: (path: string) => boolean): string[] {
  const [first, more] = FETCHED;
  const hits = vault.find(query, first);
  const fitting = hits.filter(fits);
  return fitting.length >= FEW || hits.length < first
    ? fitting
    : vault.find(query, more).filter(fits);
}

/** Before anything is typed: what the note links to and what links to it, then its folder, then any. */
function nearby({ vault, path }: NotePlace, fits: (path: string) => boolean): string[] {
  const paths = new Set<string>();
  for (const link of vault.note(path)?.links ?? []) {
    const resolution = vault.resolve(link, path);
    if (resolution.kind === 'found' && fits(resolution.path)) paths.add(resolution.path);
  }
  for (const { from } of vault.backlinks(path)) if (fits(from)) paths.add(from);
  const folder = folderOf(path);
  const far: string[] = [];
  let scanned = 0;
  for (const each of vault.notes()) {
    if (++scanned > SCANNED || paths.size >= COMPLETION_LIMIT) break;
    if (!fits(each)) continue;
    if (folderOf(each) === folder) paths.add(each);
    else if (far.length < COMPLETION_LIMIT) far.push(each);
  }
  return [...paths, ...far.filter(each => !paths.has(each))];
}

/** As the list does it, else as the note's other relations do; most are plain. */
function usesBrackets({ vault, path }: NotePlace, { others, typed }: ValueContext): boolean {
  if (typed.startsWith('[')) return true;
  if (others.some(each => each !== '')) return others.some(each => each.startsWith('[['));
  const first = vault.note(path)?.links.find(link => link.field !== null);
  return first?.form === 'wiki';
}
