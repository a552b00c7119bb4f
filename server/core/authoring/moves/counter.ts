/** Writes a claim that speaks against this one; each names the other. */
import { textOf } from '../../text/frontmatter';
import { applyEdits, type Span, type TextEdit } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { nameOf } from '../../vault/names';
import { displayTitle } from '../../vault/noteNames';
import { claimDraft } from '../drafts/claimDraft';
import { sameTitle } from '../drafts/sameTitle';
import { fieldEdits } from '../edits/fieldEdit';
import type { Author, Authored, RefusedMove } from './Author';
import { domainFault } from './domainFault';
import type { Move } from './Move';
import { wordsOf } from './newNoteFolder';
import { faulty, fieldsOf, isRefusedMove } from './noteOf';

export function counter(
  author: Author,
  move: Extract<Move, { readonly kind: 'counter' }>,
): Authored | RefusedMove {
  const { vault, today, agent } = author;
  const found = fieldsOf(author);
  if (isRefusedMove(found)) return found;
  const { note, text, type } = found;
  const claim = vault.config.schema.type('claim');
  const challenged = claim?.field('challenges')?.to ?? [];
  if (type === undefined || !challenged.includes(type.name))
    return { refused: `“${displayTitle(note)}” is nothing that a claim can challenge.` };
  const same = sameTitle(vault, move.title);
  if (same !== null) return { refused: `“${same}” says that already.` };
  const domain = textOf(note.frontmatter, 'domain')?.trim() ?? wordsOf(author).domain ?? null;
  const fault = domainFault(domain);
  if (fault !== null) return { refused: fault };
  const wish = { title: move.title, domain, confidence: null, reason: null, quoted: null };
  const draft = claimDraft(vault, { ...wish, today, agent }, null);
  if (typeof draft === 'string') return { refused: draft };
  const entry = canonicalTarget(vault, note.path, draft.path);
  const added = fieldEdits(draft.text, claim, [{ field: 'challenges', entry }]);
  if (typeof added === 'string') return { refused: `The new claim ${added}.` };
  // Beliefs and positions keep no list of what speaks against them.
  const back =
    type.field('challenged_by') === undefined
      ? []
      : fieldEdits(text, type, [{ field: 'challenged_by', entry: nameOf(draft.path) }]);
  if (typeof back === 'string') return faulty(note, back);
  return {
    edit: {
      edits: new Map(back.length === 0 ? [] : [[note.path, back]]),
      creates: [{ path: draft.path, text: applyEdits(draft.text, added) }],
      renames: [],
    },
    label: 'Challenge the claim',
    open: { path: draft.path, selection: shifted(draft.description, added) },
  };
}

/** Where it stands after edits that do not touch it. */
function shifted({ start, end }: Span, edits: readonly TextEdit[]): Span {
  let by = 0;
  for (const { span, newText } of edits)
    if (span.end <= start) by += newText.length - (span.end - span.start);
  return { start: start + by, end: end + by };
}
