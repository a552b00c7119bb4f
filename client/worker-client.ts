/** A client whose server is a worker: it ends with the client, and counts as dead when something throws in it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import {
  type FileAnswer,
  type FolderAnswer,
  readFileMethod,
  readFolderMethod,
} from '../server/lsp/protocol';
import { readFile, readFolder } from './file-reading';

/** As much of it as is needed: the types of browsers would be there for all that runs in Node, too. */
type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
};

const { Worker } = globalThis as unknown as { Worker: new (url: string) => ServerWorker };

export class WorkerClient extends LanguageClient {
  private worker: ServerWorker | undefined;

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
    this.onRequest<FileAnswer, void>(readFileMethod, readFile);
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
