/** Waits until a server is done with what it was told. */
import { type LspClient, pause } from '../support/lspClient';
import { stopwatch } from './quantiles';

/** So many answers in a row with nothing published in between, some milliseconds apart. */
const ANSWERS = 40;
const APART = 25;

/**
 * Returns how many milliseconds passed before the last that was published. Time alone does not tell: a server that is
 * held up publishes nothing either.
 */
export async function calm(client: LspClient, ask: () => Promise<unknown>): Promise<number> {
  const time = stopwatch();
  let [last, count] = [0, client.published.length];
  for (let answers = 0; answers < ANSWERS; answers++) {
    await ask();
    await pause(APART);
    if (client.published.length === count) continue;
    [last, count, answers] = [time(), client.published.length, 0];
  }
  return last;
}
