/** The setting for the scope of diagnostics, changed while the server runs. */
import { cleanUp, type LspClient, serve } from '../support/lspClient';

describe('settings', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({ 'closed.md': '[[nothing]]', 'other.md': '[[nothing]]' });
  });
  after(cleanUp);

  it('choose which notes are reported, while the server runs', async () => {
    const set = async (settings: unknown) => {
      client.settings = settings;
      await client.connection.sendNotification('workspace/didChangeConfiguration', {});
    };
    const shown = () =>
      [...client.diagnostics].filter(([, { diagnostics }]) => diagnostics.length > 0);
    await client.open('scoped.md', '[[nothing]]');
    await client.codes('scoped.md', 'link/missing');
    const all = 3;
    await client.until('all', () => shown().length === all);
    await set({ diagnostics: { scope: 'open' } });
    await client.until('only the open one', () => shown().length === 1);
    await client.codes('scoped.md', 'link/missing');
    await client.open('closed.md', '[[nothing]]');
    await client.codes('closed.md', 'link/missing');
    await client.close('closed.md');
    await client.codes('closed.md', '');
    await set({ diagnostics: { scope: 'off' } });
    await client.until('none', () => shown().length === 0);

    await client.until('none counted', () => client.statuses.at(-1)?.errors === 0);

    for (const nonsense of ['off', { diagnostics: { scope: 3 } }]) {
      await set(nonsense);
      await client.until('all again', () => shown().length === all);
      await set({ diagnostics: { scope: 'off' } });
      await client.until('none', () => shown().length === 0);
    }
    await set({ diagnostics: { scope: 'vault' } });
    await client.until('all again', () => shown().length === all);
  });
});
