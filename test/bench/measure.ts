/** Measures one vault: the core in fresh processes, then what needs a server. */
import { LEAST_NOTES } from '../../server/cache/openCache';
import { isNotePath } from '../../server/core/vault/names';
import { listFiles } from '../../server/disk';
import type { Figures, Part } from './figures';
import type { Fresh } from './fresh';
import type { ColdFigures, Cost, Index, Read, Warm } from './measureCold';
import { measureKeystrokes } from './measureKeystrokes';
import { startServer } from './measureStart';
import { measureStorms, storms } from './measureStorms';
import { median } from './quantiles';
import type { MeasuredVault } from './vaults';

export interface Options {
  readonly only: ReadonlySet<Part>;
  /** How often a cold start is measured. */
  readonly runs: number;
  /** How long an agent writes. */
  readonly seconds: number;
}

/** A checkout takes no more notes than the vault has: in a small one it is none. */
const STORMY = storms.checkedOut;

export async function measure(
  { name, size, write }: MeasuredVault,
  folder: string,
  fresh: Fresh,
  { only, runs, seconds }: Options,
): Promise<Figures> {
  const root = write(folder);
  const asked = (part: Part) => {
    if (only.has(part)) process.stderr.write(`${name}: ${part} …\n`);
    return only.has(part);
  };
  const { notes, bytes } = fresh<Read>('read', root);
  const alone = (part: Part) => asked(part) && { [part]: fresh(part, root) };
  const times = notes > 20_000 ? Math.min(2, runs) : runs;
  const core: Figures = {
    ...{ vault: name, size, notes, megabytes: bytes / 1e6 },
    ...(asked('cold') && { cold: measureCold(fresh, root, times) }),
    ...(notes >= LEAST_NOTES && asked('warm') && { warm: measureWarm(fresh, root, times) }),
    ...alone('check'),
    ...alone('edits'),
    ...alone('completion'),
    ...alone('links'),
    ...alone('titles'),
    ...alone('memory'),
    ...alone('frontmatter'),
  };
  const stormy = only.has('storms') && notes >= STORMY;
  if (!stormy && !only.has('start') && !only.has('keystroke')) return core;
  const names = [...listFiles(root)].filter(isNotePath);
  process.stderr.write(`${name}: start …\n`);
  const { figures, ...served } = await startServer(root);
  try {
    return {
      ...core,
      ...(only.has('start') && { start: figures }),
      ...(asked('keystroke') && { keystroke: await measureKeystrokes(served, names) }),
      ...(stormy &&
        asked('storms') && { storms: await measureStorms(served, names, { ...storms, seconds }) }),
    };
  } finally {
    served.client.kill();
  }
}

/** The first start leaves what the others take over. */
function measureWarm(fresh: Fresh, root: string, runs: number): Warm {
  fresh('warm', root);
  const starts = Array.from({ length: runs }, () => fresh<Warm>('warm', root));
  return {
    indexed: middle(starts.map(({ indexed }) => indexed)),
    warm: middle(starts.map(({ warm }) => warm)),
  };
}

function middle(costs: readonly Cost[]): Cost {
  return {
    time: median(costs.map(({ time }) => time)),
    cpu: median(costs.map(({ cpu }) => cpu)),
  };
}

/** Reading and indexing take turns, and the medians are told. */
function measureCold(fresh: Fresh, root: string, runs: number): ColdFigures {
  const reads: Read[] = [];
  const indexes: Index[] = [];
  for (let run = 0; run < runs; run++) {
    reads.push(fresh('read', root));
    indexes.push(fresh('index', root));
  }
  const [read] = reads;
  if (read === undefined) throw new RangeError('at least one run');
  return {
    read: { ...read, ...middle(reads) },
    indexed: middle(indexes.map(({ indexed }) => indexed)),
    cold: middle(indexes.map(({ cold }) => cold)),
    settled: middle(indexes.map(({ settled }) => settled)),
    resident: median(indexes.map(({ resident }) => resident)),
  };
}
