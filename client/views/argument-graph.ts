/** The argument as a graph, in a tab beside the editor: one for each vault, live as notes change. */
import * as vscode from 'vscode';
import {
  type Graph,
  type GraphAnswer,
  type GraphParams,
  type GraphScope,
  graphMethod,
} from '../../server/lsp/protocol';
import type { AuthorPlace } from '../author-place';
import type { ServerLink } from '../language-client';
import { fail, messageOf } from '../tell';
import { graphBody } from '../webviews/graph/body';
import {
  type Asked,
  type Choice,
  isAsked,
  isChoice,
  type PictureFormat,
  sameScope,
  type Told,
} from '../webviews/graph/messages';
import { webviewFolder, webviewPage } from '../webviews/page';

const VIEW = 'claimwright.argumentGraph';
/** Edges that lead from the note, unless its reader chooses otherwise: what is behind its reasons. */
const STEPS = 2;
/** Milliseconds after which a graph that is waited for is asked for again. */
const PATIENCE = 150;

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
    const path = pathIn(root, uri);
    const known = this.pages.get(root);
    if (known !== undefined) {
      known.reveal();
      if (path !== null) known.centre(path);
      return;
    }
    const scope: GraphScope =
      path === null ? { kind: 'vault' } : { kind: 'note', path, steps: STEPS };
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

class GraphPage {
  private graph: Graph | null = null;
  private domains: readonly string[] = [];
  /** Paths that the page knows, and may name. */
  private known = new Set<string>();
  private ready = false;
  private outdated = true;
  private asking: vscode.CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The note that was opened from here: it is in the editor, and the graph stays where it is. */
  private opened: string | null = null;
  private active: string | null;
  private gone = false;

