/** The argument as a graph, in a tab beside the editor: one for each vault, live as notes change. */
import * as vscode from 'vscode';
import type { GraphScope } from '../../server/lsp/protocol';
import type { AuthorPlace } from '../author-place';
import type { ServerLink } from '../language-client';
import { type Choice, isChoice } from '../webviews/graph/messages';
import { GraphPage, USUAL_STEPS } from './graph-page';
import { notePathIn } from './note-path';

const VIEW = 'claimwright.argumentGraph';

export class ArgumentGraphs implements vscode.Disposable {
  /** By the address of the vault's root. */
  private readonly pages = new Map<string, GraphPage>();
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly server: ServerLink,
    private readonly extension: vscode.Uri,
  ) {
    const all = (act: (page: GraphPage) => void) => () => {
      for (const page of this.pages.values()) act(page);
    };
    this.parts = vscode.Disposable.from(
      server.onArgumentChanged(({ vault }) => this.pages.get(vault)?.changed()),
      server.onStatus(status => {
        // A server that was started anew tells of changes only whom it has answered.
        if (typeof status === 'string') all(page => page.outdate())();
        else if (status.state !== 'indexing') all(page => page.retry())();
      }),
      vscode.window.onDidChangeActiveTextEditor(all(page => page.follow())),
      vscode.window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          // Where this was open, the folder was read as a vault.
          server.begin();
          const { choice } = (state ?? {}) as { readonly choice?: unknown };
          if (isChoice(choice) && !this.pages.has(choice.vault)) this.keep(choice, panel);
          else panel.dispose();
        },
      }),
    );
  }

  show({ root, uri }: AuthorPlace): void {
    const path = notePathIn(root, uri);
    const known = this.pages.get(root);
    if (known !== undefined) {
      known.reveal();
      if (path !== null) known.centre(path);
      return;
    }
    const scope: GraphScope =
      path === null ? { kind: 'vault' } : { kind: 'note', path, steps: USUAL_STEPS };
    const column = { viewColumn: vscode.ViewColumn.Beside };
    const panel = vscode.window.createWebviewPanel(VIEW, 'Argument Graph', column, {
      // Where everything stands is not worked out anew whenever another tab was in front.
      retainContextWhenHidden: true,
    });
    this.keep({ vault: root, scope, follow: true }, panel);
  }

  dispose(): void {
    this.parts.dispose();
    for (const page of this.pages.values()) page.dispose();
  }

  private keep(choice: Choice, panel: vscode.WebviewPanel): void {
    const page = new GraphPage(this.server, this.extension, choice, panel);
    this.pages.set(choice.vault, page);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.pages.get(choice.vault) === page) this.pages.delete(choice.vault);
    });
  }
}
