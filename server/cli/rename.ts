/** `claimwright rename`: gives a note, a file or a folder another name or place, and has every link follow. */

import { type Arranged, isRefused } from '../core/authoring/edits/rearrange';
import { upToDate } from '../core/authoring/edits/upToDate';
import { moveFiles } from '../core/features/rename/moveFiles';
import { moveNote } from '../core/features/rename/moveNote';
import { isLonger, refusal, renameNote } from '../core/features/rename/renameNote';
import { lineStarts, rangeOf } from '../core/text/lines';
import { applyEdits } from '../core/text/span';
import { fileNameOf, PORTABLE_BYTES } from '../core/vault/fileName';
import { baseOf, byteLength, folderOf } from '../core/vault/names';
import { samePlace } from '../core/vault/samePlace';
import type { Vault } from '../core/vault/Vault';
import { readChange } from '../disk';
import { type Command, Failure, UsageError } from './command';
import { jsonLists } from './json';
import { loadVault } from './loadVault';
import { onePerFile } from './onePerFile';
import { formatOf, formatOption } from './options';
import { prettyRename, type RenamedNote } from './prettyRename';
import { type DiskRename, renameOnDisk } from './renameOnDisk';
import { knownPath, type New, newOf, type Old, oldOf, placeFault } from './renameOperands';

export const rename: Command = {
  summary: 'rename or move a note, a file or a folder, and keep every link',
  operands: 'OLD NEW',
  description: `Renames or moves a note, another file or a folder of a vault, and rewrites every link that
would break, in the way in which its author wrote it. Prints the edits it made. Either all
of it is done or nothing; no file is ever overwritten.

OLD is a path, from here or from the root of the vault. NEW without a slash is a new name
in the same folder: of a note its title, from which the file name is made, and the title
and first heading go with it where they said the same. NEW with a slash is a path, or a
folder to move into.`,
  options: {
    format: formatOption,
    'dry-run': { type: 'boolean', help: 'print the edits and change nothing' },
    title: {
      type: 'string',
      value: 'TITLE',
      help: 'of a note: what it is called; NEW names its file',
    },
    short: { type: 'boolean', help: 'of a note: NEW is the title, the file gets a short name' },
  },
  json: [
    {
      with: '',
      members: {
        edits: '`[{"file","range","newText"}]`, ranges in the text as it was',
        creates: 'always empty',
        renames: '`[{"from","to"}]`',
      },
    },
  ],
  run({ values, operands, paint, tell }) {
    const format = formatOf(values);
    const [first, second, ...rest] = operands;
    if (first === undefined || second === undefined || rest.length > 0)
      throw new UsageError('rename takes two operands, OLD and NEW.');
    const title = typeof values['title'] === 'string' ? values['title'] : null;
    const short = values['short'] === true;
    if (short && title !== null) throw new UsageError('--short and --title do not go together.');
    const found = oldOf(first);
    const { root } = found;
    const vault = loadVault(root, { values, tell });
    const old: Old = { ...found, path: knownPath(vault, found.path) };
    const texts = new Map<string, string | null>();
    const refresh = (path: string) => {
      const change = readChange(root, path);
      vault.apply([change]);
      texts.set(path, change.kind === 'set' ? change.text : null);
    };
    const read = (path: string) => {
      if (!texts.has(path)) refresh(path);
      return texts.get(path) ?? null;
    };
    const to = newOf(vault, old, second);
    const arranged = upToDate(() => arrange(vault, old, to, { title, short }, read), refresh);
    if (isRefused(arranged))
      throw new Failure(
        `${arranged.refused}${arranged.short ? ' --short gives it a shorter one.' : ''}`,
      );
    const { edit, lost } = arranged;
    for (const { path, link } of lost)
      tell(`The link to “${link.target.written}” in “${path}” leads nowhere after this.`);
    const moved = movedBy(vault, old, to, edit.renames);
    if (moved !== null && isLonger(moved.from, moved.to)) tell(longName(moved.to));
    const edited = [...edit.edits].map(([path, edits]): RenamedNote => {
      const before = read(path) ?? '';
      return { path, before, after: applyEdits(before, edits), edits };
    });
    const notes = onePerFile(root, edited);
    const dryRun = values['dry-run'] === true;
    if (!dryRun) renameOnDisk(root, notes, moved);
    const report = { notes, moved, dryRun };
    return {
      output: format === 'json' ? jsonOf(notes, moved) : prettyRename(report, paint),
      status: 0,
    };
  },
};

interface Asked {
  readonly title: string | null;
  readonly short: boolean;
}

function arrange(
  vault: Vault,
  old: Old,
  to: New,
  { title, short }: Asked,
  read: (path: string) => string | null,
): Arranged {
  const { path: from } = old;
  const note = vault.note(from);
  if (note === undefined && (title !== null || short))
    throw new UsageError('Only a note has a title.');
  if (note !== undefined && 'title' in to) {
    if (title === null) return renameNote(vault, note, 'file', to.title, short, read);
    const extension = from.slice(from.lastIndexOf('.'));
    const name = `${fileNameOf(to.title)}${extension}`;
    const folder = folderOf(from);
    return moveNote(vault, note, folder === '' ? name : `${folder}/${name}`, title, read);
  }
  if (short) throw new UsageError('--short goes with a title, not with a path.');
  const path = 'path' in to ? to.path : to.title;
  const fault = placeFault(old, path);
  if (fault !== null) return { refused: fault };
  if (note !== undefined && title !== null) return moveNote(vault, note, path, title, read);
  const refused = vault.has(from) ? refusal(vault, from, path) : folderRefusal(vault, from, path);
  return refused ?? moveFiles(vault, [{ from, to: path }], read);
}

function folderRefusal(vault: Vault, from: string, to: string): Arranged | null {
  if (to.startsWith(`${from}/`)) return { refused: 'A folder cannot go into itself.' };
  return vault.tree.isFolder(to) && !samePlace(from, to)
    ? { refused: `There is a folder \`${to}\` already.` }
    : null;
}

/** A folder goes as a whole, with what of it is no part of the vault. */
function movedBy(
  vault: Vault,
  { path }: Old,
  to: New,
  renames: readonly DiskRename[],
): DiskRename | null {
  if (vault.has(path)) return renames[0] ?? null;
  return 'path' in to && to.path !== path ? { from: path, to: to.path } : null;
}

function longName(path: string): string {
  return `The file name takes ${byteLength(baseOf(path))} bytes; encrypted and some network drives hold ${PORTABLE_BYTES}. --short gives it a shorter one.`;
}

function jsonOf(notes: readonly RenamedNote[], moved: DiskRename | null): string {
  const edits = notes.flatMap(({ path, before, edits: each }) => {
    const lines = lineStarts(before);
    return each.map(({ span, newText }) => ({ file: path, range: rangeOf(lines, span), newText }));
  });
  return jsonLists({ edits, creates: [], renames: moved === null ? [] : [moved] });
}
