/** Messages to the real server process: of every kind that it takes, with anything in the place of any part. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { costOf } from '../../reliability/measured';
import { cleanUp, makeVault, pause, uriOf } from '../../support/lspClient';
import { type Message, RawServer } from '../support/RawServer';
import { NOTE, notifications, ROOT, requestList } from '../support/requests';
import { target } from '../Target';

const FILES = {
  'domains/weather/rain.md':
    '---\ntype: claim\ndomain: weather\nsupports: [snow]\n---\n# Rain falls\n\nSee [[snow]], [[nowhere]] and rain.\n',
  'domains/weather/snow.md':
    '---\ntype: claim\nconfidence: likley\n---\n# Snow stays\n\n[[rain]] falls. ^id\n',
  'inbox/queue/sky.md':
    '---\ntype: source\nstatus: unprocessed\n---\n**Extraction hints:**\n- Claim: "clouds hide the sun from old towns"\n',
  'x.png': '',
};

/** Becomes a number beyond all numbers on its way. */
const HUGE = '@huge@';

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      [],
      {},
      [[]],
      '',
      ' ',
      '\0',
      '\ud800',
      'x'.repeat(5000),
      '__proto__',
      'constructor',
    ],
    ...[-1, 0, 1, 3, 1.5, 1e9, 2 ** 31, 2 ** 53, -(2 ** 31), HUGE, { line: -1, character: HUGE }],
    ...[
      'untitled:a.md',
      'http://x/y.md',
      'file:///%zz',
      'file://',
      'file:///etc/passwd',
      'a b:c',
      '%',
    ],
    ...[ROOT, `${ROOT}/`, `${ROOT}/../beside.md`, `${ROOT}/.claimwright.yaml`, `${ROOT}/x.png`],
    ...[`${ROOT}/a%2F..%2F..%2Fb.md`, `${ROOT}/new.md`, `${ROOT}/inbox/queue/sky.md`, NOTE],
    ...['toString', 'hasOwnProperty', '__defineGetter__', 'claimwright.server.fixAll', '../../x'],
  ),
  fc.nat(40),
);

/** What becomes of a part of the parameters. */
const change = fc.tuple(fc.nat(), fc.constantFrom('put', 'put', 'drop', 'double', 'wrap'), hostile);
const changes = fc.array(change, { maxLength: 3 });
type Change = readonly [place: number, how: string, value: unknown];

const message = fc
  .tuple(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(...requestList.map(each => [...each, true] as const)),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...notifications.map(each => [...each, false] as const)),
      },
      fc.tuple(
        fc.constantFrom('', 'x/y', '__proto__', '$/nothing', 'constructor'),
        hostile,
        fc.boolean(),
      ),
    ),
    changes,
    fc.boolean(),
  )
  .map(([[method, params, asks], all, cancelled]) => ({
    method,
    params: all.reduce(changed, params),
    asks,
    cancelled: asks && cancelled,
  }))
  .filter(
    ({ method, params }) => method !== 'workspace/didChangeWorkspaceFolders' || staysInside(params),
  );

const input = fc.record({
  messages: fc.array(message, { minLength: 1, maxLength: 8 }),
  /** What the client answers where the server asks it for something. */
  reply: fc.oneof(fc.constantFrom<unknown>({ applied: true }, { applied: false }), hostile),
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

/** A folder outside the vault would be read whole, and without its own it would have none. */
function staysInside(params: unknown): boolean {
  const text = JSON.stringify(params) ?? '';
  return !/file:(?!\/\/\/ROOT\/domains)/u.test(text);
}

/** Parts are counted from the whole down. */
function changed(params: unknown, [place, how, value]: Change): unknown {
  let count = 0;
  const partsIn = (part: unknown): number =>
    1 +
    (part !== null && typeof part === 'object'
      ? Object.values(part).reduce((sum: number, each) => sum + partsIn(each), 0)
      : 0);
  const wanted = place % partsIn(params);
  const look = (part: unknown): unknown => {
    if (count++ === wanted) {
      if (how === 'wrap') return [part];
      if (how === 'double' && Array.isArray(part)) return [...part, ...part];
      return how === 'drop' ? undefined : value;
    }
    if (Array.isArray(part)) return part.map(each => look(each) ?? null);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, look(each)]));
  };
  return look(params) ?? null;
}

interface Served {
  readonly server: RawServer;
  readonly root: string;
  /** Another vault. */
  readonly beside: string;
  readonly files: string;
  readonly answers: readonly unknown[];
}

let served: Promise<Served> | null = null;
let reply: unknown = { applied: false };

async function serve(): Promise<Served> {
  const root = makeVault(FILES);
  const uri = uriOf(root);
  let ready = false;
  const server = new RawServer(({ id, method, params }: Message) => {
    if (method === 'claimwright/status') ready = (params as { state?: string }).state === 'ready';
    if (id === undefined) return;
    const result =
      method === 'workspace/applyEdit'
        ? reply
        : method === 'workspace/configuration'
          ? [null]
          : null;
    server.send(written({ jsonrpc: '2.0', id, result }, root));
  });
  await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri, name: 'vault' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        applyEdit: true,
        workspaceEdit: { documentChanges: true },
      },
      window: { workDoneProgress: true },
    },
  });
  server.notify('initialized', {});
  while (!ready) await pause(10);
  const files = filesIn(root);
  const beside = makeVault({ 'beside.md': '' });
  return { server, root, beside, files, answers: await answersOf(server, root) };
}

