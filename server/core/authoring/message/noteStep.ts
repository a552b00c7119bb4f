/** What was done to one note, in a word. */
import type { Vault } from '../../vault/Vault';
import { typeOf } from '../drafts/typeOf';
import { gained, keyOfLink, type OldNames } from './gained';
import type { NotePair } from './NotePair';
import { type NoteState, wordIn } from './NoteState';

export const steps = ['add', 'enrich', 'revise', 'retire', 'remove', 'move'] as const;
export type Step = (typeof steps)[number];

/** `null` where only links follow what was renamed. */
export function noteStep(vault: Vault, oldNames: OldNames, pair: NotePair): Step | null {
  const { before, after } = pair;
  if (after === null) return 'remove';
  if (before === null || before.type !== after.type) return 'add';
  const retired = wordIn(after, 'status') === 'retired' && wordIn(before, 'status') !== 'retired';
  if (retired || gained(vault, oldNames, pair, 'replaced-by').length > 0) return 'retire';
  if (after.type === 'claim' && gainedEvidence(vault, oldNames, before, after)) return 'enrich';
  if (!saysTheSame(vault, oldNames, before, after)) return 'revise';
  return before.path === after.path ? null : 'move';
}

/** A link to another source in its body, or another section of evidence. */
function gainedEvidence(
  vault: Vault,
  oldNames: OldNames,
  before: NoteState,
  after: NoteState,
): boolean {
  const sections = ({ note }: NoteState) =>
    note.headings.filter(({ text }) => /\bevidence\b/iu.test(text)).length;
  if (sections(after) > sections(before)) return true;
  const linked = ({ note }: NoteState) =>
    note.links
      .filter(({ field }) => field === null)
      .map(link => keyOfLink(vault, oldNames, link, after.path));
  const were = new Set(linked(before));
  return linked(after).some(key => !were.has(key) && typeOf(vault, key)?.name === 'source');
}

/** Whether only the names of what it links to differ. */
function saysTheSame(
  vault: Vault,
  oldNames: OldNames,
  before: NoteState,
  after: NoteState,
): boolean {
  if (textAround(before) !== textAround(after)) return false;
  return before.note.links.every((link, index) => {
    const other = after.note.links[index];
    if (other === undefined) return false;
    if (link.target.written === other.target.written) return true;
    const [was, is] = [link, other].map(each => keyOfLink(vault, oldNames, each, after.path));
    return was === is;
  });
}

/** The text without what its links lead to. */
function textAround({ text, note }: NoteState): string {
  const parts: string[] = [];
  let at = 0;
  const targets = note.links.map(({ target }) => target.span).sort((a, b) => a.start - b.start);
  for (const { start, end } of targets) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('\0');
}
