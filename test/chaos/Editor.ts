/** The editor of a run around the real server process: open documents, questions under way, and answers to what the server asks. */
import type * as lsp from 'vscode-languageserver-protocol';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type LspClient, pause, uriOf } from '../support/lspClient';
import type { Counts } from './counts';
import type { Dice } from './Dice';
import type { Disk, Kind, Told } from './Disk';
import { Finding } from './Finding';
import { inTime } from './inTime';
import { makeEdit } from './makeEdit';

export interface OpenDocument {
  /** As the server was told it: one file may be written in several ways. */
  readonly uri: string;
  readonly path: string;
  readonly document: TextDocument;
  /** What it said before. */
  readonly past: string[];
}

/** Cancelled, changed meanwhile, refused in words. */
const EXPECTED: readonly number[] = [-32800, -32801, -32802, -32803];
/** The editor hears of its own refusal. */
const OWN = /the editor cannot$/u;

export interface AskOptions {
  /** Any error is an answer to what means nothing. */
  readonly malformed?: boolean;
  /** Milliseconds after which the question is taken back. */
  readonly cancelAfter?: number | null;
}

export class Editor {
  readonly documents = new Map<string, OpenDocument>();
  /** What was found wrong while nobody waited for it. */
  readonly faults: string[] = [];
  /** When the server last said anything. */
  heard = performance.now();
  /** The longest that a well-formed question had to wait, in milliseconds. */
  longest = 0;
  private readonly pending = new Set<number>();
  private asked = 0;
  /** Whether errors that the server logs may be about what means nothing. */
  saidNonsense = false;
  /** What is answered late. */
  private readonly late = new Set<Promise<unknown>>();
  private inFrame = false;
  isStopping = false;
  /** Whether it lets the server end what it has begun. */
  isPatient = false;

  constructor(
    readonly client: LspClient,
    readonly disk: Disk,
    private readonly counts: Counts,
    /** Decides what the server is answered. */
    private readonly dice: Dice,
    public settings: unknown,
    /** Hears of what it does by itself, for whoever looks for a fault. */
    private readonly log: (words: string) => void,
  ) {
    this.answer();
    this.listen();
  }

  private answer(): void {
    const { connection } = this.client;
    connection.onRequest('workspace/configuration', async ({ items }: lsp.ConfigurationParams) => {
      const { settings } = this;
      if (this.dice.chance(0.2)) await this.hesitate(200);
      if (settings instanceof Error) throw settings;
      return items.map(() => settings ?? null);
    });
    connection.onRequest('workspace/applyEdit', (params: lsp.ApplyWorkspaceEditParams) =>
      this.applied(params),
    );
    connection.onRequest('window/workDoneProgress/create', async () => {
      if (this.dice.chance(0.1)) await this.hesitate(100);
      if (this.dice.chance(0.2)) throw new Error('no progress here');
      return null;
    });
    for (const method of ['codeLens', 'inlayHint'])
      connection.onRequest(`workspace/${method}/refresh`, () => {
        if (this.dice.chance(0.1)) throw new Error('nothing is shown');
        return null;
      });
    connection.onRequest('window/showDocument', () => ({ success: this.dice.chance(0.8) }));
    connection.onRequest('window/showMessageRequest', (params: lsp.ShowMessageRequestParams) =>
      this.dice.chance(0.5) ? (params.actions?.[0] ?? null) : null,
    );
  }

