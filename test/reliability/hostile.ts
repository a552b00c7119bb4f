/** Puts one hostile note among sound ones, before the command line and before the server, and says what came of it. */
import assert from 'node:assert/strict';
import type { LspClient } from '../support/lspClient';
import { vaultOf } from '../support/runCli';
import { type Bound, usualBound } from './bounds';
import { everyRequest } from './everyRequest';
import { type CommandName, codesIn, everyCommand, type Printed } from './throughCli';
import { throughServer } from './throughServer';
import type { Trial } from './trial';

/** What stands around it: a note that asks for it and for what is not there, and one that is sound. */
export const REST = {
  'asks.md': 'See [[hostile]], [[slow dough keeps its taste]] and [[nowhere]].\n',
  'slow dough keeps its taste.md': '---\ntitle: it keeps its taste\n---\nIt does, says [[asks]].\n',
} as const;
const FAULT = 'link/missing';

export interface Hostile {
  readonly input: string;
  readonly text: string | Uint8Array | (() => string | Uint8Array);
  /** From the root, with a name that ends in `hostile.md`; one for sources where it is missing. */
  readonly path?: string;
  readonly settings?: string | (() => string);
  /** Codes that have to be reported of it; all are in the outcome. */
  readonly codes?: readonly string[];
  readonly bound?: Bound;
  /** Where the text is not what an editor would show, or may not be opened. */
  readonly closed?: boolean;
  /** Other commands than those that read all that the others do. */
  readonly only?: readonly CommandName[];
  readonly also?: (seen: Seen) => void;
}

export interface Seen {
  readonly root: string;
  readonly printed: Record<CommandName, Printed>;
}

export function hostile(what: Hostile): Trial {
  return {
    input: what.input,
    through: 'server and command line',
    run: () => tryIt(what),
  };
}

async function tryIt(what: Hostile): Promise<string> {
  const { path = 'inbox/queue/hostile.md', bound = usualBound } = what;
  const text = typeof what.text === 'function' ? what.text() : what.text;
  const settings = typeof what.settings === 'function' ? what.settings() : what.settings;
  const root = vaultOf({ ...REST, '.claimwright.yaml': settings ?? '', [path]: text });
  const only = what.only ?? ['check', 'links', 'fix', 'stats'];
  const printed = await everyCommand(root, { only, bound });
  assert.equal(codesIn(printed.check, 'asks.md'), FAULT, 'the rest is diagnosed as ever');
  const found = printed.links?.links?.filter(each => each.file === 'asks.md') ?? [];
  if (only.includes('links'))
    assert.deepEqual(
      found.map(each => each.resolution),
      ['found', 'found', 'missing'],
    );
  await throughServer(root, client => use(client, path, text, what.closed === true), { bound });
  what.also?.({ root, printed });
  return outcomeOf(what, path, printed.check);
}

/** Opens it, types in it, asks everything, and sees that the rest is served and said to be as it is. */
async function use(
  client: LspClient,
  path: string,
  text: string | Uint8Array,
  closed: boolean,
): Promise<void> {
  await client.codes('asks.md', FAULT, 60_000);
  if (!closed) {
    const shown = typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
    await client.open(path, shown);
    const document = client.document(path);
    const last = document.lineCount - 1;
    const middle = document.positionAt(shown.length / 2);
    for (const letter of '[[sl') {
      const { line, character } = document.positionAt(document.getText().length);
      const end = { line, character };
      await client.type(path, letter, { start: end, end });
    }
    const end = document.positionAt(document.getText().length);
    await everyRequest(client, path, [
      [0, 0],
      [1, 3],
      [middle.line, middle.character],
      [last, 2],
      [end.line, end.character],
    ]);
    await client.type(path, '');
    await client.close(path);
  }
  await rest(client);
}

async function rest(client: LspClient): Promise<void> {
  await client.open('asks.md', `${REST['asks.md']}[[gone]]`);
  await client.codes('asks.md', `${FAULT} ${FAULT}`, 60_000);
  const hover = (await client.hover('asks.md', 0, 22)) ?? '';
  assert.match(hover, /slow dough keeps its taste/u, 'the rest is served');
  const places = await client.ask<unknown[]>('definition', 'asks.md', 0, 7);
  assert.equal(places.length, 1, 'the hostile note can be linked to');
}

function outcomeOf({ codes = [] }: Hostile, path: string, { diagnostics = [] }: Printed): string {
  const said = diagnostics.filter(
    ({ file, severity }) => (file === path || file === '.claimwright.yaml') && severity !== 'hint',
  );
  const words = [...new Set(said.map(each => each.code))].sort();
  for (const code of codes) assert.ok(words.includes(code), `${code}, but: ${words.join(' ')}`);
  const shown = words.map(code => `\`${code}\``);
  return `${shown.length === 0 ? 'nothing to report' : shown.join(', ')}; the rest is served as ever`;
}
