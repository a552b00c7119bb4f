/** The language server: one line a request, wired to the feature that answers it. */
import {
  type CancellationToken,
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
import { applyRepairs } from './applyRepairs';
import { answerCodeLenses, answerInlayHints, resolveCodeLens } from './argumentAnswers';
import {
  answerIncomingCalls,
  answerOutgoingCalls,
  prepareCallHierarchy,
} from './callHierarchyAnswers';
import { commands, runCommand } from './commands';
import { answerWillRename, filesRenamed } from './fileMoves';
import {
  answerDocumentLinks,
  answerFoldingRanges,
  answerReferences,
  answerSelectionRanges,
} from './navigationAnswers';
import type { Machine } from './port';
import {
  applyRepairsMethod,
  type ChosenRepair,
  type RepairsParams,
  repairsMethod,
  vaultsMethod,
} from './protocol';
import { answerRename, prepareRename } from './renameAnswers';
import { answerRepairs } from './repairAnswers';
import { Session } from './Session';
import { answerDocumentSymbols, answerWorkspaceSymbols } from './symbolAnswers';

/** What begins a link or a part of one, and what may stand in a title beside letters: behind any of these the list is asked for anew, so none of them ends it. */
const COMPLETION_TRIGGERS = [...'[#^|< ,.-\'’"():;!?&%+/=@$_0123456789'];

/** Folders and attachments, too. */
const ANY_FILE = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

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
        referencesProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: !session.shows.listsHeadings,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeLensProvider: { resolveProvider: true },
        callHierarchyProvider: true,
        inlayHintProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.claimwright`],
        },
        executeCommandProvider: { commands: [...commands] },
        renameProvider: session.shows.preparesRename ? { prepareProvider: true } : true,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: ANY_FILE, didRename: ANY_FILE },
        },
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
  connection.onReferences((params, token) => session && answerReferences(session, params, token));
  connection.onDocumentLinks(params => session && answerDocumentLinks(session, params));
  connection.onDocumentSymbol(params => session && answerDocumentSymbols(session, params));
  connection.onWorkspaceSymbol(params => session && answerWorkspaceSymbols(session, params));
  connection.onFoldingRanges(params => session && answerFoldingRanges(session, params));
  connection.onSelectionRanges(params => session && answerSelectionRanges(session, params));
  connection.onCodeLens(params => session && answerCodeLenses(session, params));
  connection.onCodeLensResolve(lens => (session ? resolveCodeLens(session, lens) : lens));
  connection.languages.inlayHint.on(params => session && answerInlayHints(session, params));
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params, token) =>
    session ? prepareCallHierarchy(session, params, token) : null,
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    session ? answerIncomingCalls(session, item, token) : null,
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    session ? answerOutgoingCalls(session, item, token) : null,
  );
  connection.onCodeAction(params => session && answerCodeActions(session, params));
  connection.onPrepareRename(params => (session ? prepareRename(session, params) : null));
  connection.onRenameRequest((params, token) =>
    session ? answerRename(connection, session, params, token) : null,
  );
  connection.workspace.onWillRenameFiles(params =>
    session ? answerWillRename(connection, session, params) : null,
  );
  connection.workspace.onDidRenameFiles(params => session && filesRenamed(session, params));
  connection.onExecuteCommand(
    (params, token) => session && runCommand(connection, session, params, token),
  );
  connection.onRequest(vaultsMethod, () => session?.workspace.vaultUris() ?? []);
  connection.onRequest(repairsMethod, (params: RepairsParams, token: CancellationToken) =>
    session ? answerRepairs(session, params, token) : null,
  );
  connection.onRequest(applyRepairsMethod, (choices: ChosenRepair[]) =>
    session ? applyRepairs(connection, session, choices) : null,
  );
  connection.listen();
}
