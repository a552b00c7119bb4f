/** Moves and renames files and folders, as an explorer does; a note whose title was its file name gets the new one. */
import type { TextEdit } from '../../text/span';
import { wordEdit } from '../../text/yamlText';
import { fileNameOf } from '../../vault/fileName';
import { foldName, isNotePath, nameOf, slugOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { type Arrangement, rearrange } from './rearrange';
import { titlesIn } from './renameNote';
import type { ReadText } from './VaultEdit';

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
    const edits = titleEdits(vault, from, to);
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

function titleEdits(vault: Vault, from: string, to: string): TextEdit[] {
  const note = vault.note(from);
  const [before, after] = [nameOf(from), nameOf(to)];
  if (note === undefined || !isNotePath(to) || before === after) return [];
  const { field, heading } = titlesIn(note);
  const edits: TextEdit[] = [];
  const ofField = field === null ? null : newTitle(field.text, before, after);
  const ofHeading = heading === null ? null : newTitle(heading.text, before, after);
  if (field !== null && ofField !== null) edits.push(wordEdit(field, ofField));
  if (heading !== null && ofHeading !== null)
    edits.push({ span: heading.content, newText: ofHeading });
  return edits;
}

/** What a title becomes when the file name changes; `null` where it did not say the same. */
function newTitle(title: string, before: string, after: string): string | null {
  const ending = /[?!.…]*$/u.exec(title)?.[0] ?? '';
  const plain = title.slice(0, title.length - ending.length);
  if (plain === before || fileNameOf(title) === before) return after + ending;
  const sentence = foldName(plain) === foldName(before) && /\s/u.test(before);
  if (sentence) return withCapital(after, plain) + ending;
  // A slug tells the words, but neither their capitals nor their marks: only a title without these can follow it.
  const words = before.replace(/-/gu, ' ');
  const first = plain.charAt(0);
  if (
    slugOf(before) !== before ||
    plain.slice(1) !== words.slice(1) ||
    first.toLowerCase() !== words.charAt(0)
  )
    return null;
  const now = slugOf(after) === after ? after.replace(/-/gu, ' ') : after;
  return withCapital(now, plain) + ending;
}

/** A sentence that begins as large as the one before did. */
function withCapital(sentence: string, before: string): string {
  const first = before.charAt(0);
  const large = first !== first.toLowerCase();
  return large ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
