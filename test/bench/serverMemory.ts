/** Asks the server's process how much memory it has, without a word about it in the server. */
import type { LspClient } from '../support/lspClient';

/** Megabytes. */
export interface ServerMemory {
  /** As it was when asked. */
  readonly resident: number;
  /** Heap and array buffers after garbage collection. */
  readonly kept: number;
}

/** Runs in the server before the server itself does. */
const TELLS = `process.on('SIGUSR2', () => {
  const { rss } = process.memoryUsage();
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(JSON.stringify({ resident: rss / 1e6, kept: (heapUsed + external) / 1e6 }));
});`;

/** What Node is started with, so that `serverMemory` gets an answer. */
export const tellsMemory = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent(TELLS)}`,
];

export function serverMemory({ process: server }: LspClient): Promise<ServerMemory> {
  return new Promise(resolve => {
    server.stderr?.once('data', (text: Buffer) => resolve(JSON.parse(text.toString())));
    server.kill('SIGUSR2');
  });
}
