/** The report of `fix --links` for people: what was repaired, then the links to decide on with what speaks for each note. */
import type { FixedNote } from '../core/features/fixes/fixNote';
import { type Paint, visible } from './paint';
import { byFile, counted, grouped, padLeft, padRight, widest } from './pretty';
import { prettyFixes } from './prettyFix';
import { shownPosition } from './range';
import type { Proposal } from './repairLinks';

export interface RepairReport {
  readonly notes: readonly FixedNote[];
  /** How many notes were looked at. */
  readonly of: number;
  readonly proposals: readonly Proposal[];
  /** Links that nothing is proposed for. */
  readonly hopeless: number;
  readonly dryRun: boolean;
}

export function prettyRepairs(report: RepairReport, paint: Paint): string {
  const { notes, proposals } = report;
  const asked = [...byFile(proposals)].map(([file, each]) =>
    [
      paint('underline', visible(file)),
      ...each.flatMap(one => rowsOf(one, each, paint)),
      '',
      '',
    ].join('\n'),
  );
  const heading = asked.length === 0 ? '' : `${paint('bold', 'To decide on')}\n\n`;
  return `${prettyFixes(notes, paint)}${heading}${asked.join('')}${summary(report, paint)}\n`;
}

function rowsOf(proposal: Proposal, all: readonly Proposal[], paint: Paint): string[] {
  const { raw, candidates } = proposal;
  const width = widest(all.map(({ range }) => shownPosition({ ...range })));
  const tier = widest(candidates.map(each => each.tier));
  const margin = ' '.repeat(width + 4);
  return [
    `  ${padLeft(shownPosition(proposal.range), width)}  ${visible(raw)}`,
    ...candidates.map(
      each =>
        `${margin}${paint(each.tier === 'possible' ? 'dim' : 'yellow', padRight(each.tier, tier))}  ${visible(each.path)}  ${paint('dim', visible(each.why))}`,
    ),
  ];
}

function summary({ notes, of, proposals, hopeless, dryRun }: RepairReport, paint: Paint): string {
  const repaired = notes.reduce((sum, note) => sum + note.fixes.length, 0);
  const where = `in ${grouped(notes.length)} of ${counted(of, 'note')}`;
  const done = `${counted(repaired, 'link')} ${dryRun ? 'to repair' : 'repaired'}`;
  const parts =
    repaired === 0
      ? [`${counted(of, 'note')}, no link to repair safely`]
      : [`${paint('green', done)} ${where}${dryRun ? ', nothing written' : ''}`];
  if (proposals.length > 0)
    parts.push(paint('yellow', `${grouped(proposals.length)} to decide on`));
  if (hopeless > 0) parts.push(`${grouped(hopeless)} that no note is like`);
  return parts.join(' · ');
}
