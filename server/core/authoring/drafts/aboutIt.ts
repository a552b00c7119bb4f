/** Of what a source says of its connections, what holds for one of its claims: others may be about something else. */
import { tellingWords } from '../../vault/likeness/tellingWords';
import { nameOf } from '../../vault/names';
import { titlesOf } from '../../vault/noteNames';
import type { Vault } from '../../vault/Vault';
import type { Connection } from './connections';
import type { Relation } from './relationSaid';

/** Two that share fewer words may be about different things. */
const LEAST_SHARED = 2;

/** What the source says of the note, as a remark. */
const SAID: Readonly<Record<Relation, string>> = {
  supports: 'supported by the source',
  challenges: 'challenged by the source',
  related: 'named by the source',
};

/** Those that share no words with the claim become notes worth reading beside it. */
export function aboutIt(
  vault: Vault,
  connections: readonly Connection[],
  ...said: readonly string[]
): Connection[] {
  const words = new Set(said.flatMap(tellingWords));
  return connections.map(each => {
    const note = vault.note(each.path);
    const titles = note === undefined ? [] : titlesOf(note);
    const named = new Set([nameOf(each.path), ...titles].flatMap(tellingWords));
    const shared = [...named].filter(word => words.has(word)).length;
    if (shared >= LEAST_SHARED || each.relation === null) return each;
    return { ...each, relation: null, remark: each.remark || SAID[each.relation] };
  });
}
