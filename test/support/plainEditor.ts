/** An editor of the plainest kind around a client: it makes the edits that the server sends, all of each or nothing. */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { LspClient } from './lspClient';

export class PlainEditor {
  /** Every edit that it was sent, whether it made it or not. */
  readonly sent: lsp.ApplyWorkspaceEditParams[] = [];
  readonly messages: string[] = [];
  readonly shown: lsp.ShowDocumentParams[] = [];
  /** What it does before it makes an edit; `false` leaves the edit. */
  before: () => boolean = () => true;

  constructor(private readonly client: LspClient) {
    const { connection } = client;
    connection.onRequest('workspace/applyEdit', async (params: lsp.ApplyWorkspaceEditParams) => {
      this.sent.push(params);
      return { applied: this.before() && (await this.make(params.edit)) };
    });
    connection.onNotification('window/showMessage', ({ message }: lsp.ShowMessageParams) => {
      this.messages.push(message);
    });
    connection.onRequest('window/showDocument', (params: lsp.ShowDocumentParams) => {
      this.shown.push(params);
      return { success: true };
    });
  }

  /** From now on an edit is neither made nor answered; returns the list of those that come. */
  neverAnswers(): readonly lsp.ApplyWorkspaceEditParams[] {
    const unanswered: lsp.ApplyWorkspaceEditParams[] = [];
    this.client.connection.onRequest(
      'workspace/applyEdit',
      (params: lsp.ApplyWorkspaceEditParams) => {
        unanswered.push(params);
        return new Promise(() => {});
      },
    );
    return unanswered;
  }

  /** The text of a note, in the editor or else on the disk; `null` where there is none. */
  text(name: string): string | null {
    if (this.isOpen(name)) return this.client.document(name).getText();
    const file = this.client.file(name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Makes an edit; changes nothing and returns `false` where a part of it cannot be made. */
  async make({ changes = {}, documentChanges }: lsp.WorkspaceEdit): Promise<boolean> {
    const parts = documentChanges ?? plain(changes);
    /** Texts by name; `null` for what is gone. */
    const texts = new Map<string, string | null>();
    const now = (name: string) => (texts.has(name) ? (texts.get(name) ?? null) : this.text(name));
    const moves: [string, string][] = [];
    for (const part of parts) {
      if ('edits' in part) {
        const name = this.nameOf(part.textDocument.uri);
        const text = now(name);
        const { version } = part.textDocument;
        if (text === null || (version !== null && version !== this.client.document(name).version))
          return false;
        const document = TextDocument.create('', '', 0, text);
        texts.set(name, TextDocument.applyEdits(document, part.edits as lsp.TextEdit[]));
      } else if (part.kind === 'create') {
        const name = this.nameOf(part.uri);
        if (now(name) !== null && part.options?.overwrite !== true) return false;
        texts.set(name, '');
      } else if (part.kind === 'rename') {
        const [from, to] = [this.nameOf(part.oldUri), this.nameOf(part.newUri)];
        if (now(from) === null || now(to) !== null) return false;
        moves.push([from, to]);
      } else return false;
    }
    for (const [name, text] of texts) await this.put(name, text ?? '');
    for (const [from, to] of moves) this.move(from, to);
    return true;
  }

  private nameOf(uri: string): string {
    return URI.parse(uri).fsPath.slice(this.client.root.length + 1);
  }

  private isOpen(name: string): boolean {
    try {
      this.client.document(name);
      return true;
    } catch {
      return false;
    }
  }

  private async put(name: string, text: string): Promise<void> {
    if (this.isOpen(name)) await this.client.type(name, text);
    else this.client.write(name, text);
  }

  private move(from: string, to: string): void {
    mkdirSync(dirname(this.client.file(to)), { recursive: true });
    renameSync(this.client.file(from), this.client.file(to));
  }
}

function plain(changes: NonNullable<lsp.WorkspaceEdit['changes']>): lsp.TextDocumentEdit[] {
  return Object.entries(changes).map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits,
  }));
}
