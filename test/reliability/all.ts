/** Every group of trials, as they follow each other in the document. */
import type { TrialGroup } from './trial';

export const groups: readonly TrialGroup[] = [];
