/** A conviction: an assertion staked on somebody's name instead of evidence. */
import type { TypeForm } from '../form';
import { created, domain, secondaryDomains, tags } from './shared';

export const conviction: TypeForm = {
  meaning: 'An assertion that somebody stakes their reputation on.',
  folders: ['convictions'],
  fields: {
    domain,
    description: { required: true, meaning: 'One sentence that adds to the title.' },
    staked_by: { required: true, meaning: 'Who stakes their reputation.' },
    stake: {
      kind: 'choice',
      initial: 'medium',
      required: true,
      meaning: 'How much is at stake.',
      values: {
        high: 'It would be a shock to be wrong.',
        medium: 'Firmly believed, open to evidence.',
      },
    },
    created,
    secondary_domains: secondaryDomains,
    horizon: { meaning: 'When it can be judged.' },
    falsified_by: { meaning: 'What would change the mind of whoever stakes.' },
    tags,
  },
};
