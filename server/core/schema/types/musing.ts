/** A musing: thinking in progress. */
import type { TypeForm } from '../form';
import { lastUpdated, tags } from './shared';

export const musing: TypeForm = {
  meaning: 'Thinking in progress, before it is a claim.',
  folders: ['agents/<agent>/musings'],
  fields: {
    agent: { kind: 'agent', usual: true, meaning: 'The agent that thinks.' },
    title: { usual: true, meaning: 'What it is about.' },
    status: {
      kind: 'choice',
      initial: 'seed',
      usual: true,
      meaning: 'How far it has come.',
      values: {
        seed: 'A first observation or question.',
        developing: 'Being explored; evidence gathers.',
        'ready-to-extract': 'Claims could be proposed from it.',
      },
    },
    created: { kind: 'date', usual: true, meaning: 'When it was begun.' },
    updated: { ...lastUpdated, legacy: ['last_updated'] },
    tags: { ...tags, usual: true },
    purpose: { meaning: 'What it is for.' },
    toward: { meaning: 'The claims it may lead to.' },
    stage: { meaning: 'How far it has come, in words of its own.' },
  },
};
