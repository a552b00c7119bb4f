/** Fields that several note types have. */
import type { FieldForm } from '../form';

export const domain = {
  kind: 'domain',
  required: true,
  meaning: 'The field of knowledge it belongs to.',
} as const satisfies FieldForm;

export const secondaryDomains = {
  kind: 'domain',
  list: true,
  meaning: 'Other domains it matters to.',
} as const satisfies FieldForm;

export const tags = {
  kind: 'tag',
  list: true,
  meaning: 'Topics to find it by.',
} as const satisfies FieldForm;

export const enrichments = {
  kind: 'relation',
  list: true,
  prose: true,
  to: ['claim'],
  edge: 'enriches',
  meaning: 'The claims it added evidence to.',
  legacy: ['enrichments_applied'],
} satisfies FieldForm;

export const holder = {
  kind: 'agent',
  required: true,
  meaning: 'The agent that holds it.',
} as const satisfies FieldForm;

export const trackedBy = {
  kind: 'agent',
  required: true,
  meaning: 'The agent that keeps it current.',
} as const satisfies FieldForm;

export const created = {
  kind: 'date',
  required: true,
  meaning: 'When the note was made.',
} as const satisfies FieldForm;

export const lastEvaluated = {
  kind: 'date',
  after: 'created',
  meaning: 'When it was last held against the evidence.',
} as const satisfies FieldForm;

export const lastUpdated = {
  kind: 'date',
  after: 'created',
  meaning: 'When it was last brought up to date.',
} as const satisfies FieldForm;
