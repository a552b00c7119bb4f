/** Moves and renames files and folders, as an explorer does; a note whose title was its file name gets the new one. */

import { type Arrangement, rearrange } from '../../authoring/edits/rearrange';
import type { ReadText } from '../../authoring/edits/VaultEdit';
import { applyEdits, type TextEdit } from '../../text/span';
import { wordEdit } from '../../text/yamlText';
import { fileNameOf, names } from '../../vault/fileName';
import { foldName, isNotePath, nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { shapeFault } from './keptShape';
import { holdsLink, isSlug, titlesIn } from './renameNote';

export interface Move {
  /** Path of a file, or of a folder without a closing slash. */
  readonly from: string;
  readonly to: string;
}

export function moveFiles(vault: Vault, pairs: readonly Move[], read: ReadText): Arrangement {
  const moves = new Map<string, string>();
  const retitled = new Map<string, readonly TextEdit[]>();
  for (const { from, to } of pairs) {
    for (const path of filesAt(vault, from)) moves.set(path, to + path.slice(from.length));
    if (!vault.has(from)) continue;
    const edits = titleEdits(vault, from, to, read);
    if (edits.length > 0) retitled.set(from, edits);
  }
  for (const [from, to] of moves) if (from === to) moves.delete(from);
  return rearrange(vault, moves, retitled, read);
}

/** Paths of the files in a folder and the folders below it, or of the file itself. */
export function* filesAt(vault: Vault, path: string): Generator<string> {
  if (vault.has(path)) return yield path;
  yield* vault.tree.filesIn(path);
  for (const folder of vault.tree.foldersIn(path)) yield* filesAt(vault, folder);
}

function titleEdits(vault: Vault, from: string, to: string, read: ReadText): TextEdit[] {
  const note = vault.note(from);
  const [before, after] = [nameOf(from), nameOf(to)];
  const text = read(from);
  if (note === undefined || text === null || !isNotePath(to) || before === after) return [];
  const { field, heading } = titlesIn(note);
  const edits: TextEdit[] = [];
  const ofField = field === null ? null : newTitle(field.text, before, after);
  const ofHeading = heading === null ? null : newTitle(heading.text, before, after);
  if (field !== null && ofField !== null && !holdsLink(note, field.inner))
    edits.push(wordEdit(field, ofField));
  if (heading !== null && ofHeading !== null && !holdsLink(note, heading.content))
    edits.push({ span: heading.content, newText: ofHeading });
  // A file may have any name, a heading may not.
  return shapeFault(note, applyEdits(text, edits)) === null ? edits : [];
}

/** What a title becomes when the file name changes; `null` where it did not say the same, or says the same still. */
function newTitle(title: string, before: string, after: string): string | null {
  const ending = /(?<![?!.…])[?!.…]+$/u.exec(title)?.[0] ?? '';
  const plain = title.slice(0, title.length - ending.length);
  const wasSlug = isSlug(before) && plain !== before;
  const words = wasSlug ? before.replace(/-/gu, ' ') : before;
  const agrees = plain === before || fileNameOf(title) === before || alike(plain, words);
  if (!agrees || (names(after, plain) && plain !== before)) return null;
  if (plain === before && names(after, plain) && isSlug(after)) return null;
  const now = isSlug(after) && plain.includes(' ') ? after.replace(/-/gu, ' ') : after;
  // A question may have become a statement, and the other way round.
  const firstWord = (text: string) => foldName(text.split(' ')[0] ?? '');
  return withCapital(now, plain) + (firstWord(now) === firstWord(plain) ? ending : '');
}

/** Without regard to the first letter: a slug tells neither capitals nor marks, so no title with others follows it. */
function alike(a: string, b: string): boolean {
  return a.slice(1) === b.slice(1) && foldName(a.charAt(0)) === foldName(b.charAt(0));
}

/** A sentence that begins as large as the one before did. */
function withCapital(sentence: string, before: string): string {
  const first = before.charAt(0);
  const large = first !== first.toLowerCase();
  return large ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
