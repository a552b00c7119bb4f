/** The page of one vault's argument: asks the server what it is to show, and opens what is chosen in it. */
import * as vscode from 'vscode';
import {
  type Graph,
  type GraphAnswer,
  type GraphParams,
  graphMethod,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { fail, messageOf } from '../tell';
import { graphBody } from '../webviews/graph/body';
import { type Asked, type Choice, isAsked, sameScope, type Told } from '../webviews/graph/messages';
import { webviewFolder, webviewPage } from '../webviews/page';
import { savePicture, shortened } from './graph-picture';
import { notePathIn } from './note-path';

/** Edges that lead from the note, unless its reader chooses otherwise: what is behind its reasons. */
export const USUAL_STEPS = 2;
/** Milliseconds after which a graph that is waited for is asked for again. */
const PATIENCE = 150;

export class GraphPage {
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
  /** Whether it is on its way to the note in the editor, which nobody asked for by name. */
  private following = false;
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
    const steps = scope.kind === 'note' ? scope.steps : USUAL_STEPS;
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
    if (path === null || !this.choice.follow || isOpened || this.choice.scope.kind !== 'note')
      return;
    this.centre(path);
    this.following = true;
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
    this.asking?.cancel();
  }

  private choose(choice: Choice): void {
    this.choice = choice;
    this.following = false;
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
        await savePicture(this.addressOf(''), this.choice.scope, asked.format, asked.text);
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
      // As a note of a vault inside this one: what is shown stays.
      if (graph === null && this.following && this.graph !== null) this.stay(this.graph);
      else if (graph === null) this.refuse(refused ?? 'There is none.');
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

  private stay({ scope }: Graph): void {
    this.choice = { ...this.choice, scope };
    this.outdated = true;
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

  private addressOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(vscode.Uri.parse(this.choice.vault), path);
  }

  /** `null` for one that is no note of the vault, `undefined` where there is no editor. */
  private noteInEditor(): string | null | undefined {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return undefined;
    const isNote = document.languageId === 'markdown' && isServed(document.uri);
    return isNote ? notePathIn(this.choice.vault, document.uri.toString()) : null;
  }

  private tell(told: Told): void {
    if (!this.gone && this.ready) void this.panel.webview.postMessage(told);
  }
}
