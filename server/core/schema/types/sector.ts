/** A sector: who competes in a market, and where it is heading. */
import type { TypeForm } from '../form';
import { created, domain, lastUpdated, secondaryDomains, tags, trackedBy } from './shared';

export const sector: TypeForm = {
  meaning: 'A market with its players, and where it is heading.',
  folders: ['sectors/<domain>'],
  fields: {
    name: { required: true, meaning: 'What people call it.' },
    domain,
    description: { required: true, meaning: 'What competes here, and why it matters.' },
    tracked_by: trackedBy,
    status: {
      kind: 'choice',
      initial: 'emerging',
      required: true,
      meaning: 'Where it stands in its life.',
      values: ['emerging', 'growing', 'mature', 'consolidating', 'declining'],
    },
    created,
    last_updated: lastUpdated,
    secondary_domains: secondaryDomains,
    market_size: { meaning: 'How large it is, and as of when.' },
    growth_trajectory: { meaning: 'Which way it grows.' },
    regulatory_environment: { meaning: 'How regulators stand to it.' },
    tags,
  },
};
