/** Chooses points of a history that lie evenly in time. */

/**
 * Indexes of at most `most` (2 or more) of these times, the first and the last among them. Of each moment it is what was
 * there then; where little happened for long, what is left over is chosen evenly among the rest. A clock that went back
 * counts as one that stood still.
 */
export function evenly(times: readonly number[], most: number): number[] {
  if (times.length <= most) return times.map((_, at) => at);
  let latest = Number.NEGATIVE_INFINITY;
  const clock = times.map(time => (latest = Math.max(latest, time)));
  const [first = 0, last = 0] = [clock[0], clock.at(-1)];
  const chosen = new Set([0, clock.length - 1]);
  for (let step = 1; step < most - 1; step++) {
    const moment = first + ((last - first) * step) / (most - 1);
    chosen.add(clock.findLastIndex(time => time <= moment));
  }
  while (chosen.size < most) chosen.add(middleOfWidestGap([...chosen].sort((a, b) => a - b)));
  return [...chosen].sort((a, b) => a - b);
}

function middleOfWidestGap(sorted: readonly number[]): number {
  let [middle, widest] = [0, 0];
  for (let at = 1; at < sorted.length; at++) {
    const [from = 0, to = 0] = [sorted[at - 1], sorted[at]];
    if (to - from > widest) [middle, widest] = [(from + to) >> 1, to - from];
  }
  return middle;
}
