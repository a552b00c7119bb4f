/** Measures typing over LSP: from a change of an open note to the index that knows it, and to what is published of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from '../support/lspClient';
import { calm } from './calm';
import type { Served } from './measureStart';
import { type Quantiles, quantiles, stopwatch } from './quantiles';
import { serverMemory } from './serverMemory';
import { pick, random } from './titles';

export interface KeystrokeFigures {
  /** Milliseconds from a change to the answer of a hover asked right behind it. */
  readonly index: Quantiles;
  /** Milliseconds from a change to the diagnostics of the note; they wait for a pause in typing. */
  readonly diagnostics: Quantiles;
  /** Megabytes of heap and array buffers by which 10,000 quick changes made the process grow, after as many before them. */
  readonly grown: number;
}

const NOTES = 30;
const TYPED = 'abcd';
const MANY = 10_000;
const LONGEST = 10_000;

export async function measureKeystrokes(
  { client, questions: [, hover] }: Served,
  names: readonly string[],
): Promise<KeystrokeFigures> {
  const index: number[] = [];
  const diagnostics: number[] = [];
  for (const name of pick(names, NOTES, random(11))) {
    const text = readFileSync(join(client.root, name), 'utf8');
    await client.open(name, `${text}\n\n[[nothing of that name]]\n`);
    await published(client, name, 0);
    for (let length = 1; length <= TYPED.length; length++) {
      // The problem moves, so that it has to be published again.
      const typed = `${text}\n\n${TYPED.slice(0, length)} [[nothing of that name]]\n`;
      const count = client.published.length;
      const time = stopwatch();
      await client.type(name, typed);
      const known = client.ask('hover', name, 0, 0).then(() => index.push(time()));
      await published(client, name, count);
      diagnostics.push(time());
      await known;
    }
    await client.close(name);
  }
  await calm(client, hover);
  const grown = await growth(client, hover, names);
  return { index: quantiles(index), diagnostics: quantiles(diagnostics), grown };
}

async function published(client: Served['client'], name: string, from: number): Promise<void> {
  const uri = client.uri(name);
  const end = performance.now() + LONGEST;
  for (let at = from; ; ) {
    for (; at < client.published.length; at++) if (client.published[at]?.uri === uri) return;
    if (performance.now() > end) throw new Error(`nothing was published of ${name}`);
    await pause(1);
  }
}

/** What the first of them build or fill is no growth. */
async function growth(
  client: Served['client'],
  hover: () => Promise<unknown>,
  names: readonly string[],
): Promise<number> {
  const some = pick(names, 20, random(13));
  const grown = async () => {
    for (const name of some) {
      const text = readFileSync(join(client.root, name), 'utf8');
      await client.open(name, text);
      for (let at = 0; at < MANY / some.length; at++) {
        await client.type(name, `${text}\n\n${'word '.repeat(at % 5)}`);
        if (at % 50 === 0) await client.ask('hover', name, 0, 0);
      }
      await client.close(name);
    }
    await calm(client, hover);
    return (await serverMemory(client)).kept;
  };
  const before = await grown();
  return (await grown()) - before;
}
