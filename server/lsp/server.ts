/** The language server: one line a request, wired to the feature that answers it. */
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type * as z from 'zod';
import {
  answerCodeActions,
  answerCompletion,
  answerDefinition,
  answerHover,
  answerResolve,
} from './answers';
import { applyRepairs } from './applyRepairs';
import { answerCodeLenses, answerInlayHints, resolveCodeLens } from './argumentAnswers';
import { answerAuthor } from './authorAnswers';
import {
  answerIncomingCalls,
  answerOutgoingCalls,
  prepareCallHierarchy,
} from './callHierarchyAnswers';
import { answerCheckMove } from './checkMoveAnswers';
import {
  answerClaim,
  answerClaimNotes,
  answerClaimPlaces,
  answerClaimPreview,
} from './claimAnswers';
import { commands, runCommand } from './commands';
import { answerDependents } from './dependentsAnswers';
import { answerCheckDraft } from './draftAnswers';
import { answerWillRename, filesRenamed } from './fileMoves';
import { answerFindNotes } from './findNotesAnswers';
import { answerGraph } from './graphAnswers';
import { answerHealth, answerHealthNotes } from './healthAnswers';
import { answerHints } from './hintAnswers';
import { resolveCodeAction } from './hintLenses';
import { answerInbox } from './inboxAnswers';
import { answerLinkHistory } from './linkHistoryAnswers';
import { answerMentions, linkMention } from './mentionAnswers';
import { answerMessage } from './messageAnswers';
import {
  answerDocumentLinks,
  answerFoldingRanges,
  answerReferences,
  answerSelectionRanges,
} from './navigationAnswers';
import { answerNewNotes } from './newNoteAnswers';
import { answerOpenHints } from './openHintsAnswers';
import { checked, paramsForms, readEvents } from './params';
import type { Machine } from './port';
import { answerPreview } from './previewAnswers';
import {
  applyRepairsMethod,
  authorMethod,
  checkDraftMethod,
  checkMoveMethod,
  claimMethod,
  claimNotesMethod,
  claimPlacesMethod,
  claimPreviewMethod,
  dependentsMethod,
  findNotesMethod,
  graphMethod,
  healthMethod,
  healthNotesMethod,
  hintsMethod,
  inboxMethod,
  linkHistoryMethod,
  linkMentionMethod,
  mentionsMethod,
  messageMethod,
  newNotesMethod,
  openHintsMethod,
  previewMethod,
  repairsMethod,
  titleMethod,
  vaultsMethod,
} from './protocol';
import { answerRename, prepareRename } from './renameAnswers';
import { answerRepairs } from './repairAnswers';
import { Session } from './Session';
import { answerDocumentSymbols, answerWorkspaceSymbols } from './symbolAnswers';
import { answerTitle } from './titleAnswers';

/** What begins a link or a part of one, and what may stand in a title beside letters: behind any of these the list is asked for anew, so none of them ends it. */
const COMPLETION_TRIGGERS = [...'[#^|< ,.-\'’"():;!?&%+/=@$_0123456789'];

