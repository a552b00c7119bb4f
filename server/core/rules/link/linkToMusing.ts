/** A claim that links to a musing. */
import { displayTitle } from '../../vault/noteNames';
import type { Rule } from '../rule';
import { wrongType } from './linkWrongType';
import { shortened } from './shortened';
import { targetType } from './targetType';

export const linkToMusing: Rule = {
  code: 'link/to-musing',
  severity: 'information',
  summary: 'A claim that links to a musing.',
  docs:
    'A musing is thinking in progress: it may change its mind or be gone tomorrow, and nobody reviewed it. What a claim rests on should be ' +
    'finished: make a claim of what the musing found, and link to that. A musing may link to claims as it likes.',
  check(place) {
    if (place.type?.name !== 'claim') return [];
    return place.links.flatMap(resolved => {
      const { link, resolution } = resolved;
      if (!('path' in resolution) || targetType(place, resolved)?.name !== 'musing') return [];
      if (wrongType(place, resolved) !== null) return [];
      const note = place.vault.note(resolution.path);
      const title = shortened(note === undefined ? resolution.path : displayTitle(note));
      return [
        {
          span: link.target.span,
          message: `“${title}” is a musing, thinking in progress; a claim rests on finished notes.`,
          related: [{ path: resolution.path, message: 'The musing' }],
        },
      ];
    });
  },
  fix: () => [],
};
