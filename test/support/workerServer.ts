/** The server for browsers, in a worker that has what a browser's has and nothing of Node, over a file system in memory. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  type Diagnostic,
  type FileEvent,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import {
  type FileAnswer,
  type FileFault,
  type FolderAnswer,
  type FolderEntry,
  type ReadFileParams,
  type ReadFolderParams,
  readFileMethod,
  readFolderMethod,
  type Status,
  statusMethod,
} from '../../server/lsp/protocol';
import { pause } from './lspClient';

const module = resolve(import.meta.dirname, '../../dist/web/server.js');

/** What is not listed here, the server cannot use. */
const BOOT = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const scope = {
  postMessage: message => parentPort.postMessage(message),
  addEventListener() {},
  TextDecoder, TextEncoder, MessageChannel, URL, AbortController, performance, console,
  setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask,
};
scope.self = scope;
const context = vm.createContext(scope);
parentPort.on('message', data => scope.onmessage({ data }));
vm.runInContext(readFileSync(workerData, 'utf8'), context, { filename: workerData });
`;

/** A file's bytes, why it cannot be read, or what a link says that it leads to. */
export type Held = Uint8Array | FileFault | { readonly linkTo: 'file' | 'folder' };

export interface WorkerOptions {
  /** Address of the folder that is open. */
  readonly root?: string;
  /** Folders that may not be listed. */
  readonly closed?: readonly string[];
  /** Called at each report of progress; what begins with these words is called off. */
  readonly callOff?: string;
  readonly capabilities?: object;
  readonly initializationOptions?: object;
}

export class WorkerServer {
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly statuses: Status[] = [];
  /** What it wrote to the output. */
  readonly logged: string[] = [];
  /** What progress said. */
  readonly told: string[] = [];
  /** Addresses of the files and folders that were asked for. */
  readonly asked: string[] = [];
  initialized: InitializeResult | undefined;

  private constructor(
    readonly root: string,
    readonly files: Map<string, Held>,
    readonly connection: ProtocolConnection,
    private readonly worker: Worker,
  ) {}

  /** `files` by their paths from the root. */
  static async start(
    files: ReadonlyMap<string, Held>,
    options: WorkerOptions = {},
  ): Promise<WorkerServer> {
    if (!existsSync(module)) throw new Error(`${module} is missing: run "npm run build" first`);
    const root = options.root ?? 'memory://box/the%20vault';
    const worker = new Worker(BOOT, { eval: true, workerData: module });
    const connection = createProtocolConnection(readerOf(worker), writerOf(worker));
    const server = new WorkerServer(root, new Map(files), connection, worker);
    server.listen(options);
    running.add(server);
    server.initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: root, name: 'vault' }],
      capabilities: options.capabilities ?? {
        window: { workDoneProgress: true },
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      },
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  private listen({ closed = [], callOff }: WorkerOptions): void {
    const { connection } = this;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) =>
        void this.diagnostics.set(this.pathOf(uri), diagnostics),
    );
    connection.onNotification(statusMethod, (status: Status) => void this.statuses.push(status));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: { message?: string } }) => {
        const { message = '' } = value;
        this.told.push(message);
        if (callOff !== undefined && message.startsWith(callOff))
          void connection.sendNotification('window/workDoneProgress/cancel', { token });
      },
    );
    connection.onRequest<FolderAnswer, void>(readFolderMethod, ({ uri }: ReadFolderParams) => {
      this.asked.push(uri);
      const path = this.pathOf(uri);
      if (closed.includes(path)) return { failed: 'forbidden' };
      const entries = this.entriesOf(path);
      return entries.length === 0 && path !== '' ? { failed: 'gone' } : { entries };
    });
    connection.onRequest<FileAnswer, void>(readFileMethod, ({ uri, most }: ReadFileParams) => {
      this.asked.push(uri);
      const held = this.files.get(this.pathOf(uri)) ?? 'gone';
      if (typeof held === 'string') return { failed: held };
      const bytes = held instanceof Uint8Array ? held : new Uint8Array();
      return bytes.length > most ? { tooMany: bytes.length } : { bytes };
    });
    connection.listen();
  }

  private entriesOf(folder: string): FolderEntry[] {
    const entries = new Map<string, FolderEntry>();
    for (const [path, held] of this.files) {
      if (folder !== '' && !path.startsWith(`${folder}/`)) continue;
      const [name = '', ...below] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
      const linkTo = typeof held === 'object' && 'linkTo' in held ? held.linkTo : null;
      const isFolder = below.length > 0;
      const kind = isFolder ? 'folder' : (linkTo ?? 'file');
      entries.set(name, { name, kind, linked: !isFolder && linkTo !== null });
    }
    return [...entries.values()];
  }

  /** Of the addresses of what is in it. */
  private get start(): string {
    return this.root.replace(/\/?$/u, '/');
  }

  uri(path: string): string {
    return `${this.start}${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.start.length));
  }

  write(path: string, text: string): void {
    this.files.set(path, new TextEncoder().encode(text));
  }

  /** Paths with 1 for created, 2 for changed, 3 for deleted. */
  watched(events: Readonly<Record<string, FileEvent['type']>>): Promise<void> {
    const changes = Object.entries(events).map(([path, type]) => ({ uri: this.uri(path), type }));
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async open(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId: 'markdown', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Asks `textDocument/…` about a place in a note. */
  ask<Answer>(method: string, path: string, line: number, character: number): Promise<Answer> {
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(path) },
      position: { line, character },
    });
  }

  async until(what: string, test: () => unknown, timeout = 20_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!test()) {
      if (Date.now() > end) throw new Error(`timed out: ${what}`);
      await pause(5);
    }
  }

  ready(): Promise<void> {
    return this.until('it is ready', () => this.statuses.at(-1)?.state === 'ready', 60_000);
  }

  codes(path: string): string {
    return (this.diagnostics.get(path) ?? []).map(({ code }) => code).join(' ');
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    await this.worker.terminate();
  }
}

const running = new Set<WorkerServer>();

export async function stopWorkers(): Promise<void> {
  await Promise.all([...running].map(server => server.stop()));
  running.clear();
}

function readerOf(worker: Worker) {
  const nothing = { dispose() {} };
  return {
    onError: (hear: (error: Error) => void) => {
      worker.on('error', hear);
      return nothing;
    },
    onClose: (hear: () => void) => {
      worker.on('exit', hear);
      return nothing;
    },
    onPartialMessage: () => nothing,
    listen: (hear: (message: Message) => void) => {
      worker.on('message', hear);
      return nothing;
    },
    dispose() {},
  };
}

function writerOf(worker: Worker) {
  const nothing = { dispose() {} };
  return {
    onError: () => nothing,
    onClose: () => nothing,
    write: async (message: Message) => worker.postMessage(message),
    end() {},
    dispose() {},
  };
}
