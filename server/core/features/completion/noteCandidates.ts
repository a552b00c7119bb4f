/** The notes that a link can lead to, best first: those whose names fit what was typed, before that those nearby. */
import { textOf } from '../../text/frontmatter';
import type { Vault } from '../../vault/Vault';
import { COMPLETION_LIMIT } from './Completions';
import { nearbyNotes } from './nearbyNotes';

/** Which notes are wanted; excluded ones and the note itself never are. */
export interface Wanted {
  /** Names of types; any where nothing is said. */
  readonly types?: readonly string[] | undefined;
  /** Paths that stand in the list already. */
  readonly taken?: ReadonlySet<string>;
  /** Whether any character of a name can be written; in a wiki link some cannot. */
  readonly encoded?: boolean;
}

/** No link can hold these in its target. */
const UNLINKABLE = /[#|^[\]\n]/u;
/** Hits looked at: as many as the search ranks anyway, and more while few are of the right types. */
const FETCHED = 2 * COMPLETION_LIMIT;
const WIDEST = 8 * COMPLETION_LIMIT;
const FEW = 10;

export function noteCandidates(
  vault: Vault,
  path: string,
  query: string,
  wanted: Wanted,
): string[] {
  const fits = (each: string) =>
    each !== path &&
    wanted.taken?.has(each) !== true &&
    (wanted.encoded === true || !UNLINKABLE.test(each)) &&
    !vault.config.excludes(each) &&
    isOfType(vault, each, wanted.types);
  const found = query.trim() === '' ? nearbyNotes(vault, path, fits) : named(vault, query, fits);
  return found.slice(0, COMPLETION_LIMIT);
}

/** A note of no or an unknown type counts as what its folder is for; one that nothing tells of may be anything. */
function isOfType(vault: Vault, path: string, types: Wanted['types']): boolean {
  if (types === undefined) return true;
  const { schema } = vault.config;
  const written = textOf(vault.glance(path)?.frontmatter ?? null, 'type') ?? '';
  const type = schema.type(written) ?? schema.typeOfPath(path);
  return type === undefined || types.includes(type.name);
}

function named(vault: Vault, query: string, fits: (path: string) => boolean): string[] {
  for (let limit = FETCHED; ; limit *= 4) {
    const hits = vault.find(query, limit);
    const fitting = hits.filter(fits);
    if (fitting.length >= FEW || hits.length < limit || limit >= WIDEST) return fitting;
  }
}
