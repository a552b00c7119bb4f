/** The language server in a worker of a browser: the client reads files for it, and git cannot be asked. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { version } from '../package.json';
import { MAX_BYTES } from './fileRules';
import { addressOf } from './lsp/address';
import {
  type FileAnswer,
  type FolderAnswer,
  type ReadFileParams,
  type ReadFolderParams,
  readFileMethod,
  readFolderMethod,
} from './lsp/protocol';
import { startServer } from './lsp/server';
import { Fetching, type FileReader, type Progress } from './mirror/Fetching';
import { Mirror } from './mirror/Mirror';
import { today } from './today';

/** Milliseconds between two reports. */
const REPORT_EVERY = 100;
const NO_GIT =
  'Git cannot be asked in a browser. The desktop editor and the command line can ask it.';

/** As much of a worker's own scope as is needed: the types of browsers would be there for all that runs in Node, too. */
type Scope = ConstructorParameters<typeof BrowserMessageReader>[0] &
  Pick<EventTarget, 'addEventListener'>;

const scope = globalThis as unknown as Scope;
// Whoever started the worker hears of what throws in it, but not of promises.
scope.addEventListener('unhandledrejection', (event: Event) => {
  throw (event as Event & { readonly reason: unknown }).reason;
});
const connection = createConnection(
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);

/** Asked after the client is gone, nothing can be read. */
const reader: FileReader = {
  folder: path => {
    const params: ReadFolderParams = { uri: addressOf(path) };
    return connection
      .sendRequest<FolderAnswer>(readFolderMethod, params)
      .catch(() => ({ failed: 'unread' }));
  },
  file: path => {
    const params: ReadFileParams = { uri: addressOf(path), most: MAX_BYTES };
    return connection
      .sendRequest<FileAnswer>(readFileMethod, params)
      .catch(() => ({ failed: 'unread' }));
  },
};

async function begin(): Promise<Progress> {
  // A client may refuse to show it.
  const shown = await connection.window.createWorkDoneProgress().catch(() => null);
  shown?.begin('Claimwright', 0, 'Reading files', true);
  let last = 0;
  return {
    report(read, files) {
      if (performance.now() - last > REPORT_EVERY) {
        last = performance.now();
        shown?.report(Math.round((100 * read) / files), `Reading files: ${read} of ${files}`);
      }
      return shown?.token.isCancellationRequested !== true;
    },
    done: () => shown?.done(),
  };
}

const mirror = new Mirror();

startServer(
  connection,
  {
    files: Object.assign(mirror, { fetch: new Fetching(mirror, reader, begin) }),
    openCache: () => null,
    today,
    ruleDocs: null,
    renames: async () => ({ renames: [], refused: NO_GIT }),
    workingNotes: async () => ({ notes: [], refused: NO_GIT }),
    history: async function* () {
      yield { kind: 'refused', why: NO_GIT };
    },
  },
  version,
);
