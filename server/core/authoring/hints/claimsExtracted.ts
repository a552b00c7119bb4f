/** Which of the claims that a source lists as made from it answers which of its hints. */
import type { Note } from '../../text/parseNote';
import { tellingWords } from '../../vault/likeness/tellingWords';
import { nameOf, slugOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { Hint } from './Hint';
import { noteType } from './noteType';

/** Comparing costs the product of both. */
const FEW = 48;
/** Two that share less speak of different things. */
const LEAST = 0.4;
/** Longer than any title. */
const LENGTH = 600;

interface Pair {
  readonly hint: number;
  readonly claim: number;
  readonly likeness: number;
}

/** For each hint the path of its claim, or `null`; each entry of `claims_extracted` answers one hint. */
export function claimsExtracted(
  vault: Vault,
  note: Note,
  hints: readonly (Hint | null)[],
): (string | null)[] {
  const claims = listed(vault, note);
  const answers: (string | null)[] = hints.map(() => null);
  const taken = new Set<number>();
  const bySlug = new Map<string, number>();
  for (const [at, path] of claims.entries())
    for (const slug of vault.slugsOf(path)) if (!bySlug.has(slug)) bySlug.set(slug, at);
  for (const [at, hint] of hints.entries()) {
    const claim =
      hint === null || hint.kind === 'enrichment' ? undefined : bySlug.get(slugOf(hint.text));
    if (claim === undefined) continue;
    taken.add(claim);
    answers[at] = claims[claim] ?? null;
  }
  for (const { hint, claim } of likely(vault, claims, hints)) {
    if (answers[hint] !== null || taken.has(claim)) continue;
    taken.add(claim);
    answers[hint] = claims[claim] ?? null;
  }
  return answers;
}

function listed(vault: Vault, { links, path }: Note): string[] {
  const paths = links.flatMap(link => {
    if (link.field !== 'claims_extracted') return [];
    const resolution = vault.resolve(link, path);
    if (resolution.kind !== 'found' && resolution.kind !== 'near') return [];
    return noteType(vault, resolution.path)?.name === 'claim' ? [resolution.path] : [];
  });
  return [...new Set(paths)];
}

/** The likeliest first. */
function likely(vault: Vault, claims: readonly string[], hints: readonly (Hint | null)[]): Pair[] {
  const names = claims.slice(0, FEW).map(path => namesOf(vault, path).map(meaning));
  const pairs: Pair[] = [];
  for (const [at, hint] of hints.slice(0, FEW).entries()) {
    if (hint === null || hint.kind === 'enrichment') continue;
    const said = meaning(hint.text);
    for (const [claim, each] of names.entries()) {
      const likeness = Math.max(0, ...each.map(name => likenessOf(said, name)));
      if (likeness >= LEAST) pairs.push({ hint: at, claim, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.hint - b.hint || a.claim - b.claim);
}

function namesOf(vault: Vault, path: string): string[] {
  const note = vault.note(path);
  return [nameOf(path), ...(note === undefined ? [] : titlesOf(note))];
}

function meaning(text: string): ReadonlySet<string> {
  return new Set(tellingWords(text.slice(0, LENGTH)));
}

/** Of the words of the one that says less, how many the other has too; short ones have to share nearly all. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const fewer = Math.min(a.size, b.size);
  return fewer === 0 || shared < 2 ? 0 : shared / fewer;
}
