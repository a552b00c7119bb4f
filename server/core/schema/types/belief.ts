/** A belief: how an agent reads the claims. */
import type { TypeForm } from '../form';
import { created, domain, holder, lastEvaluated, secondaryDomains, tags } from './shared';

export const belief: TypeForm = {
  meaning: 'A premise that an agent holds, and the claims that it rests on.',
  folders: ['agents/<agent>/beliefs'],
  fields: {
    agent: holder,
    domain,
    description: { required: true, meaning: 'What it does in the view of the world of its agent.' },
    level: {
      kind: 'choice',
      initial: 'hypothesis',
      required: true,
      meaning: 'How much rests on it.',
      values: {
        axiom: 'The whole view would change without it: it needs five claims.',
        belief: 'Held with confidence and used every day: it needs three claims.',
        hypothesis: 'A promising pattern under test: it needs one claim.',
        unconvinced: 'An argument known and not bought; it needs no claims.',
      },
    },
    confidence: {
      kind: 'choice',
      meaning: 'How firmly it is held within its level.',
      values: {
        strong: 'Little would change it.',
        moderate: 'Held, with doubts that are named.',
        developing: 'Still taking shape.',
      },
    },
    depends_on: {
      kind: 'relation',
      list: true,
      required: true,
      prose: true,
      to: ['claim', 'conviction'],
      edge: 'rests-on',
      meaning: 'The claims it rests on; how many depends on its level.',
    },
    created,
    last_evaluated: { ...lastEvaluated, required: true },
    status: {
      kind: 'choice',
      initial: 'active',
      required: true,
      meaning: 'Whether it is held now.',
      values: {
        active: 'Held.',
        under_review: 'A claim under it changed, so it is weighed again.',
        revised: 'Rewritten after such a review.',
        abandoned: 'No longer held.',
      },
    },
    secondary_domains: secondaryDomains,
    load_bearing: { kind: 'boolean', meaning: 'Whether other beliefs and positions rest on it.' },
    promoted_from: { meaning: 'Its level before it rose.' },
    promoted_date: { kind: 'date', after: 'created', meaning: 'When it rose.' },
    demoted_from: { meaning: 'Its level before it fell.' },
    demoted_date: { kind: 'date', after: 'created', meaning: 'When it fell.' },
    promotion_evidence: { meaning: 'What made the level change.' },
    tags,
  },
  requires: [
    {
      when: { level: ['axiom'] },
      any: ['depends_on'],
      least: 5,
      because: 'An axiom rests on five claims at least.',
    },
    {
      when: { level: ['belief'] },
      any: ['depends_on'],
      least: 3,
      because: 'A belief of this level rests on three claims at least.',
    },
    {
      when: { level: ['hypothesis'] },
      any: ['depends_on'],
      because: 'A hypothesis rests on one claim at least.',
    },
  ],
};
