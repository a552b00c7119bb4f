/** A position: a public bet that can be lost. */
import type { TypeForm } from '../form';
import { created, domain, holder, lastEvaluated, secondaryDomains, tags } from './shared';

export const position: TypeForm = {
  meaning: 'A stance that an agent takes in public, and what would prove it wrong.',
  folders: ['agents/<agent>/positions'],
  fields: {
    agent: holder,
    domain,
    description: { required: true, meaning: 'The stance in one sentence.' },
    status: {
      kind: 'choice',
      initial: 'proposed',
      required: true,
      meaning: 'How far its agent is committed.',
      values: {
        proposed: 'Under review.',
        adopted: 'Accepted, not yet public.',
        active: 'Held in public.',
        closed: 'Decided, or past its time.',
      },
    },
    outcome: {
      kind: 'choice',
      initial: 'pending',
      required: true,
      meaning: 'What came of it.',
      values: {
        pending: 'Not known yet.',
        validated: 'It held.',
        invalidated: 'It did not hold.',
        mixed: 'It held in part.',
      },
    },
    confidence: {
      kind: 'choice',
      initial: 'cautious',
      required: true,
      meaning: 'How sure its agent is.',
      values: {
        high: 'It would surprise to lose.',
        moderate: 'More likely than not, with known risks.',
        cautious: 'A lean, said with its conditions.',
      },
    },
    depends_on: {
      kind: 'relation',
      list: true,
      required: true,
      prose: true,
      to: ['belief', 'claim', 'conviction'],
      edge: 'rests-on',
      meaning: 'The beliefs it derives from.',
    },
    time_horizon: { required: true, meaning: 'When it can be judged.' },
    performance_criteria: { required: true, meaning: 'What would show that it held or not.' },
    proposed_by: { required: true, meaning: 'Who proposed it.' },
    created,
    adopted: { kind: 'date', after: 'created', meaning: 'When its agent accepted it.' },
    last_evaluated: lastEvaluated,
    invalidation_criteria: { meaning: 'What would prove it wrong.' },
    public_thread: { kind: 'url', meaning: 'Where it was published.' },
    review_interval: { meaning: 'How often it is weighed again.' },
    revised: { kind: 'date', after: 'created', meaning: 'When it was rewritten.' },
    revision_reason: { meaning: 'Why it was rewritten.' },
    secondary_domains: secondaryDomains,
    tags,
  },
  requires: [
    {
      when: { status: ['proposed', 'adopted', 'active', 'closed'] },
      any: ['depends_on'],
      because: 'A position rests on one belief at least.',
    },
    {
      when: { status: ['closed'] },
      any: ['outcome'],
      not: ['pending'],
      because: 'A closed position says what came of it.',
    },
  ],
};
