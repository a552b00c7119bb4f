/** Every rule, in the order of the documentation. A new rule is one file and one line here. */

import { claimDuplicate } from './claimDuplicate';
import { claimOrphan } from './claimOrphan';
import { dateOrder } from './dateOrder';
import { fileLong } from './fileLong';
import { fileName } from './fileName';
import { fileTwins } from './fileTwins';
import { frontmatterSyntax } from './frontmatterSyntax';
import { futureDate } from './futureDate';
import { incomplete } from './incomplete';
import { invalidDate } from './invalidDate';
import { invalidValue } from './invalidValue';
import { legacy } from './legacy';
import { linkAmbiguous } from './linkAmbiguous';
import { linkCircular } from './linkCircular';
import { linkMissing } from './linkMissing';
import { linkMissingBlock } from './linkMissingBlock';
import { linkMissingHeading } from './linkMissingHeading';
import { linkNear } from './linkNear';
import { linkSelf } from './linkSelf';
import { linkToMusing } from './linkToMusing';
import { linkWrongType } from './linkWrongType';
import { misplaced } from './misplaced';
import { missingField } from './missingField';
import { notFirst } from './notFirst';
import { repeatedKey } from './repeatedKey';
import type { Rule } from './rule';
import { unclosedBlock } from './unclosedBlock';
import { unknownField } from './unknownField';
import { unknownType } from './unknownType';
import { unquotedLink } from './unquotedLink';
import { unreadableNote } from './unreadableNote';
import { wrongKind } from './wrongKind';

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
  claimOrphan,
  fileTwins,
  fileName,
  fileLong,
  unreadableNote,
];
