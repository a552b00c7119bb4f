/** Every rule, in the order of the documentation. A new rule is one file and one line here. */

import { claimDuplicate } from './claim/claimDuplicate';
import { claimOrphan } from './claim/claimOrphan';
import { emptyDescription } from './claim/emptyDescription';
import { labelTitle } from './claim/labelTitle';
import { nearDuplicate } from './claim/nearDuplicate';
import { noEvidence } from './claim/noEvidence';
import { sourceMissing } from './claim/sourceMissing';
import { sourceNotLinked } from './claim/sourceNotLinked';
import { titleMismatch } from './claim/titleMismatch';
import { unansweredChallenge } from './claim/unansweredChallenge';
import { universalTitle } from './claim/universalTitle';
import { fileLong } from './file/fileLong';
import { fileName } from './file/fileName';
import { fileTwins } from './file/fileTwins';
import { unreadableNote } from './file/unreadableNote';
import { frontmatterSyntax } from './frontmatter/frontmatterSyntax';
import { futureDate } from './frontmatter/futureDate';
import { invalidDate } from './frontmatter/invalidDate';
import { invalidValue } from './frontmatter/invalidValue';
import { legacy } from './frontmatter/legacy';
import { misplaced } from './frontmatter/misplaced';
import { missingField } from './frontmatter/missingField';
import { notFirst } from './frontmatter/notFirst';
import { repeatedKey } from './frontmatter/repeatedKey';
import { unclosedBlock } from './frontmatter/unclosedBlock';
import { unknownField } from './frontmatter/unknownField';
import { unknownType } from './frontmatter/unknownType';
import { unquotedLink } from './frontmatter/unquotedLink';
import { wrongKind } from './frontmatter/wrongKind';
import { dateOrder } from './lifecycle/dateOrder';
import { incomplete } from './lifecycle/incomplete';
import { reEvaluate } from './lifecycle/reEvaluate';
import { linkAmbiguous } from './link/linkAmbiguous';
import { linkCircular } from './link/linkCircular';
import { linkMissing } from './link/linkMissing';
import { linkMissingBlock } from './link/linkMissingBlock';
import { linkMissingHeading } from './link/linkMissingHeading';
import { linkNear } from './link/linkNear';
import { linkSelf } from './link/linkSelf';
import { linkToMusing } from './link/linkToMusing';
import { linkWrongType } from './link/linkWrongType';
import { asleep } from './musing/asleep';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  frontmatterSyntax,
  repeatedKey,
  unclosedBlock,
  notFirst,
  unquotedLink,
  unknownType,
  missingField,
  wrongKind,
  invalidValue,
  invalidDate,
  futureDate,
  unknownField,
  legacy,
  misplaced,
  incomplete,
  dateOrder,
  reEvaluate,
  linkMissing,
  linkNear,
  linkAmbiguous,
  linkMissingHeading,
  linkMissingBlock,
  linkWrongType,
  linkToMusing,
  linkSelf,
  linkCircular,
  claimDuplicate,
  nearDuplicate,
  claimOrphan,
  labelTitle,
  universalTitle,
  titleMismatch,
  emptyDescription,
  noEvidence,
  unansweredChallenge,
  sourceNotLinked,
  sourceMissing,
  asleep,
  fileTwins,
  fileName,
  fileLong,
  unreadableNote,
];
