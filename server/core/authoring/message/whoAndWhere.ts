/** Whose change it is and which domains it is about, as far as the changed notes tell. */
import { textOf } from '../../text/frontmatter';
import { folderOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import { usualAgent } from '../drafts/agentOf';
import { pathOf } from './NotePair';
import type { NoteState } from './NoteState';
import type { Tally } from './tally';

/**
 * Whom more than half of the notes name that name anybody, of what is new, else of what changed; where none does, who
 * writes the claims of those folders.
 */
export function agentOf(vault: Vault, counts: Tally): string | null {
  const [fresh, changed] = [['add'] as const, ['enrich', 'revise', 'retire'] as const].map(steps =>
    steps
      .flatMap(step => [...(counts.notes.get(step)?.values() ?? [])].flat())
      .flatMap(({ after }) => after ?? []),
  );
  const named = (states: readonly NoteState[] = []) =>
    states.flatMap(each => fieldIn(each, 'agent'));
  const news = [...named(fresh), ...processors(counts)];
  const words = news.length > 0 ? news : named(changed);
  if (words.length === 0) return agentOfFolders(vault, [...(fresh ?? []), ...(changed ?? [])]);
  const found = mostOf(words.map(word => word.toLowerCase()));
  if (found === null) return null;
  const known = vault.vocabulary.known('agent');
  return known.find(each => each.toLowerCase() === found) ?? found;
}

/** `null` where they differ. */
function agentOfFolders(vault: Vault, states: readonly NoteState[]): string | null {
  const claims = states.filter(({ type }) => type === 'claim');
  const folders = new Set(claims.map(({ path }) => folderOf(path)));
  const agents = new Set([...folders].map(folder => usualAgent(vault, folder)));
  const [agent = null, ...others] = agents;
  return others.length === 0 ? agent : null;
}

/** Who took something out of the sources; whoever makes the change where they do not tell. */
export function extractorsOf(counts: Tally, agent: string | null): string[] {
  if (counts.worked.length === 0) return [];
  // Some write the name with a capital.
  const told = new Map(processors(counts).map(word => [word.toLowerCase(), word]));
  return told.size > 0 ? [...told.values()] : agent === null ? [] : [agent];
}

/** Of what is new and of the sources, else of all that changed; the most named first. */
export function domainsOf({ worked, notes, enriched }: Tally): string[] {
  const all = [...notes].flatMap(([step, byType]) =>
    [...byType].flatMap(([type, pairs]) => pairs.map(pair => ({ step, type, pair }))),
  );
  const isOutcome = ({ step, type, pair }: (typeof all)[number]) =>
    (step === 'add' && (type === 'claim' || type === 'entity')) || enriched.has(pathOf(pair));
  const outcome = all.filter(isOutcome);
  const chosen = worked.length + outcome.length > 0 ? outcome : all;
  const states = [...worked, ...chosen].map(({ pair }) => pair.after ?? pair.before);
  const counts = new Map<string, number>();
  for (const state of states) {
    const domain = state?.domain ?? null;
    if (domain !== null) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([domain]) => domain);
}

/** Whom the sources newly name. */
function processors({ worked }: Tally): string[] {
  return worked.flatMap(({ pair: { before, after } }) => {
    const now = after === null ? [] : fieldIn(after, 'processed_by');
    const was = before === null ? [] : fieldIn(before, 'processed_by');
    return now.filter(word => !was.includes(word));
  });
}

function fieldIn({ note }: NoteState, name: string): string[] {
  const text = textOf(note.frontmatter, name)?.trim();
  return text === undefined ? [] : [text];
}

function mostOf(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const found = [...counts].find(([, count]) => 2 * count > words.length);
  return found?.[0] ?? null;
}
