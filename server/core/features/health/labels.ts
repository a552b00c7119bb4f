/** What the numbers of a vault are called, for people. */
import { rules } from '../../rules/all';
import { invalidConfig } from '../settings/configFile';
import type { HealthCount, HealthSectionName } from './form';

export const sectionLabels: Readonly<Record<HealthSectionName, string>> = {
  types: 'Notes by type',
  domains: 'Notes by domain',
  confidence: 'Claims by confidence',
  argument: 'Worth a look',
  links: 'Links',
  findings: 'Findings by rule',
  sources: 'Sources by status',
  hints: 'Extraction hints',
};

interface Words {
  readonly label: string;
  /** In a sentence or less; `null` where the label says it all. */
  readonly meaning: string | null;
}

const OWN: Readonly<Record<string, Words>> = {
  orphans: said('orphans', 'Notes without a link from or to another note.'),
  weak: said(
    'weak foundations',
    'Experimental or speculative claims on which other notes rest, the most rested on first.',
  ),
  unchallenged: said(
    'never challenged',
    'Claims on which other notes rest, and against which nobody says anything.',
  ),
  're-evaluate': said(
    'to evaluate again',
    'Notes that rest on something which changed since they were last evaluated.',
  ),
  'links:found': said('found', 'Lead to one note or file by its name or path.'),
  'links:near': said('near', 'Lead to the one note that is meant, by another name than its own.'),
  'links:ambiguous': said('ambiguous', 'May mean several notes.'),
  'links:missing': said('missing', 'Lead nowhere.'),
  'status:null-result': said('null result', null),
  'type:': said('no type', null),
  'domain:': said('no domain', null),
  'confidence:': said('no confidence', null),
};

const meanings = new Map([...rules, invalidConfig].map(({ code, summary }) => [code, summary]));

export function countWords({ key, name }: Pick<HealthCount, 'key' | 'name'>): Words {
  if (Object.hasOwn(OWN, key)) return OWN[key] as Words;
  return { label: name ?? key, meaning: name === null ? null : (meanings.get(name) ?? null) };
}

function said(label: string, meaning: string | null): Words {
  return { label, meaning };
}
