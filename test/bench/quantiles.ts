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

/** Milliseconds of the processor since it was made, in all threads: other work on the machine hardly changes it. */
export function processorTime(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
}

/**
 * Milliseconds of work since it was made: by the clock, but without the time in which other programs had the processor.
 * Threads that collect garbage count only as far as the work waits for them.
 */
export function workTime(): () => number {
  const clock = stopwatch();
  const processor = processorTime();
  return () => Math.min(clock(), processor());
}
