/**
 * The growth gate: ratios that must not get worse, measured on two small generated vaults. No time is held to anything:
 * machines differ. `node --import tsx test/bench/gate.ts` prints the figures of ten runs, to set the bars by.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshProcesses } from './fresh';
import type { GrowthFigures } from './measureGrowth';
import { writeVault } from './vaults';

const SIZES = { small: 1000, large: 4000 } as const;

interface Gate {
  readonly bar: number;
  readonly of: (large: GrowthFigures, small: GrowthFigures) => number;
}

/**
 * Each bar is the worst of ten runs on a machine that was busy with other things, and a third more, of memory, which hardly
 * varies, a tenth. What grows with the vault grows fourfold here.
 */
export const gates: Readonly<Record<string, Gate>> = {
  'cold start / read': { bar: 95, of: large => large.cold / large.read },
  'check of the whole vault / cold start': { bar: 0.95, of: large => large.check / large.cold },
  'kilobytes kept a note': { bar: 8, of: large => large.kept / large.notes },
  // Warming up the runtime makes notes of a small vault dear.
  'cold start a note, growth': { bar: 0.95, of: growth(each => each.cold / each.notes) },
  'kept a note, growth': { bar: 0.85, of: growth(each => each.kept / each.notes) },
  'edit, growth': { bar: 1.6, of: growth(each => each.edit) },
  'completion, growth': { bar: 2.5, of: growth(each => each.completion) },
  'reference a result, growth': { bar: 2.3, of: growth(each => each.reference) },
};

function growth(of: (figures: GrowthFigures) => number): Gate['of'] {
  return (large, small) => of(large) / of(small);
}

/** Measures both vaults, each in a process of its own, as often as it is asked. */
export function gate(): { run: () => Record<string, number>; end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'claimwright-gate-'));
  const fresh = freshProcesses(folder);
  const [small, large] = [SIZES.small, SIZES.large].map(size =>
    writeVault(join(folder, String(size)), size),
  );
  const measured = (vault = '') => fresh<GrowthFigures>('growth', vault);
  return {
    run: () => {
      const figures = [measured(large), measured(small)] as const;
      return Object.fromEntries(
        Object.entries(gates).map(([name, { of }]) => [name, of(...figures)]),
      );
    },
    end: () => rmSync(folder, { recursive: true }),
  };
}

/** One line a run, as it ends. */
function tenRuns(): void {
  const { run, end } = gate();
  const line = (cells: readonly unknown[]) => console.log(cells.join('\t'));
  line(Object.keys(gates));
  line(Object.values(gates).map(({ bar }) => bar));
  for (let at = 0; at < 10; at++) line(Object.values(run()).map(figure => figure.toFixed(2)));
  end();
}

if (process.argv[1] === import.meta.filename) tenRuns();
