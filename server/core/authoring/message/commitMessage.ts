/** Composes the message of a commit from what changed in the vault since the last one. */
import type { Vault } from '../../vault/Vault';
import {
  type FieldValue,
  type FieldValues,
  fillBody,
  fillLine,
  fillSubject,
  textValue,
} from './fillTemplate';
import { sourceOf, summaryOf } from './summary';
import { countOf, type Tally, tally } from './tally';
import type { WorkingChange } from './WorkingChange';
import { agentOf, domainsOf, extractorsOf } from './whoAndWhere';

export interface CommitMessage {
  readonly subject: string;
  /** The whole, without a line end behind it. */
  readonly message: string;
  readonly agent: string | null;
  /** Paths of the sources from which something was taken, or that were given up. */
  readonly sources: readonly string[];
  readonly domains: readonly string[];
  readonly claims: number;
  readonly entities: number;
  readonly enrichments: number;
  readonly revised: number;
  readonly retired: number;
  readonly nullResults: number;
}

export interface MessageRequest {
  readonly vault: Vault;
  readonly changes: Iterable<WorkingChange>;
  /** The agent that the author says to be; `null` where the changed notes have to tell. */
  readonly agent: string | null;
}

/** In a longer list the rest is counted. */
const MOST_SOURCES = 20;

export type Composed = CommitMessage | { readonly refused: string };

export function commitMessage(request: MessageRequest): Composed {
  const work = composing(request);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same note by note: yields in between, where a server may do something else. */
export function* composing({
  vault,
  changes,
  agent: said,
}: MessageRequest): Generator<null, Composed> {
  const counts = yield* tally(vault, changes);
  if (counts.worked.length === 0 && counts.notes.size === 0)
    return { refused: 'No note differs from the last commit, so there is nothing to tell.' };
  const { worked, enriched } = counts;
  const agent = said ?? agentOf(vault, counts);
  const found = {
    agent,
    sources: worked.map(({ path }) => path),
    domains: domainsOf(counts),
    claims: countOf(counts, 'add', 'claim'),
    entities: countOf(counts, 'add', 'entity'),
    enrichments: enriched.size,
    revised: countOf(counts, 'revise', 'claim'),
    retired: countOf(counts, 'retire', 'claim') + countOf(counts, 'remove', 'claim'),
    nullResults: worked.filter(({ isNull }) => isNull).length,
  };
  const format = vault.config.message;
  const values = valuesOf(found, counts, format.signatures);
  const subject = fillSubject(format.subject, values) || summaryOf(counts);
  const body = fillBody(format.body, values, listed(found.sources));
  const trailers = format.trailers.flatMap(line => fillLine(line, values) ?? []);
  const parts = [subject, body, trailers.join('\n')].filter(part => part !== '');
  return { subject, message: parts.join('\n\n'), ...found };
}

type Found = Omit<CommitMessage, 'subject' | 'message'>;

function valuesOf(
  found: Found,
  counts: Tally,
  signatures: ReadonlyMap<string, string>,
): FieldValues {
  const { agent, claims, entities, enrichments, revised, retired, nullResults } = found;
  // Where sources were read it is worth telling that nothing of a kind came of them.
  const isWork = counts.worked.length > 0;
  const count = (of: number, isTold = false): FieldValue => ({
    text: String(of),
    isEmpty: of === 0 && !isTold,
  });
  return {
    agent: textValue(agent ?? ''),
    signature: textValue(signatures.get(agent?.toLowerCase() ?? '') ?? ''),
    summary: textValue(summaryOf(counts)),
    source: textValue(sourceOf(counts)),
    sources: textValue(listed(found.sources).join(', ')),
    domain: textValue(found.domains.join(', ')),
    claims: count(claims, isWork),
    entities: count(entities, isWork),
    enrichments: count(enrichments, isWork),
    revised: count(revised),
    retired: count(retired),
    null_results: count(nullResults),
    extracted_by: textValue(extractorsOf(counts, agent).join(', ')),
  };
}

function listed(sources: readonly string[]): string[] {
  if (sources.length <= MOST_SOURCES) return [...sources];
  const rest = sources.length - MOST_SOURCES + 1;
  return [...sources.slice(0, MOST_SOURCES - 1), `${rest} more`];
}