  private listen(): void {
    const { connection, process: server } = this.client;
    connection.onNotification('window/logMessage', ({ type, message }: lsp.LogMessageParams) => {
      if (type === 1 && !this.saidNonsense) this.faults.push(`logged an error: ${message}`);
    });
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { kind: string } }) => {
        if (value.kind === 'begin' && !this.isPatient && this.dice.chance(0.1))
          void this.notify('window/workDoneProgress/cancel', { token });
      },
    );
    server.stdout?.on('data', () => {
      this.heard = performance.now();
    });
    server.stderr?.on('data', (text: Buffer) => {
      if (!text.includes('"resident"')) this.faults.push(`standard error: ${text}`);
    });
    server.on('exit', (code, signal) => {
      if (!this.isStopping) this.faults.push(`the server ended with ${code ?? signal}`);
    });
    const input = server.stdin;
    if (input === null) return;
    // A message is written in two parts, between which nothing else may come.
    const write = input.write.bind(input) as (...args: unknown[]) => boolean;
    input.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      this.inFrame = typeof chunk === 'string' && chunk.startsWith('Content-Length');
      return write(chunk, ...rest);
    }) as typeof input.write;
  }

  private async hesitate(most: number): Promise<void> {
    const waiting = pause(this.dice.below(most));
    this.late.add(waiting);
    await waiting;
    this.late.delete(waiting);
  }

  private async applied({
    edit,
  }: lsp.ApplyWorkspaceEditParams): Promise<lsp.ApplyWorkspaceEditResult> {
    this.counts.applies++;
    const mood = this.dice.next();
    this.log(`  an edit comes, ${mood < 0.25 ? 'refused' : 'taken'}`);
    const { dice } = this;
    if (dice.chance(0.3)) await this.hesitate(600);
    if (mood < 0.15) return { applied: false, failureReason: 'The author said no.' };
    if (mood < 0.25) throw new Error('the editor cannot');
    return { applied: await makeEdit(this, edit) };
  }

  /** Asks, and remembers that until an answer came; an error that was not to be expected is a fault. */
  async ask<Answer>(
    method: string,
    params: unknown,
    { malformed = false, cancelAfter = null }: AskOptions = {},
  ): Promise<Answer | undefined> {
    const id = this.asked++;
    this.counts.requests++;
    if (malformed) this.saidNonsense = true;
    this.pending.add(id);
    const source = new CancellationTokenSource();
    if (cancelAfter !== null) {
      this.counts.cancelled++;
      setTimeout(() => source.cancel(), cancelAfter);
    }
    const began = performance.now();
    try {
      const answer = this.client.connection.sendRequest<Answer>(method, params, source.token);
      return await inTime(`${method} ${short(params)}`, answer);
    } catch (error) {
      const code = error instanceof ResponseError ? error.code : 0;
      const { message } = error as Error;
      if (error instanceof Finding) this.faults.push(message);
      else if (!malformed && !EXPECTED.includes(code) && !OWN.test(message))
        this.faults.push(`${method} ${short(params)}: error ${code}, ${message}`);
      return undefined;
    } finally {
      this.pending.delete(id);
      if (!malformed) this.longest = Math.max(this.longest, performance.now() - began);
    }
  }

  async notify(method: string, params: unknown): Promise<void> {
    // The server may be gone, which is told by its exit.
    await this.client.connection.sendNotification(method, params).catch(() => {});
  }

  /** Sends a message whose frame is sound, whatever it holds. */
  async raw(body: string): Promise<void> {
    this.saidNonsense = true;
    while (this.inFrame) await pause(1);
    const bytes = Buffer.from(body);
    const head = Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`);
    this.client.process.stdin?.write(Buffer.concat([head, bytes]));
  }

  /** What the disk does, told to the server. */
  async watched(events: readonly Told[]): Promise<void> {
    if (events.length === 0) return;
    for (const [path, kind] of events) this.log(`  told ${kind} ${path}`);
    const changes = events.map(([path, type]: readonly [string, Kind]) => ({
      uri: uriOf(path),
      type,
    }));
    await this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  async open(path: string, text: string, uri = uriOf(path)): Promise<void> {
    if (this.documents.has(path)) return;
    const document = TextDocument.create(uri, 'markdown', 1, text);
    this.documents.set(path, { uri, path, document, past: [] });
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  async change(
    open: OpenDocument,
    contentChanges: lsp.TextDocumentContentChangeEvent[],
  ): Promise<void> {
    const { document, uri, past } = open;
    this.counts.edits++;
    past.push(document.getText());
    if (past.length > 5) past.shift();
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async save({ path, uri, document }: OpenDocument): Promise<void> {
    this.disk.write(path, document.getText());
    await this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  async close({ path, uri }: OpenDocument): Promise<void> {
    this.documents.delete(path);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  documentOf(uri: string): OpenDocument | undefined {
    return this.documents.get(URI.parse(uri).fsPath);
  }

  /** Waits until every question is answered, on both sides. */
  async answered(): Promise<void> {
    while (this.pending.size > 0 || this.late.size > 0) {
      this.check();
      await pause(5);
    }
  }

  /** Throws what was found wrong meanwhile. */
  check(): void {
    const [first] = this.faults;
    if (first !== undefined) throw new Finding(first);
  }
}

export function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
