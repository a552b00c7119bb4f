/** Whether an expression is as quick as promised, in words where it is not. */
import { analyse } from 'scslre';
import { attacksOn } from './attacks';
import { boundOf } from './bounded';
import { type Expression, inManifests, madeWhileLoaded, readSources } from './expressions';
import { type Slow, slowest, superLinear } from './search';

/** Milliseconds for a text as long as its bound allows. */
const MOST_WITHIN_BOUND = 25;

/** Analysis finds these, and is mistaken: what it takes to fail cannot follow, or was passed over before. */
const MISTAKEN: readonly string[] = ['^\\[\\[|[|#\\]].*$'];

let known: readonly Expression[] | null = null;

/** Every one once, however often it stands in a file. */
export function allExpressions(): readonly Expression[] {
  if (known !== null) return known;
  const all = [...readSources().literals, ...madeWhileLoaded(), ...inManifests()];
  const once = new Map(all.map(each => [`${each.file} ${each.source} ${each.flags}`, each]));
  known = [...once.values()];
  return known;
}

/** Searches adversarial texts with it. */
export function foundSlow(expression: Expression): string | null {
  const attacks = attacksOn(expression.source, expression.flags);
  const bound = boundOf(expression);
  if (bound === undefined) return saidSlow(expression, superLinear(expression, attacks));
  if (bound.atMost !== null)
    return saidSlow(expression, slowest(expression, attacks, bound.atMost, MOST_WITHIN_BOUND));
  const here = { source: `^(?:${expression.source})`, flags: expression.flags };
  return saidSlow(expression, superLinear(here, attacks));
}

/** Looks for two repeated parts that may trade characters, or one that a search enters at each place. */
export function analysedSlow({ file, source, flags }: Expression): string | null {
  if (boundOf({ file, source, flags }) !== undefined || MISTAKEN.includes(source)) return null;
  const [report] = analyse({ source, flags }).reports;
  return report === undefined
    ? null
    : `${file}: /${source}/${flags} may be slow on many “${report.character.pick}”`;
}

function saidSlow({ file, source, flags }: Expression, slow: Slow | null): string | null {
  if (slow === null) return null;
  const { attack, milliseconds } = slow;
  return `${file}: /${source}/${flags} took ${Math.round(milliseconds)} ms for ${JSON.stringify(attack)}`;
}
