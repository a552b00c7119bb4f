/** The hints of notes as they are now: each note is read once until something changes. */
import { typeOf } from '../core/authoring/drafts/typeOf';
import type { PlacedHint } from '../core/authoring/hints/Hint';
import { placedHints } from '../core/authoring/hints/placedHints';
import type { Note } from '../core/text/parseNote';
import type { OpenVault } from './OpenVault';

interface Known {
  /** Of the vault: another note may have become what a hint names. */
  readonly revision: number;
  readonly hints: readonly PlacedHint[];
}

const known = new WeakMap<Note, Known>();

/** Types whose notes may hold hints: no other is read. */
const HOLDERS: ReadonlySet<string> = new Set(['source', 'musing']);

/** In the order of the text; none where there is no such note. */
export function knownHints(vault: OpenVault, path: string): readonly PlacedHint[] {
  const { index } = vault;
  const note = index.note(path);
  if (note === undefined || !mayHoldHints(vault, path)) return [];
  const { revision } = index;
  const before = known.get(note);
  if (before?.revision === revision) return before.hints;
  const text = vault.text(path);
  const hints = text === null ? [] : placedHints(index, path, text);
  known.set(note, { revision, hints });
  return hints;
}

function mayHoldHints({ index }: OpenVault, path: string): boolean {
  const type = typeOf(index, path) ?? index.config.schema.typeOfPath(path);
  return type !== undefined && HOLDERS.has(type.name);
}
