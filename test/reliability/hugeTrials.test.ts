/** What takes longest is in a file of its own, so that it is tried beside the rest. */

import { hugeTexts } from './trials/hugeTexts';
import { hugeTextsGrowth } from './trials/hugeTextsGrowth';
import { tryGroups } from './tryGroups';

describe('reliability, of huge texts', () => tryGroups([hugeTexts, hugeTextsGrowth]));
