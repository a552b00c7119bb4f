/** What the bench finds out of one vault: each part is there where it was asked for. */
import type { CheckFigures, ColdFigures, Warm } from './measureCold';
import type { CompletionFigures } from './measureCompletion';
import type { EditFigures } from './measureEdits';
import type { FrontmatterFigures } from './measureFrontmatter';
import type { KeystrokeFigures } from './measureKeystrokes';
import type { LinkFigures } from './measureLinks';
import type { MemoryFigures } from './measureMemory';
import type { StartFigures } from './measureStart';
import type { StormFigures } from './measureStorms';
import type { Quantiles } from './quantiles';

export interface Figures {
  readonly vault: string;
  /** Of a generated vault, the number of notes asked for; `null` of a real one. */
  readonly size: number | null;
  readonly notes: number;
  readonly megabytes: number;
  readonly cold?: ColdFigures;
  readonly warm?: Warm;
  readonly check?: CheckFigures;
  readonly start?: StartFigures;
  readonly keystroke?: KeystrokeFigures;
  readonly edits?: Readonly<Record<string, EditFigures>>;
  readonly completion?: CompletionFigures;
  readonly links?: Readonly<Record<string, LinkFigures>>;
  readonly titles?: Readonly<Record<string, Quantiles>>;
  readonly memory?: MemoryFigures;
  readonly storms?: Readonly<Record<string, StormFigures>>;
  readonly frontmatter?: FrontmatterFigures;
}

/** What can be asked for alone; `start`, `keystroke` and `storms` need the server's process. */
export const parts = [
  ...([
    'cold',
    'warm',
    'check',
    'edits',
    'completion',
    'links',
    'titles',
    'memory',
    'frontmatter',
  ] as const),
  ...(['start', 'keystroke', 'storms'] as const),
];

export type Part = (typeof parts)[number];
