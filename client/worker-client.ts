/** A client whose server is a worker: it ends with the client, and counts as dead when something throws in it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LanguageClient,
  type LanguageClientOptions,
  type WorkspaceEdit,
} from 'vscode-languageclient/browser';
import {
  type FileAnswer,
  type FolderAnswer,
  type ReadFileParams,
  readFileMethod,
  readFolderMethod,
} from '../server/lsp/protocol';
import { readFolder } from './file-reading';
import { GivenNotes, staleSentence } from './given-notes';

/** As much of it as is needed: the types of browsers would be there for all that runs in Node, too. */
type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
};

const { Worker } = globalThis as unknown as { Worker: new (url: string) => ServerWorker };

export class WorkerClient extends LanguageClient {
  private worker: ServerWorker | undefined;
  private readonly given = new GivenNotes();

  constructor(server: string, options: LanguageClientOptions) {
    super(
      'claimwright',
      'Claimwright',
      async () => {
        this.worker = new Worker(server);
        return {
          reader: new MortalReader(this.worker),
          writer: new BrowserMessageWriter(this.worker),
        };
      },
      options,
    );
    this.onRequest<FolderAnswer, void>(readFolderMethod, readFolder);
    this.onRequest<FileAnswer, void>(readFileMethod, (params: ReadFileParams) =>
      this.given.read(params),
    );
    this.guardEdits();
  }

  /** No edit is made of a note that is not what the server was given; it is given it anew. */
  private guardEdits(): void {
    const converter = this.protocol2CodeConverter;
    const { asWorkspaceEdit } = converter;
    converter.asWorkspaceEdit = (async (edit: WorkspaceEdit | null | undefined, token) => {
      const stale = edit ? await this.given.staleIn(edit) : [];
      if (stale.length === 0) return asWorkspaceEdit(edit, token);
      const changes = stale.map(uri => ({ uri, type: FileChangeType.Changed }));
      void this.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
      throw new Error(staleSentence(stale));
    }) as typeof asWorkspaceEdit;
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.worker?.terminate();
    }
  }
}

class MortalReader extends BrowserMessageReader {
  constructor(worker: ServerWorker) {
    super(worker);
    // It would go on, in a state that nobody knows.
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}
