/** `claimwright stats`: how a vault stands, in numbers, and the notes behind each. */
import { placedHints } from '../core/authoring/hints/placedHints';
import { healthUnit } from '../core/features/health/form';
import { vaultHealth } from '../core/features/health/vaultHealth';
import { type Command, Failure, UsageError } from './command';
import { jsonDocument, jsonText } from './json';
import { loadVault, readConfig, textOf } from './loadVault';
import { formatOf, formatOption } from './options';
import { prettyHealthNotes, prettyStats } from './prettyStats';
import { scopeOf } from './scope';
import { pointsOf, resultOf, statsHistory } from './statsHistory';

const LIST = '`[{"key","name","count","notes"}]`, `notes` saying in how many';

export const stats: Command = {
  summary: 'show how a vault stands, in numbers',
  operands: '[VAULT]',
  description: `Counts the notes of a vault by type and domain and its claims by confidence; the links that
lead somewhere and those that do not; sources by status and open hints; findings by rule;
and what is worth a look: notes without links, claims that carry others though they are
weak or were never challenged, notes to evaluate again. Its exit status is 0.

Behind each number stands its key; --notes KEY lists the notes behind it.

--history asks git where the links of the vault led in the past: in commits chosen evenly in
time, the first and the last that changed it among them. Of merges it follows the first
parent; all states are read by the settings of today.`,
  options: {
    format: { ...formatOption, help: 'pretty (default) or json: one document' },
    notes: {
      type: 'string',
      value: 'KEY',
      help: 'list the notes behind one number, for example links:missing, weak or type:claim',
    },
    history: {
      type: 'boolean',
      help: 'count the links of past commits instead, those that led nowhere among them',
    },
    points: {
      type: 'string',
      value: 'N',
      help: 'with --history: at most so many commits (default: 12)',
    },
  },
  json: [
    {
      with: '',
      members: {
        vault: 'its path',
        notes: 'how many there are',
        types: LIST,
        domains: LIST,
        confidence: LIST,
        argument: LIST,
        links: LIST,
        findings: LIST,
        sources: LIST,
        hints: LIST,
      },
    },
    {
      with: '--notes KEY',
      members: {
        vault: 'its path',
        key: 'the KEY',
        unit: 'what `count` counts',
        notes: '`[{"file","count"}]`',
      },
    },
    {
      with: '--history',
      members: {
        vault: 'its path',
        commits: 'how many there are to choose from',
        shallow: 'whether the clone holds only the last ones',
        points:
          '`[{"commit","date","notes","links","found","near","ambiguous","missing"}]`, the oldest first',
      },
    },
  ],
  run({ values, operands, paint, today, tell }) {
    const format = formatOf(values);
    if (operands.length > 1) throw new UsageError('stats takes one operand, VAULT.');
    const { root } = scopeOf(operands);
    const points = pointsOf(values);
    if (points !== null) return { output: statsHistory(root, points, format, paint), status: 0 };
    const vault = loadVault(root, { values, tell });
    const counted = resultOf(
      vaultHealth({
        vault,
        today,
        settings: readConfig(root).findings,
        hintsOf: path => placedHints(vault, path, textOf(root, path)),
        failed: error => {
          throw error;
        },
      }),
    );
    const { health } = counted;
    const { notes: key } = values;
    if (typeof key !== 'string') {
      const { notes, sections } = health;
      const output =
        format === 'json'
          ? jsonText({ vault: root, notes, ...sections })
          : prettyStats(counted, vault, paint);
      return { output, status: 0 };
    }
    const notes = counted.notesBehind(key);
    if (notes === undefined) throw new Failure(`No number of this vault has the key “${key}”.`);
    const output =
      format === 'json'
        ? jsonDocument({ vault: root, key, unit: healthUnit(key) }, 'notes', notes.map(fileOf))
        : prettyHealthNotes(key, notes, paint);
    return { output, status: 0 };
  },
};

function fileOf({ path, count }: { path: string; count: number }) {
  return { file: path, count };
}