export function startServer(connection: Connection, machine: Machine, version: string): void {
  let session: Session | undefined;
  const { scheme } = machine.files;
  /** Folders and attachments, too. */
  const anyFile = {
    filters: [{ ...(scheme === null ? {} : { scheme }), pattern: { glob: '**/*' } }],
  };

  /** A request of Claimwright's own: of what a client sends, only what has the form is answered. */
  function onRequest<Params>(
    method: string,
    form: z.ZodType<Params>,
    answer: (session: Session, params: Params, token: CancellationToken) => unknown,
  ): void {
    connection.onRequest(method, (params: unknown, token: CancellationToken) =>
      session ? answer(session, checked(form, params), token) : null,
    );
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    if (session !== undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');
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
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.Refactor,
            `${CodeActionKind.SourceFixAll}.claimwright`,
          ],
          resolveProvider: true,
        },
        executeCommandProvider: { commands: [...commands] },
        renameProvider: session.shows.preparesRename ? { prepareProvider: true } : true,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: anyFile, didRename: anyFile },
        },
      },
    };
  });
  connection.onInitialized(() => void session?.start());
  connection.onDidChangeConfiguration(() => void session?.readSettings());
  connection.onDidChangeWatchedFiles(({ changes }) => session?.filesChanged(readEvents(changes)));
  // What has not the form for it is left, or it would be in the way of all that follows.
  const { opened, changed, ofDocument, renamed } = paramsForms;
  connection.onDidOpenTextDocument(params => session?.opened(checked(opened, params).textDocument));
  connection.onDidChangeTextDocument(params =>
    session?.documents.changed(checked(changed, params)),
  );
  connection.onDidSaveTextDocument(params =>
    session?.saved(checked(ofDocument, params).textDocument.uri),
  );
  connection.onDidCloseTextDocument(params =>
    session?.documents.closed(checked(ofDocument, params).textDocument),
  );

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
  connection.onCodeActionResolve(action => (session ? resolveCodeAction(session, action) : action));
  connection.onPrepareRename(params => (session ? prepareRename(session, params) : null));
  connection.onRenameRequest((params, token) =>
    session ? answerRename(connection, session, params, token) : null,
  );
  connection.workspace.onWillRenameFiles(params =>
    session ? answerWillRename(connection, session, params) : null,
  );
  connection.workspace.onDidRenameFiles(
    params => session && filesRenamed(session, checked(renamed, params)),
  );
  connection.onExecuteCommand(
    (params, token) => session && runCommand(connection, session, params, token),
  );
  connection.onRequest(vaultsMethod, () => session?.workspace.vaultUris() ?? []);
  onRequest(repairsMethod, paramsForms.repairs, answerRepairs);
  onRequest(applyRepairsMethod, paramsForms.applyRepairs, (at, choices) =>
    applyRepairs(connection, at, choices),
  );
  connection.onRequest(authorMethod, (params: unknown, token: CancellationToken) =>
    session ? answerAuthor(connection, session, params, token) : null,
  );
  onRequest(checkMoveMethod, paramsForms.author, answerCheckMove);
  onRequest(openHintsMethod, paramsForms.openHints, answerOpenHints);
  onRequest(dependentsMethod, paramsForms.dependents, answerDependents);
  onRequest(hintsMethod, paramsForms.hints, answerHints);
  onRequest(titleMethod, paramsForms.title, answerTitle);
  onRequest(checkDraftMethod, paramsForms.checkDraft, answerCheckDraft);
  onRequest(findNotesMethod, paramsForms.findNotes, answerFindNotes);
  onRequest(newNotesMethod, paramsForms.newNotes, answerNewNotes);
  onRequest(previewMethod, paramsForms.preview, answerPreview);
  onRequest(inboxMethod, paramsForms.inbox, answerInbox);
  onRequest(messageMethod, paramsForms.message, answerMessage);
  onRequest(claimMethod, paramsForms.claim, answerClaim);
  onRequest(claimNotesMethod, paramsForms.claimNotes, answerClaimNotes);
  onRequest(claimPlacesMethod, paramsForms.claimPlaces, answerClaimPlaces);
  onRequest(claimPreviewMethod, paramsForms.claim, answerClaimPreview);
  onRequest(mentionsMethod, paramsForms.claim, answerMentions);
  onRequest(linkMentionMethod, paramsForms.linkMention, (at, params) =>
    linkMention(connection, at, params),
  );
  onRequest(graphMethod, paramsForms.graph, answerGraph);
  onRequest(healthMethod, paramsForms.health, answerHealth);
  onRequest(healthNotesMethod, paramsForms.healthNotes, answerHealthNotes);
  onRequest(linkHistoryMethod, paramsForms.linkHistory, answerLinkHistory);
  connection.listen();
}