/** What the server says of the vault; the same before and after whatever was sent. */
async function answersOf(server: RawServer, root: string): Promise<unknown[]> {
  const uri = `${uriOf(root)}/domains/weather/rain.md`;
  const at = { textDocument: { uri }, position: { line: 7, character: 8 } };
  const asked: [string, unknown][] = [
    ['claimwright/vaults', null],
    ['claimwright/health', { uri }],
    ['textDocument/hover', at],
    ['textDocument/definition', at],
    ['textDocument/documentSymbol', { textDocument: { uri } }],
    ['workspace/symbol', { query: 'snow' }],
  ];
  const answers = await Promise.all(
    asked.map(([method, params]) => server.request(method, params)),
  );
  return answers.map(({ result, error }) => result ?? error ?? null);
}

function written(message: unknown, root: string): string {
  return JSON.stringify(message)
    .replaceAll(`"${HUGE}"`, '1e999')
    .replaceAll(ROOT, uriOf(root))
    .replaceAll('"/ROOT"', JSON.stringify(root));
}

/** Processor seconds that a case may cost the server. */
const MOST_SECONDS = 5;
/** Milliseconds until all is as before. */
const PATIENCE = 15_000;

export async function assertServed(sent: Input): Promise<void> {
  served ??= serve();
  const all = await served;
  const { server, root } = all;
  reply = sent.reply;
  const before = costOf(server.process.pid)?.seconds ?? 0;
  try {
    const waiting = sent.messages.map(({ method, params, asks, cancelled }) => {
      const asked = asks ? server.expect(method) : null;
      const id = asked === null ? {} : { id: asked.id };
      server.send(written({ jsonrpc: '2.0', ...id, method, params }, root));
      if (cancelled && asked !== null) server.notify('$/cancelRequest', { id: asked.id });
      return asked?.answer;
    });
    for (const answer of await Promise.all(waiting)) {
      if (answer === undefined) continue;
      const isError = typeof answer.error?.code === 'number' && answer.error.message !== '';
      assert.ok(isError || 'result' in answer, JSON.stringify(answer));
    }
    await settled(sent, all);
    const seconds = (costOf(server.process.pid)?.seconds ?? 0) - before;
    assert.ok(seconds < MOST_SECONDS, `the server took ${seconds} processor seconds`);
  } catch (error) {
    // The next case begins with another one.
    served = null;
    await server.kill();
    throw error;
  }
}

/** Takes back what was opened, added and said of files; then it answers as before. */
async function settled(sent: Input, { server, root, beside, answers }: Served): Promise<void> {
  const tell = (method: string, params: unknown) =>
    server.send(written({ jsonrpc: '2.0', method, params }, root));
  for (const { method, params } of sent.messages) {
    if (method === 'textDocument/didOpen') tell('textDocument/didClose', params);
    if (method !== 'workspace/didChangeWorkspaceFolders') continue;
    const { event } = (params ?? {}) as { event?: { added?: unknown } | null };
    const added = Array.isArray(event?.added) ? event.added : [];
    tell(method, { event: { added: [], removed: added.filter(each => each !== null) } });
  }
  // What was said of files, the disk sets right.
  const changes = Object.keys(FILES).map(name => ({ uri: `${ROOT}/${name}`, type: 2 }));
  tell('workspace/didChangeWatchedFiles', { changes });
  // Folders are looked through in order: when this one is known, all before it is done.
  const [last] = [{ uri: uriOf(beside), name: 'beside' }];
  const isKnown = async () => JSON.stringify(await answersOf(server, root)).includes(uriOf(beside));
  tell('workspace/didChangeWorkspaceFolders', { event: { added: [last], removed: [] } });
  await until('it knows another folder', isKnown);
  tell('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [last] } });
  await until('it has forgotten it', async () => !(await isKnown()));
  let now: readonly unknown[] = [];
  const isAsBefore = async () => {
    now = await answersOf(server, root);
    return JSON.stringify(now) === JSON.stringify(answers);
  };
  await until('it answers as before', isAsBefore).catch(error => {
    assert.deepEqual(now, answers, String(error));
  });
}

async function until(what: string, test: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`not so within ${PATIENCE / 1000} seconds: ${what}`);
    await pause(20);
  }
}

function filesIn(root: string): string {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(each =>
    each.isFile(),
  );
  const texts = files.map(each => {
    const file = join(each.parentPath, each.name);
    return `${file}\n${readFileSync(file, 'utf8')}`;
  });
  return texts.sort().join('\n');
}

export const messages = target({
  name: 'messages',
  feeds:
    'every request and notification of the server with parts left out, of wrong types, negative, huge, reversed, out of order, cancelled, for unknown documents and addresses of other kinds; false answers of the client',
  holds:
    'the server never ends, answers each request with a result or an error of the protocol, and then answers as before; it ends when asked to, and no file has changed',
  weight: 1,
  input,
  check: assertServed,
  async close() {
    const last = await served;
    served = null;
    if (last === null) return;
    assert.equal(filesIn(last.root), last.files, 'files were changed');
    await last.server.request('shutdown', null);
    last.server.notify('exit', null);
    assert.ok(await last.server.ends(10_000), 'it does not end');
    assert.equal(last.server.ended, 0);
    cleanUp();
  },
});
