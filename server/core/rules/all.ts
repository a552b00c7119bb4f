/** Every rule, in the order of the documentation. A new rule is one file and one line here. */
import { frontmatterSyntax } from './frontmatterSyntax';
import { invalidDate } from './invalidDate';
import { invalidValue } from './invalidValue';
import { linkAmbiguous } from './linkAmbiguous';
import { linkMissing } from './linkMissing';
import { linkNear } from './linkNear';
import { missingField } from './missingField';
import { repeatedKey } from './repeatedKey';
import type { Rule } from './rule';
import { unclosedBlock } from './unclosedBlock';
import { unknownType } from './unknownType';
import { unreadableNote } from './unreadableNote';

export const rules: readonly Rule[] = [
  frontmatterSyntax,
  repeatedKey,
  unclosedBlock,
  unknownType,
  missingField,
  invalidValue,
  invalidDate,
  linkMissing,
  linkNear,
  linkAmbiguous,
  unreadableNote,
];
