/** Times of many single operations, and the few figures that are told of them. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly count: number;
}

export function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1), count: sorted.length };
}

export function median(values: readonly number[]): number {
  return quantiles(values).p50;
}

/** Milliseconds since it was made. */
export function stopwatch(): () => number {
  const start = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - start) / 1e6;
}
