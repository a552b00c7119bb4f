/** A test extension for browsers: a file system whose files lie behind the server of the test. */
import * as vscode from 'vscode';

/** The part of a proposed API that tells the editor which files there are: without, it finds none by a pattern. */
interface WithFileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: {
      provideFileSearchResults(
        query: unknown,
        options: { readonly folder: vscode.Uri },
      ): Promise<vscode.Uri[]>;
    },
  ): vscode.Disposable;
}

/** What the server of the test tells of a place. */
interface Told {
  readonly type: number;
  readonly size: number;
  readonly mtime: number;
}

export function activate(context: vscode.ExtensionContext): void {
  const base = vscode.Uri.joinPath(context.extensionUri, '..', '..', 'files').toString(true);
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  async function ask(
    deed: string,
    uri: vscode.Uri,
    more: Record<string, string> = {},
    body?: Uint8Array,
  ) {
    const query = new URLSearchParams({ deed, path: uri.path, ...more });
    const init = body === undefined ? {} : { method: 'PUT', body };
    const answer = await fetch(`${base}?${query}`, init);
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri);
    if (answer.status === 403) throw vscode.FileSystemError.NoPermissions(uri);
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri);
    return answer;
  }
  const fire = (type: vscode.FileChangeType, ...uris: vscode.Uri[]) =>
    changed.fire(uris.map(uri => ({ type, uri })));

  const { Changed, Created, Deleted } = vscode.FileChangeType;
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    async stat(uri) {
      const told = (await (await ask('stat', uri)).json()) as Told;
      return { ...told, ctime: told.mtime };
    },
    async readDirectory(uri) {
      return (await (await ask('list', uri)).json()) as [string, vscode.FileType][];
    },
    async readFile(uri) {
      return new Uint8Array(await (await ask('read', uri)).arrayBuffer());
    },
    async writeFile(uri, content) {
      const { created } = (await (await ask('write', uri, {}, content)).json()) as {
        created: boolean;
      };
      fire(created ? Created : Changed, uri);
    },
    async createDirectory(uri) {
      await ask('make', uri);
      fire(Created, uri);
    },
    async delete(uri) {
      await ask('delete', uri);
      fire(Deleted, uri);
    },
    async rename(from, to) {
      await ask('rename', from, { to: to.path });
      fire(Deleted, from);
      fire(Created, to);
    },
  };
  const { registerFileSearchProvider } = vscode.workspace as unknown as WithFileSearch;
  context.subscriptions.push(
    changed,
    registerFileSearchProvider('testvault', {
      async provideFileSearchResults(_, { folder }) {
        const paths = (await (await ask('search', folder)).json()) as string[];
        return paths.map(path => vscode.Uri.joinPath(folder, path));
      },
    }),
    vscode.workspace.registerFileSystemProvider('testvault', provider, { isCaseSensitive: true }),
  );
}
