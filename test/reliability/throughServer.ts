/** Puts a vault before the language server: a process of its own, held to what it may cost and say, and alive at the end. */
import assert from 'node:assert/strict';
import { type Files, LspClient, type LspClientOptions, makeVault } from '../support/lspClient';
import { type Bound, usualBound, watch } from './bounds';
import type { Cost } from './measured';

export interface ServerOptions extends LspClientOptions {
  readonly bound?: Bound;
  /** Hears what the server writes into its log. */
  readonly logged?: (text: string) => void;
}

/**
 * Serves a vault, new ones from files, as long as `use` takes. Throws where the server takes more than it may, says
 * something of a bug, or ends otherwise than when it is asked to.
 */
export async function throughServer(
  vault: Files | string,
  use: (client: LspClient) => Promise<void>,
  { bound = usualBound, logged = () => {}, ...options }: ServerOptions = {},
): Promise<Cost | null> {
  const root = typeof vault === 'string' ? vault : makeVault(vault);
  const client = LspClient.spawn({ folders: [root], ...options });
  const watched = watch(client.process, bound);
  let complaints = '';
  let cost: Cost | null = null;
  client.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    complaints += message;
    logged(message);
  });
  let stopping = false;
  const died = new Promise<never>((_, reject) => {
    client.process.once('exit', (code, signal) => {
      const why = `the server ended (${code ?? signal}): ${complaints.slice(0, 500)}`;
      if (!stopping) reject(new Error(why));
    });
  });
  try {
    const all = async () => {
      await client.initialize({ folders: [root], ...options });
      await client.ready(bound.seconds * 10_000);
      await use(client);
      stopping = true;
      assert.equal(await client.stop(), 0, 'the server ends when it is asked to');
    };
    // A server that is ended because it took too much is said to have taken too much.
    await Promise.race([all(), watched.exceeded, died]);
  } finally {
    client.kill();
    cost = watched.end();
  }
  assert.doesNotMatch(complaints, /^\s+at .+:\d+|failed with message/mu, 'the server complains');
  return cost;
}
