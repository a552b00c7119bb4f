/** Finds notes by title or alias, and headings in them, by words in any order and with slips. */
import { type Span, span as spanOf } from '../../text/span';
import { folderOf, foldName, nameOf, wordsOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { titleSpan, writtenTitles } from './writtenTitles';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'title' | 'alias' | 'heading';
  /** Of a heading, 1 to 6; 0 for what is written elsewhere. */
  readonly level: number;
  /** The folder of a note; the note that has the alias or heading. */
  readonly container: string;
  readonly path: string;
  readonly span: Span;
}

const MOST = 100;
/** So many places are left for headings where many titles fit. */
const MOST_TITLES = 70;

/** At most a hundred, titles and aliases before headings, the best first; without a query some notes. */
export function workspaceSymbols(vault: Vault, query: string): WorkspaceSymbol[] {
  const paths = query.trim() === '' ? first(vault.notes(), MOST) : vault.find(query, MOST_TITLES);
  const words = wordsOf(query);
  const found = paths.flatMap(path => bestName(vault, path, words) ?? []);
  for (const { path, key } of vault.headings.find(query, MOST - found.length)) {
    const note = vault.glance(path);
    const heading = note?.headings.find(
      (each, at) => foldName(each.text) === key && (at > 0 || each.level > 1),
    );
    if (note === undefined || heading === undefined) continue;
    const { text: name, level, span } = heading;
    found.push({ name, kind: 'heading', level, container: displayTitle(note), path, span });
  }
  return found;
}

/** The name of a note that has most of the words; of several the one by which readers call it. */
function bestName(vault: Vault, path: string, words: readonly string[]): WorkspaceSymbol | null {
  const note = vault.glance(path);
  if (note === undefined) return null;
  const title = displayTitle(note);
  const written = writtenTitles(note);
  const own = written.find(each => foldName(each.text) === foldName(title));
  const names = [own ?? { text: title, span: titleSpan(note), kind: 'title' as const }, ...written];
  const fileName = nameOf(path);
  if (fileName !== title) names.push({ text: fileName, span: spanOf(0, 0), kind: 'title' });
  const counts = names.map(({ text }) => shared(text, words));
  const best = names[counts.indexOf(Math.max(...counts))];
  if (best === undefined) return null;
  const isAlias = best.kind === 'alias' && best.text !== title;
  return {
    name: best.text,
    kind: isAlias ? 'alias' : 'title',
    level: best.kind === 'heading' ? 1 : 0,
    container: isAlias ? title : folderOf(path),
    path,
    span: best.span,
  };
}

function shared(name: string, words: readonly string[]): number {
  const plain = wordsOf(name).join(' ');
  return words.filter(word => plain.includes(word)).length;
}

function first(paths: Iterable<string>, count: number): string[] {
  const taken: string[] = [];
  for (const path of paths) {
    if (taken.length >= count) break;
    taken.push(path);
  }
  return taken;
}
