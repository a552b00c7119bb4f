/** A claim: one arguable sentence. */
import type { TypeForm } from '../form';
import { domain, enrichments, secondaryDomains, tags } from './shared';

export const claim: TypeForm = {
  meaning: 'One arguable sentence: “This note argues that” and its title make a sentence.',
  folders: ['domains/<domain>', 'core/<domain>', 'foundations/<domain>'],
  fields: {
    domain: { ...domain, legacy: ['domains'] },
    description: {
      required: true,
      meaning: 'One sentence that adds to the title.',
    },
    confidence: {
      kind: 'choice',
      initial: 'experimental',
      required: true,
      meaning: 'How well the evidence carries it.',
      values: {
        proven: 'It was tested and held; strong evidence from several sides.',
        likely: 'Good evidence that most who know the field accept.',
        experimental: 'First evidence; still being weighed.',
        speculative: 'Reasoning with little evidence yet.',
      },
    },
    source: {
      required: true,
      meaning: 'Who proposed it, and the main evidence.',
      legacy: ['sources'],
    },
    created: {
      kind: 'date',
      required: true,
      meaning: 'When it was added.',
      legacy: ['date_claimed'],
    },
    last_evaluated: {
      kind: 'date',
      after: 'created',
      meaning: 'When it was last held against new evidence.',
    },
    title: { meaning: 'The claim as a full sentence, where the file name is a slug.' },
    agent: { kind: 'agent', meaning: 'The agent that wrote it.' },
    scope: {
      kind: 'choice',
      open: true,
      meaning: 'What sort of claim it is.',
      values: ['causal', 'correlational', 'functional', 'structural'],
    },
    sourcer: { meaning: 'Who brought the source.' },
    secondary_domains: secondaryDomains,
    depends_on: {
      kind: 'relation',
      list: true,
      prose: true,
      to: ['claim', 'source', 'entity', 'conviction'],
      meaning: 'Evidence and claims that it rests on.',
    },
    supports: {
      kind: 'relation',
      list: true,
      to: ['claim', 'belief', 'position'],
      meaning: 'Claims that it makes stronger.',
    },
    challenges: {
      kind: 'relation',
      list: true,
      to: ['claim', 'belief', 'position', 'conviction'],
      meaning: 'Claims that it speaks against.',
    },
    challenged_by: {
      kind: 'relation',
      list: true,
      prose: true,
      to: ['claim', 'source', 'entity'],
      meaning: 'Evidence and claims that speak against it.',
    },
    related: {
      kind: 'relation',
      list: true,
      to: ['claim'],
      meaning: 'Claims worth reading beside it.',
      legacy: ['related_claims', 'related_to'],
    },
    supersedes: {
      kind: 'relation',
      list: true,
      to: ['claim'],
      meaning: 'Claims that it replaces.',
    },
    superseded_by: {
      kind: 'relation',
      to: ['claim'],
      meaning: 'The claim that replaces it.',
    },
    tradition: { meaning: 'The school of thought that it comes from.' },
    attribution: { kind: 'map', meaning: 'Who did what for it, role by role.' },
    tags,
    status: {
      kind: 'choice',
      open: true,
      meaning: 'Where it stands, unless it simply holds.',
      values: { retired: 'It no longer holds, or another claim replaces it; the note says why.' },
    },
    revised: { kind: 'date', after: 'created', meaning: 'When it was rewritten.' },
    revision_reason: { meaning: 'Why it was rewritten.' },
    enrichments,
    claim_id: { meaning: 'A name for programs.' },
    processed_date: { kind: 'date', meaning: 'When it was taken out of its source.' },
    extraction_notes: { meaning: 'What whoever extracted it remarked.' },
    date_occurred: { kind: 'date', meaning: 'When what it speaks of happened.' },
  },
};
