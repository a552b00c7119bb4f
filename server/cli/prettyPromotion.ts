/** The report of `promote` for people: each claim as it was written, the lines of the source, and a line that sums it up. */
import type { CreatedNote } from '../core/authoring/edits/VaultEdit';
import { type Paint, visible } from './paint';
import { counted } from './pretty';
import { prettyFixes } from './prettyFix';
import type { RenamedNote } from './prettyRename';

export interface PromotionReport {
  readonly notes: readonly RenamedNote[];
  readonly creates: readonly CreatedNote[];
  /** How many claims were there already, and their source only had to list them. */
  readonly listed: number;
  readonly dryRun: boolean;
}

export function prettyPromotion(
  { notes, creates, listed, dryRun }: PromotionReport,
  paint: Paint,
): string {
  const claims = creates.map(({ path, text }) =>
    [
      paint('underline', visible(path)),
      ...text
        .split(/\r?\n/u)
        .slice(0, -1)
        .map(line => paint('green', `  + ${visible(line)}`.trimEnd())),
      '',
      '',
    ].join('\n'),
  );
  const changes = prettyFixes(
    notes.map(note => ({ ...note, fixes: [] })),
    paint,
  );
  const sums = [
    ...(creates.length > 0 || listed === 0
      ? [`${counted(creates.length, 'claim')} ${dryRun ? 'to write' : 'written'}`]
      : []),
    ...(listed > 0 ? [`${counted(listed, 'claim')} ${dryRun ? 'to list' : 'listed'}`] : []),
    ...(dryRun ? ['nothing written'] : []),
  ];
  const sum = sums.join(', ');
  return `${claims.join('')}${changes}${paint('green', sum)}\n`;
}
