/** Times what follows links in a loaded vault, at its most-linked note and at a usual one. */

import { isRefused } from '../../server/core/authoring/edits/rearrange';
import { argumentOf } from '../../server/core/features/argument/argument';
import { stepsFrom } from '../../server/core/features/argument/callHierarchy';
import { codeLenses } from '../../server/core/features/argument/codeLens';
import { references } from '../../server/core/features/navigation/references';
import { workspaceSymbols } from '../../server/core/features/navigation/workspaceSymbols';
import { renameNote } from '../../server/core/features/rename/renameNote';
import type { LoadedVault } from './measureEdits';
import { type Quantiles, quantiles, stopwatch } from './quantiles';

export interface LinkFigures extends Quantiles {
  /** Links found, or edits made. */
  readonly size: number;
}

const ROUNDS = 100;

export function measureLinks({ vault, texts }: LoadedVault): Record<string, LinkFigures> {
  const counts = [...vault.notes()].map(path => ({ path, links: vault.backlinks(path).length }));
  counts.sort((a, b) => b.links - a.links);
  const linked = counts.filter(({ links }) => links > 0);
  const places = { most: counts[0]?.path ?? '', usual: linked[linked.length >> 1]?.path ?? '' };
  const figures: Record<string, LinkFigures> = {};
  for (const [place, path] of Object.entries(places)) {
    for (const [name, run] of Object.entries(runsAt({ vault, texts }, path))) {
      const times: number[] = [];
      let size = 0;
      for (let round = 0; round < ROUNDS * 2; round++) {
        const time = stopwatch();
        size = run();
        // The first half lets the engine compile what a server has long compiled.
        if (round >= ROUNDS) times.push(time());
      }
      figures[`${name}, ${place}`] = { ...quantiles(times), size };
    }
  }
  return figures;
}

function runsAt({ vault, texts }: LoadedVault, path: string): Record<string, () => number> {
  const text = texts.get(path) ?? '';
  const read = (each: string) => texts.get(each) ?? null;
  return {
    references: () => references(vault, path, text, 0)?.links.length ?? 0,
    lenses: () => codeLenses(vault, path, argumentOf(vault, path)).length,
    'rests on it': () => stepsFrom(vault, [path], 'up').length,
    'it rests on': () => stepsFrom(vault, [path], 'down').length,
    rename: () => {
      const note = vault.note(path);
      if (note === undefined) return 0;
      const arranged = renameNote(vault, note, 'file', 'a title of its own', false, read);
      return isRefused(arranged) ? 0 : [...arranged.edit.edits.values()].flat().length;
    },
    symbols: () => workspaceSymbols(vault, text.slice(-40)).length,
  };
}
