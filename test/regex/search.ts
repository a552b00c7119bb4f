/** Whether an expression takes longer than in proportion to look through adversarial texts, in processor time. */
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import type { Attack } from './attacks';
import type { Expression } from './expressions';

export interface Slow {
  readonly attack: Attack;
  readonly milliseconds: number;
}

type Searched = Pick<Expression, 'source' | 'flags'>;

/** UTF-16 units: on few of them does what is exponential already not end. */
const [TINY, SHORT, LONG] = [60, 8000, 32_000];
/** Milliseconds that a linear search of the short text hardly takes; what takes longer is looked at again. */
const QUICK = 1.5;
/** Four times the text takes a linear search four times as long, a quadratic one 16 times. */
const MOST_GROWTH = 8;

/** Nothing else stops an expression that has begun: a context with a time limit does. */
const SCRIPT = new vm.Script(`
  state.at = -1;
  for (let at = 0; at < attacks.length; at += 1) {
    const { before, pump, behind } = attacks[at];
    const text = before + pump.repeat(Math.ceil(size / pump.length)) + behind;
    state.at = at;
    state.spent = Infinity;
    for (let time = 0; time < 3 && state.spent > enough; time += 1) {
      const began = now();
      text.match(pattern);
      state.spent = Math.min(state.spent, now() - began);
    }
    if (state.spent > enough) break;
  }
`);
/** Milliseconds for all texts of an expression, and for one of them: no linear one comes near. */
const [LIMIT, LIMIT_OF_ONE] = [6000, 1500];

/** The first text on which the expression is super-linear; `null` where none is found. */
export function superLinear(expression: Searched, attacks: readonly Attack[]): Slow | null {
  for (let rest = attacks; ; ) {
    const endless = slowest(expression, rest, TINY, 20);
    if (endless === null) break;
    // All of them together may take that long where others want the processor, too.
    const alone = slowest(expression, [endless.attack], TINY, 20);
    if (alone !== null) return alone;
    rest = rest.slice(rest.indexOf(endless.attack) + 1);
  }
  let quick = QUICK;
  for (let rest = attacks; ; ) {
    const slow = slowest(expression, rest, SHORT, quick);
    if (slow === null || slow.milliseconds >= LIMIT_OF_ONE) return slow;
    const long = slowest(expression, [slow.attack], LONG, QUICK * MOST_GROWTH);
    if (long !== null && long.milliseconds > MOST_GROWTH * slow.milliseconds) return long;
    // Slow, but in proportion: only what is slower yet says more.
    quick = Math.max(quick, 1.5 * slow.milliseconds);
    rest = rest.slice(rest.indexOf(slow.attack) + 1);
  }
}

/** The first of the texts of that size that takes longer than so many milliseconds, at the best of three times. */
export function slowest(
  { source, flags }: Searched,
  attacks: readonly Attack[],
  size: number,
  enough: number,
): Slow | null {
  // The whole search for every match: a sticky expression is tried at every place. An empty group in front, as what
  // V8 has compiled already it would take as it is.
  const pattern = new RegExp(`(?:)${source}`, `${flags.replace(/[gy]/gu, '')}g`);
  const state = { at: 0, spent: 0 };
  const limit = size === TINY || attacks.length === 1 ? LIMIT_OF_ONE : LIMIT;
  const context = vm.createContext({ attacks, pattern, size, enough, state, now });
  // As V8 compiles where a program has many expressions: without looking ahead for characters that must come. What is
  // quick through that alone is slow there (`TooMuchRegExpCode` in V8's regexp.cc).
  setFlagsFromString('--no-regexp-optimization');
  const began = now();
  try {
    SCRIPT.runInContext(context, { timeout: limit });
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    // By the clock: where others had the processor all that while, nothing is known yet.
    if (now() - began < limit / 4) return slowest({ source, flags }, attacks, size, enough);
    state.spent = limit;
  } finally {
    setFlagsFromString('--regexp-optimization');
  }
  const attack = attacks[state.at];
  return attack !== undefined && state.spent > enough
    ? { attack, milliseconds: state.spent }
    : null;
}

/** Milliseconds of this process's processor time. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
