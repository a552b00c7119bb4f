/** Every kind of fault. A new one is an entry in the list of its family. */
import { dateFaults } from './dateFaults';
import type { Fault } from './Fault';
import { keyFaults } from './keyFaults';
import { lifecycleFaults } from './lifecycleFaults';
import { linkFaults } from './linkFaults';
import { structureFaults } from './structureFaults';
import { syntaxFaults } from './syntaxFaults';
import { typeFaults } from './typeFaults';
import { valueFaults } from './valueFaults';

export const faults: readonly Fault[] = [
  ...syntaxFaults,
  ...structureFaults,
  ...linkFaults,
  ...typeFaults,
  ...keyFaults,
  ...valueFaults,
  ...dateFaults,
  ...lifecycleFaults,
];
