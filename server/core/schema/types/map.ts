/** A map: a note that lists the notes of a topic. */
import type { TypeForm } from '../form';
import { secondaryDomains, tags } from './shared';

export const map: TypeForm = {
  meaning: 'A note that leads through the notes of a topic.',
  folders: ['maps'],
  legacy: ['moc', 'topic-map'],
  fields: {
    description: { usual: true, meaning: 'What it leads through.' },
    domain: { kind: 'domain', usual: true, meaning: 'The field of knowledge it belongs to.' },
    agent: { kind: 'agent', meaning: 'The agent whose notes it lists.' },
    title: { meaning: 'What it is called, where the file name does not say.' },
    created: { kind: 'date', meaning: 'When the note was made.' },
    secondary_domains: secondaryDomains,
    tags,
  },
};
