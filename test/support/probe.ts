/** Asks a server the same again and again while it is at something else, and tells how long the answers took. */
import { type LspClient, pause } from './lspClient';

/** Milliseconds from question to answer, as the client sees them. */
export interface Waits {
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Milliseconds between two questions: about as fast as anybody types and moves the mouse at once. */
const EVERY = 20;

/** Asks in turn until `work` is over, at an even rate as long as the answers come in time. */
export async function probe(
  questions: readonly (() => Promise<unknown>)[],
  work: Promise<unknown>,
): Promise<Waits> {
  const waits: number[] = [];
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  // What fails is told at the end.
  ended.catch(() => {});
  while (!over) {
    const ask = questions[waits.length % questions.length];
    if (ask === undefined) throw new Error('nothing to ask');
    const wait = await timed(ask);
    waits.push(wait);
    await pause(Math.max(0, EVERY - wait));
  }
  await ended;
  const sorted = waits.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { asked: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

/** A completion in a link and a hover over another one, in a note that is opened for it. */
export async function writerQuestions(
  client: LspClient,
  words: string,
  linked: string,
): Promise<(() => Promise<unknown>)[]> {
  const name = 'a note being written.md';
  const text = `See [[${linked}]] and [[${words}`;
  await client.open(name, text);
  return [
    () => client.completion(name, 0, text.length),
    () => client.ask('hover', name, 0, '[['.length + 4),
  ];
}
