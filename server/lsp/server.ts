/** The language server: one line a request, wired to the feature that answers it. */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import {
  answerCodeActions,
  answerCompletion,
  answerDefinition,
  answerHover,
  answerResolve,
} from './answers';
import { commands, runCommand } from './commands';
import type { Machine } from './port';
import { vaultsMethod } from './protocol';
import { Session } from './Session';

/** What may stand in a title beside letters: behind any of these the list is asked for anew, so none of them ends it. */
const COMPLETION_TRIGGERS = [...'[ ,.-\'’"():;!?&%+/=@$_0123456789'];

export function startServer(connection: Connection, machine: Machine, version: string): void {
  let session: Session | undefined;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session = new Session(connection, machine, params);
    return {
      serverInfo: { name: 'claimwright', version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.claimwright`],
        },
        executeCommandProvider: { commands: [...commands] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => void session?.start());
  connection.onDidChangeConfiguration(() => void session?.readSettings());
  connection.onDidChangeWatchedFiles(({ changes }) => session?.filesChanged(changes));
  connection.onDidOpenTextDocument(({ textDocument }) => session?.documents.opened(textDocument));
  connection.onDidChangeTextDocument(change => session?.documents.changed(change));
  // Not every client watches files.
  connection.onDidSaveTextDocument(({ textDocument }) => session?.configSaved(textDocument.uri));
  connection.onDidCloseTextDocument(({ textDocument }) => session?.documents.closed(textDocument));

  connection.onCompletion(params => session && answerCompletion(session, params));
  connection.onCompletionResolve(item => (session ? answerResolve(session, item) : item));
  connection.onHover(params => session && answerHover(session, params));
  connection.onDefinition(params => session && answerDefinition(session, params));
  connection.onCodeAction(params => session && answerCodeActions(session, params));
  connection.onExecuteCommand(
    (params, token) => session && runCommand(connection, session, params, token),
  );
  connection.onRequest(vaultsMethod, () => session?.workspace.vaultUris() ?? []);
  connection.listen();
}
