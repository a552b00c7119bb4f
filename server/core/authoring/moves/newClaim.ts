/** A claim from nothing, or from a source: what is selected there becomes its evidence, and the source lists it. */
import { textOf } from '../../text/frontmatter';
import type { TextEdit } from '../../text/span';
import { nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { type ClaimOrigin, claimDraft } from '../drafts/claimDraft';
import { domainOf } from '../drafts/domainOf';
import { sameTitle } from '../drafts/sameTitle';
import { selectedText } from '../drafts/selectedText';
import { sourceProgress } from '../drafts/sourceProgress';
import { typeOf } from '../drafts/typeOf';
import type { Author, Authored, RefusedMove } from './Author';
import { domainFault } from './domainFault';
import { originOf } from './hinted';
import type { Move } from './Move';
import { wordsOf } from './newNoteFolder';
import { faulty, isRefusedMove } from './noteOf';

export function newClaim(
  author: Author,
  move: Extract<Move, { readonly kind: 'claim' }>,
): Authored | RefusedMove {
  const { vault, path, selection, today, agent } = author;
  const origin = path !== null && yieldsClaims(vault, path) ? originOf(author) : null;
  if (origin !== null && isRefusedMove(origin)) return origin;
  const told = origin === null ? wordsOf(author).domain : domainOf(vault, origin);
  const domain = (move.domain?.trim() || told) ?? null;
  const fault = domainFault(domain);
  if (fault !== null) return { refused: fault };
  const same = sameTitle(vault, move.title);
  if (same !== null) return { refused: `“${same}” says that already.` };
  const draft = claimDraft(
    vault,
    {
      title: move.title,
      domain,
      confidence: null,
      reason: null,
      quoted: origin && selectedText(origin, selection),
      today,
      agent,
    },
    origin,
  );
  if (typeof draft === 'string') return { refused: draft };
  const edits = new Map<string, readonly TextEdit[]>();
  if (origin !== null) {
    const progress = progressOf(origin, draft.path, today, draft.agent);
    if (typeof progress === 'string') return faulty(origin.note, progress);
    if (progress.length > 0) edits.set(origin.note.path, progress);
  }
  return {
    edit: { edits, creates: [{ path: draft.path, text: draft.text }], renames: [] },
    label: 'New claim',
    open: { path: draft.path, selection: draft.description },
  };
}

function yieldsClaims(vault: Vault, path: string): boolean {
  const type = typeOf(vault, path)?.name;
  return type === 'source' || type === 'musing';
}

/** Only its author knows whether the source has more to give. */
function progressOf(origin: ClaimOrigin, path: string, today: string, agent: string | null) {
  const isSource = origin.type?.name === 'source';
  if (!isSource && textOf(origin.note.frontmatter, 'status') === undefined) return [];
  return sourceProgress(origin, {
    list: 'claims_extracted',
    claim: nameOf(path),
    done: false,
    today,
    agent,
  });
}
