/** Fixes of many notes at once, repeated where mending one note lets another be mended. */
import { checkNote } from '../../rules/check';
import type { Finding } from '../../rules/rule';
import type { Change, Vault } from '../../vault/Vault';
import { type FixChoice, type FixedNote, fixNote, untouched } from './fixNote';

/** Notes that undo each other's fixes must come to an end. */
const VISITS = 5;

export interface FixedVault {
  /** Only notes whose text changed. */
  readonly notes: readonly FixedNote[];
  /** Findings asked for that are left in the notes. */
  readonly left: readonly Finding[];
}

export interface VaultFixing {
  readonly today: string;
  readonly choice: FixChoice;
  /** What the vault should know of a note now; it does not keep texts. */
  read(path: string): Change;
  /** Called as each note is looked at for the first time. */
  visited(): void;
}

/** The vault holds the mended texts afterwards. */
export function fixVault(
  vault: Vault,
  paths: readonly string[],
  { today, choice, read, visited }: VaultFixing,
): FixedVault {
  const chosen = new Set(paths);
  const waiting = new Set(paths);
  const visits = new Map<string, number>();
  const notes = new Map<string, FixedNote>();
  const left = new Map<string, readonly Finding[]>();
  for (const path of waiting) {
    waiting.delete(path);
    const times = (visits.get(path) ?? 0) + 1;
    visits.set(path, times);
    if (times === 1) visited();
    const found = checkNote(vault, path, today).filter(choice.wants);
    left.set(path, found);
    const note = found.length === 0 ? null : (notes.get(path) ?? newNote(vault, read(path)));
    if (note === null || times > VISITS) continue;
    const passes = fixNote(vault, note, today, choice);
    left.set(path, passes.left);
    if (passes.note.fixes.length === note.fixes.length) continue;
    notes.set(path, passes.note);
    for (const each of passes.affected) if (chosen.has(each) && each !== path) waiting.add(each);
  }
  return {
    notes: paths.flatMap(path => notes.get(path) ?? []).filter(note => note.edits.length > 0),
    left: paths.flatMap(path => left.get(path) ?? []),
  };
}

/** `null` where it cannot be read. The note may have changed since the vault was read. */
function newNote(vault: Vault, change: Change): FixedNote | null {
  vault.apply([change]);
  return change.kind === 'set' && change.text !== null ? untouched(change.path, change.text) : null;
}
