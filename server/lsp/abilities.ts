/** What a client can show, of all that the server could send. */
import type { InitializeParams } from 'vscode-languageserver';
import { parseOptions } from './protocol';

export interface Abilities {
  readonly labelDetails: boolean;
  readonly snippets: boolean;
  /** Its command that opens a list of completions; `null` where it tells of none. */
  readonly suggestCommand: string | null;
  readonly locationLinks: boolean;
  readonly documentChanges: boolean;
  /** Whether it asks before it makes edits that say so. */
  readonly annotations: boolean;
  readonly editMetadata: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const shown = capabilities.textDocument;
  const edits = capabilities.workspace?.workspaceEdit;
  return {
    labelDetails: shown?.completion?.completionItem?.labelDetailsSupport === true,
    snippets: shown?.completion?.completionItem?.snippetSupport === true,
    suggestCommand: parseOptions(initializationOptions).suggestCommand,
    locationLinks: shown?.definition?.linkSupport === true,
    documentChanges: edits?.documentChanges === true,
    annotations: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    editMetadata: edits?.metadataSupport === true,
  };
}
