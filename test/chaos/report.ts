/** What a run of chaos did and found, as a table. */
import { row } from '../reliability/document';
import type { ChaosReport } from './runChaos';

export function reportOf({ seed, counts, seconds, finding, held, longest }: ChaosReport): string {
  const [first, last] = [held[0], held.at(-1)];
  const memory = (what: 'resident' | 'kept') =>
    `${first?.[what].toFixed(0)} MB, then ${last?.[what].toFixed(0)} MB`;
  const rows: readonly (readonly [string, string | number])[] = [
    ['minutes', Math.round(seconds / 60)],
    ['seed', seed],
    ['rounds', counts.rounds],
    ['random steps', counts.steps],
    ['edits of open notes', counts.edits],
    ['changes on the disk by others', counts.external],
    ['requests', counts.requests],
    ['of them cancelled', counts.cancelled],
    ['messages without their form', counts.malformed],
    ['edits that the server sent', counts.applies],
    ['answers held against a new server', counts.answers],
    ['notes with problems held against a new server or `claimwright check`', counts.notes],
    ['memory of the process, of the same notes', memory('resident')],
    ['memory kept after garbage collection, of the same notes', memory('kept')],
    ['open files', `${first?.files}, then ${last?.files}`],
    ['threads', `${first?.threads}, then ${last?.threads}`],
    ['the longest that an answer took', `${(longest / 1000).toFixed(1)} s`],
    ['crashes, leaks and wrong answers', finding === null ? 'none' : 'FOUND'],
  ];
  const number = (value: string | number) =>
    typeof value === 'number' && value > 9999 ? value.toLocaleString('en') : String(value);
  return [
    row('what', 'how much'),
    '| --- | --- |',
    ...rows.map(([what, value]) => row(what, number(value))),
  ].join('\n');
}
