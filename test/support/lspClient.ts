/** A plain LSP client around the real server process, and temporary vaults to serve, for the protocol tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { type Status, statusMethod } from '../../server/lsp/protocol';

const server = resolve(__dirname, '../../dist/server.js');

/** File names, from the vault's root, with what they hold. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface LspClientOptions {
  /** The first is the one that file names count from; none are no workspace. */
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration`; an error is answered as one. */
  readonly settings?: unknown;
  /** Cancels each progress as soon as it begins, or each that begins with this message. */
  readonly cancelProgress?: boolean | string;
  /** Answers the wish to show progress with an error. */
  readonly refuseProgress?: boolean;
  readonly args?: readonly string[];
  /** What Node is started with. */
  readonly nodeArgs?: readonly string[];
  /** Another user, who may not read everything; only root may become one. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another build of the server. */
  readonly module?: string;
  readonly capabilities?: lsp.ClientCapabilities;
  readonly initializationOptions?: unknown;
}

const capabilities: lsp.ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { labelDetailsSupport: true } },
    definition: { linkSupport: true },
  },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export class LspClient {
  /** What is published now, by path. */
  readonly diagnostics = new Map<string, lsp.PublishDiagnosticsParams>();
  /** Every notification of diagnostics, in order. */
  readonly published: lsp.PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly progress: { kind: string; message?: string; title?: string }[] = [];
  readonly registrations: string[] = [];
  initialized: lsp.InitializeResult | undefined;
  private readonly documents = new Map<string, TextDocument>();

  private constructor(
    public root: string,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    public settings: unknown,
  ) {}

  static async start(options: LspClientOptions = {}): Promise<LspClient> {
    const client = LspClient.spawn(options);
    await client.initialize(options);
    return client;
  }

  /** The process alone, to which nothing was said. */
  static spawn(options: LspClientOptions = {}): LspClient {
    const { folders = [], args = ['--stdio'], nodeArgs = [], module = server, uid } = options;
    if (!existsSync(module)) throw new Error(`${module} is missing: run "npm run build" first`);
    const child = spawn(process.execPath, [...nodeArgs, module, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // What tests parse is not kept among what the user's vaults are.
      env: {
        ...process.env,
        XDG_CACHE_HOME: join(tmpdir(), 'claimwright-caches-of-tests'),
        ...options.env,
      },
      ...(uid === undefined ? {} : { uid }),
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LspClient(folders[0] ?? tmpdir(), child, connection, options.settings);
    running.add(client);
    client.listen(options);
    return client;
  }

  async initialize({ folders = [], ...options }: LspClientOptions): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map(folder => ({ uri: uriOf(folder), name: folder })),
      capabilities: options.capabilities ?? capabilities,
      initializationOptions: options.initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
  }

  private listen({ cancelProgress = false, refuseProgress = false }: LspClientOptions): void {
    const { connection } = this;
    const on = <P>(method: string, take: (params: P) => void) =>
      connection.onNotification(method, take);
    on('textDocument/publishDiagnostics', (params: lsp.PublishDiagnosticsParams) => {
      this.published.push(params);
      this.diagnostics.set(URI.parse(params.uri).fsPath, params);
    });
    on(statusMethod, (status: Status) => this.statuses.push(status));
    on('$/progress', ({ token, value }: { token: string; value: LspClient['progress'][0] }) => {
      this.progress.push(value);
      const isMeant = cancelProgress === true || value.message === cancelProgress;
      if (isMeant && value.kind === 'begin')
        void connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    connection.onRequest('window/workDoneProgress/create', () => {
      if (refuseProgress) throw new Error('no progress here');
      return null;
    });
    connection.onRequest('client/registerCapability', (params: lsp.RegistrationParams) => {
      this.registrations.push(...params.registrations.map(each => each.method));
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: lsp.ConfigurationParams) => {
      if (this.settings instanceof Error) throw this.settings;
      return items.map(() => this.settings ?? null);
    });
    connection.listen();
  }

  /** Waits until `test` holds; fails with `what` after `timeout` milliseconds. */
  async until(what: string, test: () => unknown, timeout = 10_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!test()) {
      if (Date.now() > end) throw new Error(`timed out: ${what}`);
      await pause(5);
    }
  }

  /** Adds and removes folders of the workspace. */
  folders(added: readonly string[], removed: readonly string[] = []): Promise<void> {
    const named = (folder: string) => ({ uri: uriOf(folder), name: folder });
    const event = { added: added.map(named), removed: removed.map(named) };
    return this.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  }

  /** Opens another folder in place of the first. */
  async moveTo(root: string): Promise<void> {
    await this.folders([root], [this.root]);
    this.root = root;
  }

  ready(timeout?: number): Promise<void> {
    return this.until('it is ready', () => this.statuses.at(-1)?.state === 'ready', timeout);
  }

  /** Waits for the codes of a note's diagnostics to be these, joined by blanks. */
  async codes(name: string, codes: string, timeout = 10_000): Promise<void> {
    const now = () => this.found(name).map(each => each.code);
    await this.until(`${name}: ${codes}`, () => now().join(' ') === codes, timeout).catch(error => {
      throw new Error(`${error.message}, but: ${now().join(' ')}`);
    });
  }

  found(name: string): readonly lsp.Diagnostic[] {
    return this.diagnostics.get(this.file(name))?.diagnostics ?? [];
  }

  file(name: string): string {
    return resolve(this.root, name);
  }

  /** Changes the disk and nothing else. */
  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.file(name)), { recursive: true });
    writeFileSync(this.file(name), content);
  }

  /** Names with 1 for created, 2 for changed, 3 for deleted. */
  watched(events: Readonly<Record<string, 1 | 2 | 3>>): Promise<void> {
    const changes = Object.entries(events).map(([name, type]) => ({ uri: this.uri(name), type }));
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  uri(name: string): string {
    return uriOf(this.file(name));
  }

  async open(name: string, text: string, uri = this.uri(name)): Promise<void> {
    this.documents.set(name, TextDocument.create(uri, 'markdown', 1, text));
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Changes an open note, all of it unless `range` says where. */
  async type(name: string, text: string, range?: lsp.Range): Promise<void> {
    const document = this.document(name);
    const contentChanges = [range === undefined ? { text } : { range, text }];
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    const textDocument = { uri: document.uri, version };
    const params = { textDocument, contentChanges };
    await this.connection.sendNotification('textDocument/didChange', params);
  }

  /** Shows a text in an editor, its cursor where `‸` stands; returns the cursor's line and character. */
  async show(name: string, marked: string): Promise<[line: number, character: number]> {
    const text = marked.replace('‸', '');
    await (this.documents.has(name) ? this.type(name, text) : this.open(name, text));
    const { line, character } = this.document(name).positionAt(marked.indexOf('‸'));
    return [line, character];
  }

  async close(name: string): Promise<void> {
    const textDocument = { uri: this.document(name).uri };
    this.documents.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument });
  }

  /** A note that is open. */
  document(name: string): TextDocument {
    const document = this.documents.get(name);
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }

  /** Asks `textDocument/…` about a place in a note. */
  ask<Answer>(method: string, name: string, line: number, character: number): Promise<Answer> {
    const textDocument = { uri: this.documents.get(name)?.uri ?? this.uri(name) };
    const position = { line, character };
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument, position });
  }

  completion(name: string, line: number, character: number): Promise<lsp.CompletionList | null> {
    return this.ask('completion', name, line, character);
  }

  /** The Markdown of a hover; `null` where there is none. */
  async hover(name: string, line: number, character: number): Promise<string | null> {
    const hover = await this.ask<lsp.Hover | null>('hover', name, line, character);
    return hover === null ? null : (hover.contents as lsp.MarkupContent).value;
  }

  codeActions(name: string, range: lsp.Range, only?: string[]): Promise<lsp.CodeAction[] | null> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  /** Ends the process as an editor does; returns its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited();
  }

  async exited(): Promise<number | null> {
    await this.until('the server exits', () => this.process.exitCode !== null);
    return this.process.exitCode;
  }

  kill(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}

const running = new Set<LspClient>();
const folders = new Set<string>();

/** A new folder with these files. */
export function makeVault(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'claimwright-')));
  folders.add(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** Notes that take far longer to read than one slice of work: what comes meanwhile is heard before their end. */
export function slowNotes(): Files {
  const text = 'a `word` or two\n'.repeat(2000);
  return Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`notes/n${at}.md`, text]));
}

/** Serves a new folder with these files until it is ready. */
export async function serve(files: Files, options: LspClientOptions = {}): Promise<LspClient> {
  const client = await LspClient.start({ folders: [makeVault(files)], ...options });
  await client.ready();
  return client;
}

/** Ends every server and removes every folder that was made: for `after` and `afterEach`. */
export function cleanUp(): void {
  for (const client of running) client.kill();
  running.clear();
  // Nothing waits for it: removing thousands of files takes longer than the tests on them.
  for (const folder of folders) void rm(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.clear();
}

export function uriOf(file: string): string {
  return URI.file(file).toString();
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
