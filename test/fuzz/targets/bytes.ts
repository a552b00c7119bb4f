/** Bytes on the server's standard input: what is no protocol, or half of it, in any pieces. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { costOf } from '../../reliability/measured';
import { pause } from '../../support/lspClient';
import { framed, RawServer } from '../support/RawServer';
import { target } from '../Target';

const json = (value: unknown) => framed(JSON.stringify(value));
const request = (id: unknown, method: unknown, params: unknown = {}) =>
  json({ jsonrpc: '2.0', id, method, params });
const INITIALIZE = request(1, 'initialize', {
  processId: null,
  rootUri: null,
  capabilities: {},
  workspaceFolders: null,
});

const PIECES = [
  ...[INITIALIZE, INITIALIZE, json({ jsonrpc: '2.0', method: 'initialized', params: {} })],
  ...[request(2, 'textDocument/hover', { textDocument: { uri: 'file:///a.md' }, position: {} })],
  ...[request({}, 'x'), request(null, 'x'), request(3, 5), request('a', 'shutdown', null)],
  ...[json({ jsonrpc: '2.0', method: 'exit' }), json([]), json(null), json(5), json('x'), json({})],
  ...[json([{ jsonrpc: '2.0', id: 9, method: 'shutdown' }]), json({ jsonrpc: '1.0', id: 1 })],
  ...[json({ jsonrpc: '2.0', id: 99, result: {} }), json({ jsonrpc: '2.0', id: 99, error: 'x' })],
  ...[framed('{'), framed('nonsense'), framed(''), framed('\ufeff{}'), framed('['.repeat(20_000))],
  ...[
    'Content-Length: abc\r\n\r\n{}',
    'Content-Length: -5\r\n\r\n{}',
    'Content-Length: 1e3\r\n\r\n{}',
  ],
  ...[
    'Content-Length: 5\r\n\r\n{',
    'Content-Length: 99999999999\r\n\r\n{}',
    'Content-Length: 2\n\n{}',
  ],
  ...[
    'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ',
    'content-length:2\r\n\r\n{}',
    '\r\n\r\n',
  ],
  ...[
    'Content-Length: 2\r\nContent-Type: x; charset=latin5\r\n\r\n{}',
    'X: y\r\n\r\n',
    'no colon\r\n\r\n',
  ],
  ...[
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    '{}',
    '\0\0\0',
    '\r',
    '\n',
    'Content-Length: ',
    ': \r\n\r\n',
  ],
  ...['x'.repeat(100_000), `${'a: b\r\n'.repeat(10_000)}\r\n`],
];

const input = fc.record({
  pieces: fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 6,
  }),
  /** Where the bytes are cut into writes. */
  cuts: fc.array(fc.nat(), { maxLength: 5 }),
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

/** Of a start of the server and little else. */
const MOST_SECONDS = 6;
const MOST_MEGABYTES = 500;
/** Milliseconds: the machine may have much else to do. */
const PATIENCE = 30_000;

export async function assertBorne({ pieces, cuts }: Input): Promise<void> {
  const server = new RawServer();
  try {
    const bytes = Buffer.from(pieces.join(''));
    const places = [...new Set(cuts.map(each => each % (bytes.length + 1)))].sort((a, b) => a - b);
    for (const [at, start] of [0, ...places].entries()) {
      server.write(bytes.subarray(start, places[at] ?? bytes.length));
      await pause(1);
    }
    await server.ends(50);
    const cost = costOf(server.process.pid);
    server.process.stdin?.end();
    assert.ok(await server.ends(PATIENCE), 'it does not end with its input');
    assert.equal(typeof server.ended, 'number', `it was ended by ${server.ended}`);
    assert.doesNotMatch(server.complaints, /^\s+at .+:\d+/mu, 'a fault of the server');
    if (cost === null) return;
    assert.ok(cost.seconds < MOST_SECONDS, `${cost.seconds} processor seconds`);
    assert.ok(cost.megabytes < MOST_MEGABYTES, `${cost.megabytes} MB`);
  } finally {
    await server.kill();
  }
}

export const bytes = target({
  name: 'bytes',
  feeds:
    'bytes on the standard input of the server: false headers, lengths and JSON, half messages, other protocols, in any pieces',
  holds:
    'the server goes on or ends by itself in words, without a stack, within its time and memory, and always with its input',
  weight: 0.3,
  input,
  check: assertBorne,
});
