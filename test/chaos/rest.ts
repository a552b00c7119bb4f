/** Waits until nothing goes on in a server, and has it hear all that it has to know for that. */
import { type LspClient, pause } from '../support/lspClient';
import { Finding } from './Finding';
import { inTime } from './inTime';
import type { Chaos } from './Step';
import { mendConfigs } from './steps/settings';

/** Milliseconds without a word after which a server has nothing more to say: longer than any of its waits. */
const QUIET = 450;
/** Milliseconds within which it comes to rest. */
const PATIENCE = 60_000;

/** Tells the server the truth about the disk and all else, and waits for the answers under way. */
export async function comeToRest(chaos: Chaos): Promise<void> {
  const { editor, disk, late } = chaos;
  await editor.answered();
  late.length = 0;
  editor.isPatient = true;
  mendConfigs(chaos);
  if (editor.settings instanceof Error) {
    editor.settings = {};
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
  }
  await editor.watched(disk.truth());
  await settle(editor.client, () => editor.heard, false);
  await readAgain(chaos);
  // What was not checked because that was cancelled is checked with the next change.
  const [first] = disk.files();
  if ((editor.client.statuses.at(-1)?.unchecked ?? 0) > 0 && first !== undefined) {
    await editor.watched([[first, 2]]);
    await settle(editor.client, () => editor.heard);
  }
  // A note that was deleted while it was open counts again when it is edited.
  for (const open of editor.documents.values()) await editor.change(open, []);
  if (editor.documents.size > 0) await settle(editor.client, () => editor.heard);
  await editor.answered();
  editor.isPatient = false;
  editor.check();
}

/** A vault of which reading was cancelled is read when its folder is opened again. */
async function readAgain({ editor, folders }: Chaos): Promise<void> {
  const { client } = editor;
  if (client.statuses.at(-1)?.state !== 'stopped') return;
  const all = [...folders];
  await client.folders([], all);
  await settle(client, () => editor.heard, false);
  await client.folders(all);
  await settle(client, () => editor.heard);
}

/** Waits until the server is ready and says nothing more. */
export async function settle(client: LspClient, heard: () => number, ready = true): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const state = client.statuses.at(-1)?.state;
    const isReady = ready ? state === 'ready' : state !== 'indexing' && state !== undefined;
    if (isReady && performance.now() - heard() > QUIET) {
      // Whoever answers has read all of ours, and a slow one may still be at it.
      const before = heard();
      await inTime('a question at rest', client.connection.sendRequest('claimwright/vaults'));
      await pause(20);
      if (performance.now() - before < 2 * QUIET) return;
    }
    if (performance.now() > end)
      throw new Finding(`never at rest: ${JSON.stringify(client.statuses.at(-1))}`);
    await pause(QUIET - Math.min(QUIET - 20, performance.now() - heard()));
  }
}
