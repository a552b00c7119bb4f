/** Adds what a source says to a claim's evidence, and has the source name the claim. */

import { parseNote } from '../../text/parseNote';
import { applyEdits } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { displayTitle } from '../../vault/noteNames';
import { named } from '../drafts/claimDraft';
import { materialOf } from '../drafts/materialOf';
import { plainWords } from '../drafts/plainWords';
import { selectedText } from '../drafts/selectedText';
import { sourceWords } from '../drafts/sourceLine';
import { isClaim } from '../drafts/typeOf';
import { answered } from '../edits/besideHint';
import { sectionEntry } from '../edits/sectionEntry';
import type { PlacedHint } from '../hints/Hint';
import type { Author, Authored, RefusedMove } from './Author';
import { decided, progressOf } from './decided';
import { type Hinted, hinted, originOf } from './hinted';
import type { Move } from './Move';

const EVIDENCE = {
  // Not what speaks against the claim, nor what is still looked for.
  called:
    /^(?:(?:supporting|additional|key) )?evidence\b(?!.*\b(?:against|challeng(?:e|es|ing)|contrary|contradict\w*|counter-?evidence|disconfirming|gaps?|limitations|missing|lacking|needed|wanted|development path)\b)/iu,
  heading: 'Evidence',
  above:
    /^(?:challenges?|counter-?(?:evidence|arguments?)|objections?|limitations?|(?:additional )?evidence (?:against|gaps?|needed|\(challenge\)))/iu,
};

export function enrich(
  author: Author,
  move: Extract<Move, { readonly kind: 'enrich' }>,
): Authored | RefusedMove {
  const { vault, read } = author;
  const found = move.hint === null ? null : hinted(author, move.hint);
  if (found !== null && 'refused' in found) return found;
  const origin = found?.origin ?? originOf(author);
  if ('refused' in origin) return origin;
  const claim = vault.note(move.claim);
  const text = read(move.claim);
  if (claim === undefined || text === null || !isClaim(vault, move.claim))
    return { refused: `“${move.claim}” is no claim that can be read.` };
  if (claim.path === origin.note.path) return { refused: 'A claim is no evidence for itself.' };
  const lines = entryLines(author, origin, found?.hint ?? null, displayTitle(claim), move.claim);
  const edit = sectionEntry(claim, text, EVIDENCE, lines);
  const at = edit.span.start + edit.newText.indexOf(lines[0] ?? '');
  const selection = { start: at, end: at + (lines[0]?.length ?? 0) };
  const now = parseNote(claim.path, applyEdits(text, [edit]), new Set());
  if (now.code.some(({ start, end }) => start < selection.end && selection.start < end))
    return { refused: 'A block of code in the claim has no end, so nothing can stand below it.' };
  const made = sourceSide(author, origin, found, move.claim);
  if ('refused' in made) return made;
  const edits = new Map([...made.edit.edits, [move.claim, [edit]] as const]);
  return { ...made, edit: { ...made.edit, edits }, open: { path: move.claim, selection } };
}

function entryLines(
  { vault, selection }: Author,
  origin: Hinted['origin'],
  hint: PlacedHint | null,
  title: string,
  claim: string,
): string[] {
  const from = sourceWords(origin.note, origin.type);
  const { quote } = materialOf(origin, title, {
    hint: hint?.text ?? '',
    reason: hint?.reason ?? null,
    quoted: selectedText(origin, selection),
  });
  // What an enrichment says is for whoever makes it, not for readers of the claim.
  const remark = hint === null || hint.kind === 'enrichment' ? named(from) : plainWords(hint.text);
  const link = `[[${canonicalTarget(vault, origin.note.path, claim)}]]`;
  return [`${link} — ${remark}`, ...quote];
}

function sourceSide(
  author: Author,
  origin: Hinted['origin'],
  found: Hinted | null,
  claim: string,
): Authored | RefusedMove {
  const target = canonicalTarget(author.vault, claim, origin.note.path);
  const label = 'Enrich the claim';
  if (found !== null) {
    const marker = answered(origin.note, origin.text, found.hint, target);
    if (marker === null) return { refused: 'YAML would not read the hint with a link behind it.' };
    return decided(author, found, [marker], target, label);
  }
  const edits = progressOf(author, origin, target, false);
  if (typeof edits === 'string') return { refused: `“${origin.note.path}” ${edits}.` };
  const own = edits.length === 0 ? [] : [[origin.note.path, edits] as const];
  return { edit: { edits: new Map(own), creates: [], renames: [] }, label, open: null };
}
