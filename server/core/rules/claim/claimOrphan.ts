/** A claim to which no other note links. */

import { titleSpan } from '../file/titleSpan';
import type { Rule } from '../rule';

export const claimOrphan: Rule = {
  code: 'claim/orphan',
  severity: 'hint',
  summary: 'A claim to which no other note links.',
  docs:
    'Nobody comes upon a claim that no map, source, claim or belief leads to, and nothing rests on it. Add it to the map of its topic, or ' +
    'name it where it is evidence.',
  check({ vault, path, note, type }) {
    if (type?.name !== 'claim' || vault.isLinked(path)) return [];
    return [{ span: titleSpan(note), message: 'No other note links to this claim.' }];
  },
  fix: () => [],
};
