/** The documents open in the editor: every change goes to the index at once. */
import type {
  DidChangeTextDocumentParams,
  TextDocumentIdentifier,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isNotePath } from '../core/vault/names';
import type { OpenVault } from './OpenVault';
import type { Workspace } from './Workspace';

export class Documents {
  private readonly all = new Map<string, TextDocument>();

  constructor(private readonly workspace: Workspace) {}

  opened({ uri, languageId, version, text }: TextDocumentItem): void {
    this.all.set(uri, TextDocument.create(uri, languageId, version, text));
    this.workspace.remember(uri);
    this.tell(uri, text);
  }

  changed({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.all.get(textDocument.uri);
    if (document === undefined) return;
    TextDocument.update(document, contentChanges, textDocument.version);
    this.tell(textDocument.uri, document.getText());
  }

  closed({ uri }: TextDocumentIdentifier): void {
    this.all.delete(uri);
    const place = this.workspace.placeOf(uri);
    if (place !== null && isNotePath(place.path)) place.vault.close(place.path);
    this.workspace.configOf(uri)?.editConfig(null);
    this.workspace.forget(uri);
  }

  version(uri: string): number | undefined {
    return this.all.get(uri)?.version;
  }

  /** Gives new vaults the open texts that belong to them. */
  tellNew(vaults: readonly OpenVault[]): void {
    for (const [uri, document] of this.all) {
      const vault = this.workspace.placeOf(uri)?.vault ?? this.workspace.configOf(uri);
      if (vault !== null && vaults.includes(vault)) this.tell(uri, document.getText());
    }
  }

  private tell(uri: string, text: string): void {
    const place = this.workspace.placeOf(uri);
    if (place !== null && isNotePath(place.path)) place.vault.edit(place.path, text);
    else this.workspace.configOf(uri)?.editConfig(text);
  }
}
