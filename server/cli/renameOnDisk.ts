/** Makes and edits notes and renames a file or folder on the disk: all of it, or nothing. */

import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readlinkSync, renameSync, rmdirSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { CreatedNote } from '../core/authoring/edits/VaultEdit';
import { samePlace } from '../core/vault/samePlace';
import { Failure } from './command';
import { type CreatedFile, createFault, createNote, removeCreated } from './createNote';
import { type PreparedNote, prepareNote, writeFault, writeNote } from './writeNote';

export interface EditedNote {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Paths from the vault's root. */
export interface DiskRename {
  readonly from: string;
  readonly to: string;
}

/**
 * Throws a `Failure` that says what could not be done, and whether anything is left changed. New notes are made first
 * and `notes` written in their order: whoever ends the process in between leaves no note that names one which is not there.
 */
export function renameOnDisk(
  root: string,
  notes: readonly EditedNote[],
  rename: DiskRename | null,
  creates: readonly CreatedNote[] = [],
): void {
  // Whatever can be known beforehand, so that nothing has to be taken back.
  for (const { path } of creates) {
    const fault = createFault(root, path);
    if (fault !== null) throw new Failure(`“${path}” ${fault}: nothing was changed.`);
  }
  for (const { path, before } of notes) {
    const fault = writeFault(root, path, before);
    if (fault !== null) throw new Failure(`“${path}” ${fault}: nothing was changed.`);
  }
  const fault = rename && renameFault(root, rename);
  if (fault) throw new Failure(`${fault} Nothing was changed.`);
  const written: EditedNote[] = [];
  const created: CreatedFile[] = [];
  const prepared: PreparedNote[] = [];
  try {
    // All that takes time comes first, so that hardly any is left in which the process can be ended halfway.
    const ready = notes.map(note => {
      const each = prepareNote(root, note.path, note.before, note.after);
      if (typeof each === 'string') throw new Failure(`“${note.path}” ${each}`);
      prepared.push(each);
      return { note, commit: each.commit };
    });
    for (const { path, text } of creates) {
      const made = createNote(root, path, text);
      if (typeof made === 'string') throw new Failure(`“${path}” ${made}`);
      created.push(made);
    }
    for (const { note, commit } of ready) {
      const refused = commit();
      if (refused !== null) throw new Failure(`“${note.path}” ${refused}`);
      written.push(note);
    }
    if (rename !== null) renamed(root, rename);
  } catch (error) {
    throw new Failure(`${reasonOf(error)}: ${takenBack(root, written, created)}`);
  } finally {
    for (const each of prepared) each.discard();
  }
}

function renameFault(root: string, { from, to }: DiskRename): string | null {
  const stats = statsOf(join(root, from));
  if (stats === undefined) return `“${from}” is gone.`;
  if (stats.isSymbolicLink() && dirname(from) !== dirname(to)) {
    if (!isAbsolute(readlinkSync(join(root, from))))
      return `“${from}” is a symbolic link that would lead elsewhere from there.`;
  }
  const there = statsOf(join(root, to));
  return there === undefined || isSame(stats, there, { from, to })
    ? null
    : `“${to}” is there already.`;
}

/** Whether the file system takes both names for one file: it ignores case, or the form of accents. */
function isSame(a: Stats, b: Stats, { from, to }: DiskRename): boolean {
  return samePlace(from, to) && a.dev === b.dev && a.ino === b.ino;
}

function renamed(root: string, { from, to }: DiskRename): void {
  const [source, target] = [join(root, from), join(root, to)];
  const first = mkdirSync(dirname(target), { recursive: true });
  try {
    if (statsOf(target) === undefined) {
      renameSync(source, target);
      return;
    }
    // There is only one file, which such a system would leave as it is called.
    const between = join(dirname(source), `.claimwright-${randomBytes(6).toString('hex')}.tmp`);
    renameSync(source, between);
    try {
      renameSync(between, target);
    } catch (error) {
      renameSync(between, source);
      throw error;
    }
  } catch (error) {
    if (first !== undefined) removeEmpty(dirname(target), first);
    throw error;
  }
}

/** The folders that were made, the innermost first. */
function removeEmpty(folder: string, last: string): void {
  for (let at = folder; at.startsWith(last); at = dirname(at)) rmdirSync(at);
}

function takenBack(
  root: string,
  written: readonly EditedNote[],
  created: readonly CreatedFile[],
): string {
  const left = written
    .filter(({ path, before, after }) => writeNote(root, path, after, before) !== null)
    .map(({ path }) => `“${path}”`);
  // A note that still names a new one keeps it.
  const kept = left.length > 0 ? [...created] : created.filter(each => !removeCreated(each));
  if (left.length + kept.length === 0) return 'nothing was changed.';
  const names = [...left, ...kept.map(({ path }) => `“${path}”`)].join(', ');
  return `and these notes could not be changed back: ${names}.`;
}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return message.startsWith('EXDEV')
    ? 'The place is on another drive'
    : `The file could not be renamed (${code})`;
}

/** Of the place itself, though it is a link; `undefined` where nothing is there. */
export function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place);
  } catch {
    return undefined;
  }
}
