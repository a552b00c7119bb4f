/** Measures in one process what the growth gate compares between two sizes of vault: few seconds, processor time only. */
import { completion } from '../../server/core/features/completion/completion';
import { references } from '../../server/core/features/navigation/references';
import { checkNote } from '../../server/core/rules/check';
import { nameOf } from '../../server/core/vault/names';
import { Vault } from '../../server/core/vault/Vault';
import { TODAY } from '../support/day';
import { changesIn, type LoadedVault } from './loaded';
import { readBytes, validate } from './measureCold';
import { placesIn } from './measureLinks';
import { median, processorTime, workTime } from './quantiles';
import { makeQueries } from './queries';
import { settle } from './settle';
import { pick, random } from './titles';

/** Milliseconds of the processor, unless something else is said. */
export interface GrowthFigures {
  readonly notes: number;
  /** Listing and reading, and the cold start. */
  readonly read: number;
  readonly cold: number;
  /** Check of the whole vault. */
  readonly check: number;
  /** Kilobytes of heap and array buffers that are kept. */
  readonly kept: number;
  /** Of one of many, the middle: an edit to its delta, a completion. */
  readonly edit: number;
  readonly completion: number;
  /** Of the references of the most-linked note, each result. */
  readonly reference: number;
}

export function measureGrowth(root: string): GrowthFigures {
  const read = median(Array.from({ length: 5 }, () => readBytes(root).cpu));
  const before = kilobytes();
  const cpu = processorTime();
  const vault = new Vault();
  vault.load(changesIn(root));
  validate(vault);
  const cold = cpu();
  settle(vault);
  const kept = kilobytes() - before;
  const loaded = { vault, texts: textsOf(root) };
  const times = {
    edit: edits(loaded),
    completion: completions(loaded),
    reference: reference(loaded),
  };
  const paths = [...vault.notes()];
  const checked = processorTime();
  for (const path of paths) checkNote(vault, path, TODAY);
  return { notes: paths.length, read, cold, check: checked(), kept, ...times };
}

function textsOf(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const change of changesIn(root)) {
    if (change.kind === 'set' && 'text' in change && change.text !== null)
      texts.set(change.path, change.text);
  }
  return texts;
}

/** A word or a link more in many notes, and back. */
function edits({ vault, texts }: LoadedVault): number {
  return timed(pick([...texts], 200, random(19)), ([path, text], at) => {
    const typed = at % 2 === 0 ? `${text}\nword` : `${text}\n[[no note ${at}]]`;
    for (const each of [typed, text]) vault.apply([{ kind: 'set', path, text: each }]);
  });
}

function completions({ vault, texts }: LoadedVault): number {
  const path = 'a note being written.md';
  const queries = makeQueries([...texts.keys()].map(nameOf), 40, 23);
  const time = timed([...queries.values()].flat(), query => {
    const text = `[[${query.text}`;
    vault.apply([{ kind: 'set', path, text }]);
    completion(vault, path, text, text.length);
  });
  vault.apply([{ kind: 'remove', path }]);
  return time;
}

function reference(loaded: LoadedVault): number {
  const { vault, texts } = loaded;
  const { most } = placesIn(loaded);
  const text = texts.get(most) ?? '';
  const found = () => references(vault, most, text, 0)?.links.length ?? 0;
  // Of the very same work again and again, the shortest is what it takes.
  const times = Array.from({ length: 100 }, () => {
    const time = workTime();
    found();
    return time();
  });
  return Math.min(...times) / Math.max(1, found());
}

/** The middle of a second round: the first lets the engine compile what a server has long compiled. */
function timed<Item>(items: readonly Item[], run: (item: Item, at: number) => unknown): number {
  const round = () =>
    items.map((item, at) => {
      const time = workTime();
      run(item, at);
      return time();
    });
  round();
  return median(round());
}

function kilobytes(): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('start Node with --expose-gc');
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1000;
}
