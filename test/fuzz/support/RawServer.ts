/** The real server process, to which anything can be said: bytes, or messages that no client library would send. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SERVER = resolve(import.meta.dirname, '../../../dist/server.js');

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Milliseconds for which an answer is waited for. */
const PATIENCE = 30_000;

export class RawServer {
  /** What it said to its standard error output. */
  complaints = '';
  /** Exit code or signal; `null` while it runs. */
  ended: number | string | null = null;
  readonly process: ChildProcess;
  private input: Buffer = Buffer.alloc(0);
  private readonly waiting = new Map<number, (answer: Message) => void>();
  private readonly end: Promise<void>;
  private next = 1;

  /** `hears` is told of each message that is no answer. */
  constructor(private readonly hears: (message: Message) => void = () => {}) {
    this.process = spawn(process.execPath, [SERVER, '--stdio'], {
      stdio: 'pipe',
      env: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'claimwright-caches-of-tests') },
    });
    this.process.stdin?.on('error', () => {});
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaints += text;
    });
    this.process.stdout?.on('data', (bytes: Buffer) => this.take(bytes));
    this.end = new Promise(done => {
      this.process.on('exit', (code, signal) => {
        this.ended = code ?? signal;
        done();
      });
    });
  }

  write(bytes: Buffer | string): void {
    if (this.ended === null) this.process.stdin?.write(bytes);
  }

  send(message: string): void {
    this.write(framed(message));
  }

  notify(method: string, params: unknown): void {
    this.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  request(method: string, params: unknown): Promise<Message> {
    const { id, answer } = this.expect(method);
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return answer;
  }

  /** For a request that is sent otherwise. Fails where no answer comes. */
  expect(what: string): { id: number; answer: Promise<Message> } {
    const id = this.next++;
    const answer = new Promise<Message>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no answer to ${what}`)), PATIENCE);
      this.waiting.set(id, message => {
        clearTimeout(timer);
        done(message);
      });
      void this.end.then(() => {
        clearTimeout(timer);
        fail(new Error(`the server ended (${this.ended}) at ${what}: ${this.complaints}`));
      });
    });
    // Whoever waits for it may have failed before.
    answer.catch(() => {});
    return { id, answer };
  }

  /** Whether it ends within so many milliseconds. */
  async ends(within: number): Promise<boolean> {
    const late = new Promise<void>(done => setTimeout(done, within).unref());
    await Promise.race([this.end, late]);
    return this.ended !== null;
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.end;
  }

  private take(bytes: Buffer): void {
    this.input = Buffer.concat([this.input, bytes]);
    for (;;) {
      const head = this.input.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(
        /Content-Length: (\d+)/iu.exec(this.input.toString('latin1', 0, head))?.[1],
      );
      const end = head + 4 + length;
      if (this.input.length < end) return;
      const message: Message = JSON.parse(this.input.toString('utf8', head + 4, end));
      this.input = this.input.subarray(end);
      this.hear(message);
    }
  }

  private hear(message: Message): void {
    if (message.method === undefined && typeof message.id === 'number') {
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    } else this.hears(message);
  }
}

export function framed(message: string): string {
  return `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`;
}
