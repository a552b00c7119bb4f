/** Times what looks over the vault from one note, at the most-linked claim and at a usual one. */
import { isRefused } from '../../server/core/authoring/edits/rearrange';
import { argumentOf } from '../../server/core/features/argument/argument';
import { stepsFrom } from '../../server/core/features/argument/callHierarchy';
import { codeLenses } from '../../server/core/features/argument/codeLens';
import { references } from '../../server/core/features/navigation/references';
import { workspaceSymbols } from '../../server/core/features/navigation/workspaceSymbols';
import { renameNote } from '../../server/core/features/rename/renameNote';
import { nameOf } from '../../server/core/vault/names';
import type { LoadedVault } from './loaded';
import { type Quantiles, quantiles, stopwatch, workTime } from './quantiles';

export interface LinkFigures extends Quantiles {
  /** Links found, or edits made. */
  readonly size: number;
}

/** What is slow is run less often, once at least. */
const ROUNDS = 60;
const BUDGET = 1500;

export function measureLinks(loaded: LoadedVault): Record<string, LinkFigures> {
  const places = placesIn(loaded);
  const figures: Record<string, LinkFigures> = {};
  for (const [place, path] of Object.entries(places)) {
    for (const [name, run] of Object.entries(runsAt(loaded, path))) {
      // The first round lets the engine compile what a server has long compiled.
      rounds(run);
      figures[`${name}, ${place}`] = rounds(run);
    }
  }
  return figures;
}

/** The most-linked note, and that in the middle of all that are linked at all. */
export function placesIn({ vault }: LoadedVault): {
  readonly most: string;
  readonly usual: string;
} {
  const counts = [...vault.notes()].map(path => ({ path, links: vault.backlinks(path).length }));
  counts.sort((a, b) => b.links - a.links);
  const linked = counts.filter(({ links }) => links > 0);
  return { most: counts[0]?.path ?? '', usual: linked[linked.length >> 1]?.path ?? '' };
}

function rounds(run: () => number): LinkFigures {
  const times: number[] = [];
  const all = stopwatch();
  let size = 0;
  do {
    const time = workTime();
    size = run();
    times.push(time());
  } while (times.length < ROUNDS && all() < BUDGET);
  return { ...quantiles(times), size };
}

function runsAt({ vault, texts }: LoadedVault, path: string): Record<string, () => number> {
  const text = texts.get(path) ?? '';
  const read = (each: string) => texts.get(each) ?? null;
  return {
    references: () => references(vault, path, text, 0)?.links.length ?? 0,
    'rename preview': () => {
      const note = vault.note(path);
      if (note === undefined) return 0;
      const arranged = renameNote(vault, note, 'file', 'a title of its own', false, read);
      return isRefused(arranged) ? 0 : [...arranged.edit.edits.values()].flat().length;
    },
    'near-duplicates': () => vault.alikeClaims(path)?.length ?? 0,
    'titles alike': () => vault.likeClaims(nameOf(path), 5).length,
    symbols: () => workspaceSymbols(vault, nameOf(path).slice(0, 40)).length,
    lenses: () => codeLenses(vault, path, argumentOf(vault, path)).length,
    'rests on it': () => stepsFrom(vault, [path], 'up').length,
    'it rests on': () => stepsFrom(vault, [path], 'down').length,
  };
}
