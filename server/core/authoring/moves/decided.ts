/** The edit of a source in which somebody decided about a hint without writing a claim. */
import { fieldFor, isEmpty } from '../../rules/frontmatter/expected';
import type { TextEdit } from '../../text/span';
import { usualAgent } from '../drafts/agentOf';
import { claimFolder } from '../drafts/claimFile';
import { domainOf } from '../drafts/domainOf';
import { sourceProgress } from '../drafts/sourceProgress';
import { isOpen } from '../hints/Hint';
import type { Author, Authored, RefusedMove } from './Author';
import type { Hinted } from './hinted';

/** `enriched` is how a link names the claim that gained evidence; `null` where none did. */
export function decided(
  author: Author,
  { origin, hint, hints }: Hinted,
  beside: readonly TextEdit[],
  enriched: string | null,
  label: string,
): Authored | RefusedMove {
  const { path } = origin.note;
  const left = hints.some(each => isOpen(each) && each.index !== hint.index);
  // A source of which nothing came at all is a null result, and only its reader can say why.
  const done = !left && (enriched !== null || gaveSomething(origin));
  const edits = done || enriched !== null ? progressOf(author, origin, enriched, done) : [];
  if (typeof edits === 'string') return { refused: `“${path}” ${edits}.` };
  return {
    edit: { edits: new Map([[path, [...edits, ...beside]]]), creates: [], renames: [] },
    label,
    open: null,
  };
}

export function progressOf(
  { vault, today, agent }: Author,
  origin: Hinted['origin'],
  enriched: string | null,
  done: boolean,
): TextEdit[] | string {
  return sourceProgress(origin, {
    list: enriched === null ? null : 'enrichments',
    claim: enriched ?? '',
    done,
    today,
    agent: agent ?? usualAgent(vault, claimFolder(vault, domainOf(vault, origin))),
  });
}

function gaveSomething({ note, type }: Hinted['origin']): boolean {
  return ['claims_extracted', 'enrichments', 'entities_created'].some(name => {
    const known = type?.field(name);
    const { frontmatter } = note;
    const field =
      frontmatter === null || known === undefined ? undefined : fieldFor(frontmatter, known);
    return field !== undefined && !isEmpty(field);
  });
}
