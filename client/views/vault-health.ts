/** The page of a vault's health: a tab that follows the vault as long as it is in sight. */
import * as vscode from 'vscode';
import {
  type HealthAnswer,
  type HealthNotes,
  type HealthNotesParams,
  type HealthParams,
  healthMethod,
  healthNotesMethod,
  type LinkHistory,
  type LinkHistoryParams,
  linkHistoryMethod,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { slowRequest } from '../slow-request';
import { messageOf } from '../tell';
import { healthBody } from '../webviews/health/body';
import { isAsked, type Told } from '../webviews/health/messages';
import { webviewFolder, webviewPage } from '../webviews/page';

const VIEW = 'claimwright.health';
/** Milliseconds without a change before the numbers are counted again. */
const QUIET = 1000;
/** Counting by itself takes no more than this part of the time. */
const SHARE = 0.25;
/** Milliseconds: what takes longer is counted again only where the reader asks for it. */
const LONGEST = 3000;
/** Commits of which the history is made. */
const POINTS = 12;

export class VaultHealth implements vscode.Disposable {
  /** By the address of the vault's root. */
  private readonly pages = new Map<string, HealthPage>();
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly server: ServerLink,
    private readonly extension: vscode.Uri,
  ) {
    const changed = () => {
      for (const page of this.pages.values()) page.changed();
    };
    this.parts = vscode.Disposable.from(
      server.onArgumentChanged(changed),
      server.onInboxChanged(changed),
      // Problems came or went, or notes did.
      server.onStatus(changed),
      vscode.window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          // Where this was open, the folder was read as a vault.
          server.begin();
          const { vault } = (state ?? {}) as { readonly vault?: unknown };
          if (typeof vault === 'string' && vault !== '') this.keep(vault, panel);
          else panel.dispose();
        },
      }),
    );
  }

  /** `root` is the address of the vault's root. */
  show(root: string): void {
    const known = this.pages.get(root);
    if (known !== undefined) known.reveal();
    else {
      const column = vscode.ViewColumn.Active;
      this.keep(root, vscode.window.createWebviewPanel(VIEW, 'Vault Health', column));
    }
  }

  dispose(): void {
    this.parts.dispose();
    for (const page of this.pages.values()) page.dispose();
  }

  private keep(root: string, panel: vscode.WebviewPanel): void {
    const page = new HealthPage(this.server, this.extension, root, panel);
    this.pages.set(root, page);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.pages.get(root) === page) this.pages.delete(root);
    });
  }
}

class HealthPage {
  private answer: { readonly health: HealthAnswer; readonly at: string } | null = null;
  /** Where the links led over time; `null` while that is read, `undefined` before anybody asked. */
  private history: LinkHistory | null | undefined;
  /** Something changed since the numbers were counted. */
  private stale = true;
  private counting = false;
  /** Whether the page is there to hear anything. */
  private ready = false;
  /** When counting ended, and how many milliseconds it took. */
  private last = { end: 0, took: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Addresses that the page was told, and may name. */
  private readonly told = new Set<string>();
  private gone = false;

  constructor(
    private readonly server: ServerLink,
    extension: vscode.Uri,
    private readonly root: string,
    private readonly panel: vscode.WebviewPanel,
  ) {
    const { webview } = panel;
    const icon = (ground: string) =>
      vscode.Uri.joinPath(extension, 'media', `health-${ground}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(extension)] };
    webview.onDidReceiveMessage((message: unknown) => void this.hear(message));
    panel.onDidChangeViewState(() => this.wake());
    webview.html = webviewPage(webview, extension, {
      name: 'health',
      title: 'Vault Health',
      body: healthBody,
    });
  }

  reveal(): void {
    this.panel.reveal();
  }

  changed(): void {
    this.stale = true;
    this.wake();
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
  }

  /** Counts again by itself: only what is in sight, after a quiet, and seldom where it takes long. */
  private wake(): void {
    clearTimeout(this.timer);
    if (!this.stale || !this.panel.visible || !this.ready) return;
    if (this.last.took > LONGEST) this.tell({ kind: 'outdated' });
    else {
      const pause = this.last.end + this.last.took / SHARE - Date.now();
      this.timer = setTimeout(() => void this.count(true), Math.max(QUIET, pause));
    }
  }

  private async hear(message: unknown): Promise<void> {
    if (!isAsked(message)) return;
    if (message.kind === 'ready') {
      this.ready = true;
      if (this.answer !== null) this.tell({ kind: 'health', ...this.answer });
      if (this.history !== undefined) this.tell({ kind: 'history', history: this.history });
      if (this.stale) await this.count(this.answer !== null);
    } else if (message.kind === 'refresh') await this.count(false);
    else if (message.kind === 'history') await this.readHistory();
    else if (message.kind === 'notes') await this.listNotes(message.key, message.from);
    else if (this.told.has(message.uri)) await open(message.uri, message.keepFocus);
  }

  private async count(quiet: boolean): Promise<void> {
    if (this.counting || this.gone) return;
    this.counting = true;
    this.stale = false;
    if (!quiet) this.tell({ kind: 'counting' });
    const since = Date.now();
    try {
      const params: HealthParams = { uri: this.root };
      const title = 'Claimwright: counting how the vault stands';
      const health = quiet
        ? await this.server.request<HealthAnswer>(healthMethod, params)
        : await slowRequest<HealthAnswer>(this.server, healthMethod, params, title);
      if (health.refused === null) {
        this.answer = { health, at: new Date().toLocaleTimeString() };
        this.tell({ kind: 'health', ...this.answer });
      } else this.refused(health.refused);
    } catch (error) {
      this.refused(messageOf(error));
    }
    this.counting = false;
    this.last = { end: Date.now(), took: Date.now() - since };
    // After a refusal it waits for a change: the server tells when notes are read.
    if (this.answer !== null) this.wake();
  }

  private async readHistory(): Promise<void> {
    if (this.history === null) return;
    this.tellHistory(null);
    // A repository is somebody's: git looks into it only where the author trusts it.
    if (!vscode.workspace.isTrusted)
      return this.tellHistory(
        noHistory('Git is asked for the history only in a workspace that you trust.'),
      );
    try {
      const params: LinkHistoryParams = { uri: this.root, points: POINTS };
      const title = 'Claimwright: counting broken links over time';
      const asked = slowRequest<LinkHistory>(this.server, linkHistoryMethod, params, title);
      this.tellHistory(await asked);
    } catch (error) {
      this.tellHistory(noHistory(messageOf(error)));
    }
  }

  private tellHistory(history: LinkHistory | null): void {
    this.history = history;
    this.tell({ kind: 'history', history });
  }

  private async listNotes(key: string, from: number): Promise<void> {
    try {
      const params: HealthNotesParams = { uri: this.root, key, from };
      const notes = await this.server.request<HealthNotes>(healthNotesMethod, params);
      for (const { uri } of notes.notes) this.told.add(uri);
      this.tell({ kind: 'notes', key, from, notes });
    } catch (error) {
      this.refused(messageOf(error));
    }
  }

  private refused(why: string): void {
    this.tell({ kind: 'refused', why });
  }

  private tell(told: Told): void {
    if (!this.gone) void this.panel.webview.postMessage(told);
  }
}

async function open(uri: string, preserveFocus: boolean): Promise<void> {
  const viewColumn = vscode.ViewColumn.Beside;
  const options = { viewColumn, preserveFocus, preview: true };
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), options);
}

function noHistory(refused: string): LinkHistory {
  return { refused, commits: 0, shallow: false, points: [] };
}
