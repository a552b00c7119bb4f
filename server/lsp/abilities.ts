/** What a client can show, of all that the server could send. */
import type { InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { parseOptions } from './protocol';

export interface Abilities {
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  /** Its command that opens a list of completions; `null` where it tells of none. */
  readonly suggestCommand: string | null;
  /** Its command that shows a list of places; `null` where it tells of none. */
  readonly showReferencesCommand: string | null;
  /** Whether that command resolves the code lens that it is given. */
  readonly resolvesWhenChosen: boolean;
  /** Its command that asks what a move of a hint needs; `null` where it tells of none. */
  readonly hintCommand: string | null;
  /** Whether it shows the headings of notes itself. */
  readonly listsHeadings: boolean;
  /** Where it has caches kept; `null` where it does not say. */
  readonly cacheFolder: string | null;
  /** Where the rules' documentation pages are; `null` where it does not say. */
  readonly ruleDocs: string | null;
  readonly locationLinks: boolean;
  readonly documentChanges: boolean;
  /** Whether it asks before it makes edits that say so. */
  readonly annotations: boolean;
  readonly editMetadata: boolean;
  /** Whether an edit may create files. */
  readonly createsFiles: boolean;
  /** Whether an edit may rename files. */
  readonly renamesFiles: boolean;
  /** Whether it asks before a rename what can be renamed. */
  readonly preparesRename: boolean;
  /** Whether a message may have buttons. */
  readonly asks: boolean;
  /** Whether it shows a document that the server names. */
  readonly showsDocuments: boolean;
  /** Whether it asks for the edit of a code action when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Whether it fetches code lenses and inlay hints anew when it is asked to. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** Whether it watches files when it is asked to. */
  readonly watchesFiles: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const shown = capabilities.textDocument;
  const edits = capabilities.workspace?.workspaceEdit;
  const options = parseOptions(initializationOptions);
  const operations = edits?.resourceOperations ?? [];
  // Whoever can rename and create files can only be told of it there; Neovim 0.7 says no more.
  const documentChanges = edits?.documentChanges ?? operations.length > 0;
  return {
    labelDetails: shown?.completion?.completionItem?.labelDetailsSupport === true,
    snippets: shown?.completion?.completionItem?.snippetSupport === true,
    ...options,
    locationLinks: shown?.definition?.linkSupport === true,
    documentChanges,
    annotations: documentChanges && edits?.changeAnnotationSupport !== undefined,
    editMetadata: edits?.metadataSupport === true,
    createsFiles: documentChanges && operations.includes('create'),
    renamesFiles: documentChanges && operations.includes('rename'),
    preparesRename: shown?.rename?.prepareSupport === true,
    asks: capabilities.window?.showMessage !== undefined,
    showsDocuments: capabilities.window?.showDocument?.support === true,
    resolvesEdits:
      shown?.codeAction?.dataSupport === true &&
      shown.codeAction.resolveSupport?.properties.includes('edit') === true,
    refreshesLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    refreshesHints: capabilities.workspace?.inlayHint?.refreshSupport === true,
    watchesFiles:
      options.watchesFiles &&
      capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

/** Addresses of the folders that a client has open, also of one that knows none but a root. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders && workspaceFolders.length > 0)
    return workspaceFolders.map(each => each.uri);
  if (rootUri) return [rootUri];
  return rootPath ? [URI.file(rootPath).toString()] : [];
}
