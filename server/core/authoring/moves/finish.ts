/** A source that nobody has to read again: its claims are made, or none can be made of it. It moves to the archive. */
import { fieldFor } from '../../rules/frontmatter/expected';
import { incomplete } from '../../rules/lifecycle/incomplete';
import type { NoteType } from '../../schema/NoteType';
import { textOf, type Value } from '../../text/frontmatter';
import { parseNote } from '../../text/parseNote';
import { applyEdits, type TextEdit } from '../../text/span';
import { canonicalTarget } from '../../vault/canonical';
import { displayTitle } from '../../vault/noteNames';
import { usualAgent } from '../drafts/agentOf';
import { claimFolder } from '../drafts/claimFile';
import { entryFor } from '../drafts/sourceProgress';
import { type FieldChange, fieldEdits } from '../edits/fieldEdit';
import { rearrange } from '../edits/rearrange';
import { placedHints } from '../hints/placedHints';
import type { Author, Authored, RefusedMove } from './Author';
import { archivePath, fileAt } from './archivePath';
import type { Move } from './Move';
import { type AuthoredNote, faulty, fieldsOf, isRefusedMove } from './noteOf';
import { oneLine } from './oneLine';
import { unrecorded } from './unrecorded';

/** Where a source says what came of it. */
const YIELD = ['claims_extracted', 'enrichments', 'entities_created'];
/** So much of what somebody wrote is shown. */
const LONG = 80;

export function done(author: Author): Authored | RefusedMove {
  const found = sourceOf(author);
  if (isRefusedMove(found)) return found;
  const title = displayTitle(found.note);
  const claims = unlistedClaims(author, found);
  if (statusOf(found) === 'null-result' && yieldOf(found) === undefined && claims.length === 0)
    return { refused: `“${title}” is a null result, and nothing came of it since.` };
  const changes = [...processed(author, found, 'processed'), ...claims];
  const edits = fieldEdits(found.text, found.type, changes);
  if (typeof edits === 'string') return faulty(found.note, edits);
  const lacks = lacking(author, found, applyEdits(found.text, edits));
  if (lacks !== null)
    return { refused: `${lacks} Promote its hints first, or say why it is a null result.` };
  return finished(author, found, edits, 'Source is done');
}

export function nullResult(
  author: Author,
  move: Extract<Move, { readonly kind: 'null-result' }>,
): Authored | RefusedMove {
  const found = sourceOf(author);
  if (isRefusedMove(found)) return found;
  const notes = oneLine(move.notes);
  if (notes === '')
    return { refused: 'Say why nothing came of it, so that nobody reads it again.' };
  const { note, text, type } = found;
  const yielded = yieldOf(found);
  if (yielded !== undefined)
    return {
      refused: `“${displayTitle(note)}” names in \`${yielded}\` what came of it, so it is no null result.`,
    };
  // Other notes on it stay.
  const [field] = ['notes', 'null_result_reason'].filter(
    name => type.field(name) !== undefined && !says(found, name),
  );
  if (field === undefined) return { refused: saysWhy(found) };
  const changes = processed(author, found, 'null-result');
  const edits = fieldEdits(text, type, [...changes, { field, value: notes }]);
  if (typeof edits === 'string') return faulty(note, edits);
  return finished(author, found, edits, 'Null result');
}

interface Source extends AuthoredNote {
  readonly type: NoteType;
}

function sourceOf(author: Author): Source | RefusedMove {
  const found = fieldsOf(author);
  if (isRefusedMove(found)) return found;
  const { type, note } = found;
  if (type?.name !== 'source') return { refused: `“${displayTitle(note)}” is no source.` };
  return { ...found, type };
}

/** The first of the fields for what came of a source that says something. */
function yieldOf(source: Source): string | undefined {
  return YIELD.find(name => says(source, name));
}

function says(source: Source, name: string): boolean {
  const none = (text: string, data: unknown) => data === null || data === 0 || text.trim() === '';
  return valuesOf(source, name).some(({ text, data }) => !none(text, data));
}

/** Also of an older name for the field. */
function valuesOf({ note, type }: Source, name: string): readonly Value[] {
  const known = type.field(name);
  if (note.frontmatter === null || known === undefined) return [];
  return fieldFor(note.frontmatter, known)?.values ?? [];
}

/** Nobody's words are written over. */
function saysWhy(source: Source): string {
  const [name = 'notes'] = ['null_result_reason'].filter(each => says(source, each));
  const said = oneLine(valuesOf(source, name)[0]?.text ?? '');
  const shown = said.length > LONG ? `${said.slice(0, LONG).trimEnd()}…` : said;
  return `“${displayTitle(source.note)}” says in \`${name}\` already: “${shown}”. Change that where it stands.`;
}

/** Claims that its hints became although it does not list them. */
function unlistedClaims({ vault }: Author, { note, text, type }: Source): FieldChange[] {
  const hints = unrecorded(vault, note, placedHints(vault, note.path, text));
  return hints.flatMap(({ promoted }) => {
    if (promoted === null) return [];
    const claim = canonicalTarget(vault, promoted, note.path);
    return [{ field: 'claims_extracted', entry: entryFor(note, type, 'claims_extracted', claim) }];
  });
}

function statusOf({ note }: Source): string | undefined {
  return textOf(note.frontmatter, 'status')?.trim().toLowerCase();
}

/** Nothing where the source says that status already. */
function processed(author: Author, source: Source, status: string): FieldChange[] {
  const { frontmatter } = source.note;
  if (statusOf(source) === status) return [];
  const domain = textOf(frontmatter, 'domain')?.trim() ?? null;
  const agent = author.agent ?? usualAgent(author.vault, claimFolder(author.vault, domain));
  const by = agent === null || says(source, 'processed_by') ? [] : [agent];
  return [
    { field: 'status', value: status },
    ...by.map(value => ({ field: 'processed_by', value })),
    { field: 'processed_date', value: author.today },
  ];
}

/** What its new state asks for and the source does not have, as a sentence. */
function lacking({ vault, today }: Author, { note, type }: Source, after: string): string | null {
  const { path } = note;
  const parsed = parseNote(path, after, vault.config.schema.relationFields);
  const [report] = incomplete.check({ vault, path, note: parsed, type, today, links: [] });
  return report?.message ?? null;
}

function finished(
  author: Author,
  { note, type, text }: Source,
  edits: readonly TextEdit[],
  label: string,
): Authored | RefusedMove {
  const { vault, read } = author;
  const to = archivePath(note.path, type);
  const own = new Map(edits.length === 0 ? [] : [[note.path, edits]]);
  const there = to === null ? undefined : fileAt(vault, to);
  if (there !== undefined) return { refused: `“${there}” is there already.` };
  if (
    to === null &&
    edits.every(({ span, newText }) => text.slice(span.start, span.end) === newText)
  )
    return { refused: `“${displayTitle(note)}” is done already.` };
  const moved = to === null ? null : rearrange(vault, new Map([[note.path, to]]), own, read);
  // A source whose links would break stays where it is.
  const kept = moved !== null && moved.lost.length === 0 ? moved.edit : null;
  return { edit: kept ?? { edits: own, creates: [], renames: [] }, label, open: null };
}
