/** The allowed word that was probably meant by a mistyped one. */

/** `null` where none is near, or two are equally near. Compares without case; a short word allows one slip, others two. */
export function nearest(
  written: string,
  allowed: readonly string[],
  limit = written.trim().length < 5 ? 1 : 2,
): string | null {
  const word = written.trim().toLowerCase();
  const near = allowed
    .map(value => ({ value, slips: slipsBetween(word, value.toLowerCase(), limit) }))
    .filter(each => each.slips <= limit)
    .sort((a, b) => a.slips - b.slips);
  const [best, next] = near;
  return best === undefined || best.slips === next?.slips ? null : best.value;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); above `limit` any larger number. */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 64) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const swapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
