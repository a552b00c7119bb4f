/** Retires a claim: it stays, says why, and names the claim that replaces it. */
import { isEmpty } from '../../rules/frontmatter/expected';
import { lineEndOf } from '../../rules/frontmatter/frontmatterText';
import { fieldOf, textOf } from '../../text/frontmatter';
import type { Note } from '../../text/parseNote';
import type { TextEdit } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { displayTitle } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import { fieldEdits } from '../edits/fieldEdit';
import type { Author, Authored, RefusedMove } from './Author';
import type { Move } from './Move';
import { type AuthoredNote, faulty, fieldsOf, isRefusedMove } from './noteOf';
import { oneLine } from './oneLine';
import { related, relates } from './relates';

/**
 * The reason stands in the body, where readers see it first; `revised` tells those that rest on the claim since when.
 */
export function retire(
  author: Author,
  move: Extract<Move, { readonly kind: 'retire' }>,
): Authored | RefusedMove {
  const { vault, today } = author;
  const claim = claimOf(author);
  if (isRefusedMove(claim)) return claim;
  const { note, text, type } = claim;
  const by = move.by === null ? null : claimOf(author, move.by);
  if (by !== null && isRefusedMove(by)) return by;
  if (by?.note.path === note.path) return { refused: 'No claim can replace itself.' };
  const circle = by === null ? null : circleOf(vault, note.path, by.note);
  if (circle !== null) return { refused: circle };
  const other = by === null ? null : otherSuccessor(vault, note, by.note);
  if (other !== null)
    return { refused: `“${displayTitle(note)}” is replaced by “${other}” already.` };
  const reason = oneLine(move.reason);
  if (reason === '' && by === null)
    return { refused: 'Say why the claim no longer holds, or which claim replaces it.' };
  const target = by === null ? null : canonicalTarget(vault, by.note.path, note.path);
  const fields = fieldEdits(text, type, [
    { field: 'status', value: 'retired' },
    // Where it is named already, that stays as it is written.
    ...(target === null || by === null || relates(vault, note, 'superseded_by', by.note.path)
      ? []
      : [{ field: 'superseded_by', value: target }]),
    { field: 'revised', value: today },
  ]);
  if (typeof fields === 'string') return faulty(note, fields);
  const replaced = target === null ? '' : `Replaced by [[${target}]].`;
  const said = [`**Retired on ${today}.**`, sentence(reason), replaced];
  const told = belowTitle(note, text, said.filter(each => each !== '').join(' '));
  const edits = new Map([[note.path, [...fields, told]]]);
  if (by !== null && !relates(vault, by.note, 'supersedes', note.path)) {
    const entry = canonicalTarget(vault, note.path, by.note.path);
    const replacing = fieldEdits(by.text, by.type, [{ field: 'supersedes', entry }]);
    if (typeof replacing === 'string') return faulty(by.note, replacing);
    edits.set(by.note.path, replacing);
  }
  return { edit: { edits, creates: [], renames: [] }, label: 'Retire the claim', open: null };
}

/** A claim that still holds. */
function claimOf(author: Author, path?: string): AuthoredNote | RefusedMove {
  const found = fieldsOf(author, path);
  if (isRefusedMove(found)) return found;
  const title = displayTitle(found.note);
  if (found.type?.name !== 'claim') return { refused: `“${title}” is no claim.` };
  const isRetired = textOf(found.note.frontmatter, 'status')?.trim() === 'retired';
  return isRetired ? { refused: `“${title}” is retired already.` } : found;
}

/** Why the two would replace each other, as a sentence; followed through all that replaces the one that remains. */
function circleOf(vault: Vault, retired: string, by: Note): string | null {
  const seen = new Set([by.path]);
  for (const path of seen) {
    const next = vault.note(path);
    if (next === undefined) continue;
    for (const successor of related(vault, next, 'superseded_by')) {
      if (successor === retired) return `“${displayTitle(next)}” says that this claim replaces it.`;
      seen.add(successor);
    }
  }
  const own = vault.note(retired);
  return own !== undefined && relates(vault, own, 'supersedes', by.path)
    ? `This claim says that it replaces “${displayTitle(by)}”.`
    : null;
}

/** What the claim says that replaces it, where that is another one. */
function otherSuccessor(vault: Vault, note: Note, by: Note): string | null {
  const field = fieldOf(note.frontmatter, 'superseded_by');
  if (field === undefined || isEmpty(field)) return null;
  if (relates(vault, note, 'superseded_by', by.path)) return null;
  return field.values.map(({ text }) => text.trim()).join(', ');
}

function sentence(reason: string): string {
  return reason === '' || /[.!?…]["'”’)]?$/u.test(reason) ? reason : `${reason}.`;
}

/** A paragraph of its own, below the first heading or where the body begins. */
function belowTitle({ headings, body }: Note, text: string, paragraph: string): TextEdit {
  const end = lineEndOf(text);
  const [title] = headings;
  const blank = (at: number) => /^[ \t]*(?:\r?\n|$)/u.test(text.slice(at, at + 200));
  if (title?.level === 1 && text.slice(body, title.span.start).trim() === '') {
    const at = title.span.end;
    const next = text.indexOf('\n', at) + 1;
    const apart = next === 0 || blank(next) ? '' : end;
    return { span: { start: at, end: at }, newText: `${end}${end}${paragraph}${apart}` };
  }
  const before = body === 0 || text[body - 1] === '\n' ? end : end + end;
  const apart = blank(body) ? '' : end;
  return { span: { start: body, end: body }, newText: `${before}${paragraph}${end}${apart}` };
}