  constructor(
    private readonly server: ServerLink,
    extension: vscode.Uri,
    private choice: Choice,
    private readonly panel: vscode.WebviewPanel,
  ) {
    const { webview } = panel;
    this.active = this.noteInEditor() ?? null;
    const icon = (theme: string) => vscode.Uri.joinPath(extension, 'media', `graph-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(extension)] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (isAsked(message)) void this.hear(message);
    });
    panel.onDidChangeViewState(() => this.retry());
    webview.html = webviewPage(webview, extension, {
      name: 'graph',
      title: 'Argument Graph',
      body: graphBody,
    });
  }

  reveal(): void {
    this.panel.reveal(undefined, false);
  }

  centre(path: string): void {
    const { scope } = this.choice;
    if (scope.kind === 'note' && scope.path === path && this.graph !== null) return;
    const steps = scope.kind === 'note' ? scope.steps : STEPS;
    this.choose({ ...this.choice, scope: { kind: 'note', path, steps } });
  }

  changed(): void {
    this.outdate();
    this.retry();
  }

  /** Asks as soon as there is somebody to answer. */
  outdate(): void {
    this.outdated = true;
  }

  /** Asks again, if there is need to: what is out of sight waits. */
  retry(): void {
    if (!this.outdated || !this.ready || !this.panel.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PATIENCE);
  }

  follow(): void {
    const path = this.noteInEditor();
    // While the graph itself has the focus, there is no active editor.
    if (path === undefined) return;
    this.active = path;
    if (path !== null) this.known.add(path);
    this.tell({ kind: 'active', path });
    const isOpened = path === this.opened;
    this.opened = null;
    if (path !== null && this.choice.follow && !isOpened && this.choice.scope.kind === 'note')
      this.centre(path);
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
    this.asking?.cancel();
  }

  private choose(choice: Choice): void {
    this.choice = choice;
    this.outdated = true;
    if (this.ready) void this.ask();
  }

  private async hear(asked: Asked): Promise<void> {
    switch (asked.kind) {
      case 'ready':
        this.ready = true;
        await this.ask();
        return;
      case 'scope':
        if (asked.scope.kind === 'note' && !this.known.has(asked.scope.path)) return;
        this.choose({ ...this.choice, scope: asked.scope });
        return;
      case 'follow':
        this.choice = { ...this.choice, follow: asked.follow };
        if (this.graph !== null) this.show(this.graph);
        if (asked.follow && this.active !== null && this.choice.scope.kind === 'note')
          this.centre(this.active);
        return;
      case 'open':
        if (this.known.has(asked.path)) await this.open(asked.path, asked.keepFocus);
        return;
      case 'save':
        await this.save(asked.format, asked.text);
    }
  }

  /** The last question counts; an answer to another one is thrown away. */
  private async ask(): Promise<void> {
    this.asking?.cancel();
    clearTimeout(this.timer);
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    this.outdated = false;
    const { vault, scope } = this.choice;
    const params: GraphParams = { uri: vault, scope };
    try {
      const answer = await this.server.request<GraphAnswer>(graphMethod, params, asking.token);
      if (this.gone || this.asking !== asking) return;
      const { graph, refused, domains } = answer;
      if (graph === null) this.refuse(refused ?? 'There is none.');
      // Paths would be taken for those of another folder.
      else if (answer.vault !== vault) this.refuse('This is no vault any more.');
      else this.show(graph, domains);
    } catch (error) {
      if (this.gone || this.asking !== asking) return;
      // A server that stops is started again: what is shown stays until then.
      if (this.graph !== null && sameScope(this.graph.scope, scope)) this.outdate();
      else this.refuse(messageOf(error));
    } finally {
      asking.dispose();
    }
  }

  private show(graph: Graph, domains = this.domains): void {
    this.graph = graph;
    this.domains = domains;
    this.known = new Set(graph.nodes.map(({ path }) => path));
    if (this.active !== null) this.known.add(this.active);
    const { scope } = graph;
    const centre = scope.kind === 'note' && graph.nodes.find(({ path }) => path === scope.path);
    this.panel.title = centre ? `Graph: ${shortened(centre.title)}` : 'Argument Graph';
    this.tell({ kind: 'graph', choice: this.choice, graph, domains, active: this.active });
  }

  /** It is asked again when notes change, or when all of them are read. */
  private refuse(why: string): void {
    this.outdated = true;
    this.graph = null;
    this.tell({ kind: 'refused', why });
  }

  private async open(path: string, preserveFocus: boolean): Promise<void> {
    this.opened = path;
    const options = { viewColumn: this.columnOfNotes(), preserveFocus, preview: true };
    try {
      await vscode.window.showTextDocument(this.addressOf(path), options);
    } catch (error) {
      void fail(messageOf(error));
    }
  }

  /** Where notes are read already, and not over the graph. */
  private columnOfNotes(): vscode.ViewColumn {
    const own = this.panel.viewColumn;
    const editors = vscode.window.visibleTextEditors.map(({ viewColumn }) => viewColumn);
    const other = editors.find(column => column !== undefined && column !== own);
    if (other !== undefined) return other;
    return own === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }

  private async save(format: PictureFormat, text: string): Promise<void> {
    const uri = await vscode.window.showSaveDialog({
      defaultUri: this.addressOf(`${fileName(this.choice.scope)}.${format}`),
      filters: { [format.toUpperCase()]: [format] },
      saveLabel: 'Save Picture',
    });
    if (uri === undefined) return;
    try {
      const bytes = Buffer.from(text, format === 'png' ? 'base64' : 'utf8');
      await vscode.workspace.fs.writeFile(uri, bytes);
      void vscode.window.setStatusBarMessage('Claimwright: the picture is saved', 5000);
    } catch (error) {
      void fail(messageOf(error));
    }
  }

  private addressOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(vscode.Uri.parse(this.choice.vault), path);
  }

  /** `null` for one that is no note of the vault, `undefined` where there is no editor. */
  private noteInEditor(): string | null | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return undefined;
    const isNote = document.languageId === 'markdown' && document.uri.scheme === 'file';
    return isNote ? pathIn(this.choice.vault, document.uri.toString()) : null;
  }

  private tell(told: Told): void {
    if (!this.gone && this.ready) void this.panel.webview.postMessage(told);
  }
}

/** The path of a note in the vault; `null` for the root, and for what lies elsewhere. */
function pathIn(root: string, uri: string): string | null {
  const folder = `${vscode.Uri.parse(root).path.replace(/\/$/u, '')}/`;
  const { path } = vscode.Uri.parse(uri);
  return path.startsWith(folder) && path.endsWith('.md') ? path.slice(folder.length) : null;
}

function fileName(scope: GraphScope): string {
  if (scope.kind === 'vault') return 'argument';
  if (scope.kind === 'domain')
    return `argument in ${scope.domain.replace(/[^\p{L}\p{N} _-]/gu, '')}`;
  const name = (scope.path.split('/').at(-1) ?? '').replace(/\.md$/u, '');
  return `argument around ${shortened(name).replace('…', '').trim()}`;
}

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length > 40 ? `${letters.slice(0, 40).join('').trimEnd()}…` : letters.join('');
}
