/** The report of `rename` for people: the lines of each note before and after, and a line that sums it up. */
import type { TextEdit } from '../core/text/span';
import { type Paint, visible } from './paint';
import { counted } from './pretty';
import { prettyFixes } from './prettyFix';
import type { DiskRename, EditedNote } from './renameOnDisk';

export interface RenamedNote extends EditedNote {
  /** Edits of `before`, in order. */
  readonly edits: readonly TextEdit[];
}

export interface RenameReport {
  readonly notes: readonly RenamedNote[];
  readonly moved: DiskRename | null;
  readonly dryRun: boolean;
}

export function prettyRename({ notes, moved, dryRun }: RenameReport, paint: Paint): string {
  const changes = prettyFixes(
    notes.map(note => ({ ...note, fixes: [] })),
    paint,
  );
  const edits = notes.reduce((sum, note) => sum + note.edits.length, 0);
  const name = moved === null ? '' : `${visible(moved.from)} → ${visible(moved.to)}`;
  const parts = [
    ...(moved === null ? [] : [paint('green', name)]),
    ...(edits === 0 ? [] : [`${counted(edits, 'edit')} in ${counted(notes.length, 'note')}`]),
  ];
  const sum = parts.length === 0 ? 'Nothing changes' : parts.join(' · ');
  return `${changes}${sum}${dryRun && parts.length > 0 ? ', nothing written' : ''}\n`;
}
