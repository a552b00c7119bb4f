/** Writes the claim that a hint names, and has its source say so. */

import { applyEdits, type TextEdit } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { folderOf, nameOf, slugOf } from '../../vault/names';
import { usualAgent } from '../drafts/agentOf';
import { claimDraft } from '../drafts/claimDraft';
import { domainOf } from '../drafts/domainOf';
import { sameTitle } from '../drafts/sameTitle';
import { sourceProgress } from '../drafts/sourceProgress';
import { answered } from '../edits/besideHint';
import { isOpen, type PlacedHint } from '../hints/Hint';
import { placedHints } from '../hints/placedHints';
import type { Author, Authored, RefusedMove } from './Author';
import { domainFault } from './domainFault';
import { askedHint, decidedAlready, type Hinted } from './hinted';
import type { Move } from './Move';
import { unrecorded } from './unrecorded';

export function promote(
  author: Author,
  move: Extract<Move, { readonly kind: 'promote' }>,
): Authored | RefusedMove {
  const found = askedHint(author, move.hint);
  if ('refused' in found) return found;
  const claimed = recorded(author, found, move.title) ?? decidedAlready(found.hint);
  if (claimed !== null) return claimed;
  const { vault, today, agent } = author;
  const { origin, hint } = found;
  const { confidence, reason } = hint;
  const title = move.title ?? hint.text;
  const fault = domainFault(domainOf(vault, origin));
  if (fault !== null) return { refused: fault };
  const wish = {
    title,
    hint: hint.text,
    domain: null,
    confidence,
    reason,
    quoted: null,
    today,
    agent,
  };
  const claim = claimDraft(vault, wish, origin);
  if (typeof claim === 'string') return { refused: claim };
  const same = sameTitle(vault, claim.title);
  if (same !== null) return { refused: `“${same}” says that already.` };
  const edits = sourceEdits(author, found, claim.path, claim.text, claim.agent);
  if (typeof edits === 'string') return { refused: `“${origin.note.path}” ${edits}.` };
  return {
    edit: {
      edits: edits.length === 0 ? new Map() : new Map([[origin.note.path, edits]]),
      creates: [{ path: claim.path, text: claim.text }],
      renames: [],
    },
    label: `Promote “${claim.title}”`,
    open: { path: claim.path, selection: claim.description },
  };
}

/** Where the claim is there and only the source does not say so, that is all there is to do; `null` where it is not so. */
function recorded(
  { vault, today, agent }: Author,
  { origin, hint, hints }: Hinted,
  title: string | null,
): Authored | RefusedMove | null {
  const claim = unrecorded(vault, origin.note, hints).includes(hint) ? hint.promoted : null;
  if (claim === null) return null;
  const isOther =
    title !== null && ![slugOf(hint.text), ...vault.slugsOf(claim)].includes(slugOf(title));
  if (isOther) return null;
  const edits = sourceProgress(origin, {
    list: 'claims_extracted',
    claim: canonicalTarget(vault, claim, origin.note.path),
    done: !hints.some(isOpen),
    today,
    agent: agent ?? usualAgent(vault, folderOf(claim)),
  });
  if (typeof edits === 'string') return { refused: `“${origin.note.path}” ${edits}.` };
  return {
    edit: { edits: new Map([[origin.note.path, edits]]), creates: [], renames: [] },
    label: 'List the claim in its source',
    open: null,
  };
}

function sourceEdits(
  { vault, today }: Author,
  { origin, hint, hints }: Hinted,
  claim: string,
  text: string,
  agent: string | null,
): TextEdit[] | string {
  const progress = (done: boolean) =>
    sourceProgress(origin, {
      list: 'claims_extracted',
      claim: nameOf(claim),
      done,
      today,
      agent,
    });
  const left = hints.filter(each => isOpen(each) && each.index !== hint.index);
  const edits = progress(left.length === 0);
  if (typeof edits === 'string') return edits;
  const after = (made: readonly TextEdit[]) => {
    const source = applyEdits(origin.text, made);
    const texts = new Map([
      [claim, text],
      [origin.note.path, source],
    ]);
    return vault.imagine(new Map(), texts, () => placedHints(vault, origin.note.path, source));
  };
  const found = (then: readonly PlacedHint[]) => then[hint.index]?.promoted === claim;
  // The title may differ so much from the hint that nobody would find the claim again.
  const then = after(edits);
  const marker = found(then) ? null : answered(origin.note, origin.text, hint, nameOf(claim));
  const beside = marker === null ? [] : [marker];
  // One claim may answer several hints that say the same.
  const open = left.length > 0 && (marker === null ? then : after([...edits, marker])).some(isOpen);
  const all = left.length > 0 && !open ? progress(true) : edits;
  return typeof all === 'string' ? all : [...all, ...beside];
}
