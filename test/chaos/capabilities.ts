/** What editors can show: much, as VS Code, or little. */
import type * as lsp from 'vscode-languageserver-protocol';

const LITTLE: lsp.ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const MUCH: lsp.ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { labelDetailsSupport: true, snippetSupport: true } },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
  workspace: {
    ...LITTLE.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: {},
      metadataSupport: true,
    },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

export interface Abilities {
  readonly capabilities: lsp.ClientCapabilities;
  readonly initializationOptions: unknown;
}

export const abilities: readonly Abilities[] = [
  {
    capabilities: MUCH,
    initializationOptions: {
      suggestCommand: 'suggest.it',
      showReferencesCommand: 'show.references',
      hintCommand: 'ask.hint',
    },
  },
  { capabilities: MUCH, initializationOptions: null },
  { capabilities: LITTLE, initializationOptions: {} },
];
