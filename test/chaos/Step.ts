/** What may happen at a moment of a run, and what it may happen to. */
import type { Counts } from './counts';
import type { Dice } from './Dice';
import type { Disk, Told } from './Disk';
import type { Editor } from './Editor';
import type { Texts } from './texts';

export interface Chaos {
  readonly editor: Editor;
  readonly disk: Disk;
  readonly dice: Dice;
  readonly texts: Texts;
  readonly counts: Counts;
  /** Folders of the workspace, now, and all that may be. */
  readonly folders: Set<string>;
  readonly allFolders: readonly string[];
  /** Roots of vaults, marked or not, that may be there. */
  readonly vaults: readonly string[];
  /** Events that the server is told later. */
  readonly late: Told[];
}

export interface Step {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** Returns what it did it to, for whoever looks for a fault. */
  run(chaos: Chaos): Promise<string>;
}
