/** Every group of trials, as they follow each other in the document. */
import type { TrialGroup } from './trial';
import { diskClock } from './trials/diskClock';
import { diskFaults } from './trials/diskFaults';
import { diskKilled } from './trials/diskKilled';
import { editorGit } from './trials/editorGit';
import { editorWords } from './trials/editorWords';
import { executable } from './trials/executable';
import { fileNames } from './trials/fileNames';
import { filesKinds } from './trials/filesKinds';
import { filesMany } from './trials/filesMany';
import { filesMoving } from './trials/filesMoving';
import { hugeTexts } from './trials/hugeTexts';
import { hugeTextsGrowth } from './trials/hugeTextsGrowth';
import { outsideCommands } from './trials/outsideCommands';
import { outsideServer } from './trials/outsideServer';
import { regex } from './trials/regex';
import { strangeTexts } from './trials/strangeTexts';
import { yaml } from './trials/yaml';

export const groups: readonly TrialGroup[] = [
  executable,
  yaml,
  hugeTexts,
  hugeTextsGrowth,
  strangeTexts,
  fileNames,
  filesKinds,
  filesMoving,
  filesMany,
  outsideServer,
  outsideCommands,
  diskFaults,
  diskKilled,
  diskClock,
  editorWords,
  editorGit,
  regex,
];
