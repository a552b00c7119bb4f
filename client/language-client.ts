/** Starts the language server, starts it again when it fails, and hands on what it tells of itself. */
import * as vscode from 'vscode';
import {
  CancellationToken,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type ArgumentChanged,
  argumentChangedMethod,
  type ClientOptions,
  inboxChangedMethod,
  previewChangedMethod,
  type Status,
  statusMethod,
} from '../server/lsp/protocol';
import { hintCommand } from './commands/hint';
import { showLinksCommand } from './commands/show-links';
import { moveMiddleware } from './file-moves';
import { isInFrontmatter } from './frontmatter-typing';
import { isInLink } from './link-typing';
import { withoutDoubles } from './path-doubles';
import { previewTicked } from './preview-edits';
import { renameMiddleware } from './rename-answers';
import { fail } from './tell';

/** Milliseconds before the server is started again, longer each time it fails soon after. */
const DELAYS = [0, 1000, 3000, 10_000, 30_000];
/** Milliseconds after which a start counts as good. */
const GOOD_RUN = 60_000;

export class ServerLink implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private failures = 0;
  private started = 0;
  private readonly statuses = new vscode.EventEmitter<Status | 'starting' | 'failed'>();
  readonly onStatus = this.statuses.event;
  private readonly inboxChanges = new vscode.EventEmitter<void>();
  readonly onInboxChanged = this.inboxChanges.event;
  private readonly previewChanges = new vscode.EventEmitter<void>();
  readonly onPreviewChanged = this.previewChanges.event;
  private readonly argumentChanges = new vscode.EventEmitter<ArgumentChanged>();
  readonly onArgumentChanged = this.argumentChanges.event;

  constructor(
    private readonly module: string,
    private readonly output: vscode.LogOutputChannel,
    /** Where the server keeps parsed notes. */
    private readonly cacheFolder: string,
  ) {}

  /** Starts it, unless it was started before. */
  begin(): void {
    if (this.started === 0) void this.start();
  }

  async start(): Promise<void> {
    this.statuses.fire('starting');
    this.started = Date.now();
    const server: ServerOptions = { module: this.module, transport: TransportKind.ipc };
    const client = new LanguageClient('claimwright', 'Claimwright', server, this.options());
    this.client = client;
    client.onNotification(statusMethod, (status: Status) => this.statuses.fire(status));
    client.onNotification(inboxChangedMethod, () => this.inboxChanges.fire());
    client.onNotification(previewChangedMethod, () => this.previewChanges.fire());
    client.onNotification(argumentChangedMethod, (changed: ArgumentChanged) =>
      this.argumentChanges.fire(changed),
    );
    try {
      await client.start();
    } catch (error) {
      this.output.error(`The language server did not start: ${String(error)}`);
      this.statuses.fire('failed');
    }
  }

  /** Asks the server; fails where it does not run. */
  async request<Answer>(
    method: string,
    params?: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer> {
    if (this.client === undefined) throw new Error('The language server does not run.');
    if (params === undefined) return this.client.sendRequest<Answer>(method);
    return this.client.sendRequest<Answer>(method, params, token);
  }

  async restart(): Promise<void> {
    this.failures = 0;
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    if (client === undefined) return;
    // A server that hangs or is gone must not keep the editor waiting.
    await client.dispose(2000).catch((error: unknown) => this.output.warn(String(error)));
  }

  dispose(): void {
    void this.stop();
    this.statuses.dispose();
    this.inboxChanges.dispose();
    this.previewChanges.dispose();
    this.argumentChanges.dispose();
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', pattern: '**/.claimwright.yaml' },
      ],
      initializationOptions: {
        suggestCommand: 'editor.action.triggerSuggest',
        showReferencesCommand: showLinksCommand,
        hintCommand,
        listsHeadings: true,
        cacheFolder: this.cacheFolder,
      } satisfies ClientOptions,
      outputChannel: this.output,
      diagnosticCollectionName: 'claimwright',
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.closed(),
      },
      middleware: {
        ...renameMiddleware,
        // Most of what is typed is prose: the server is not asked about it.
        provideCompletionItem: async (document, position, context, token, next) => {
          if (document.languageId !== 'markdown') return next(document, position, context, token);
          if (!isInLink(document, position) && !isInFrontmatter(document, position))
            return undefined;
          const answer = await next(document, position, context, token);
          return withoutDoubles(document, position, context, answer);
        },
        workspace: {
          ...moveMiddleware,
          handleApplyEdit: (params, next) => {
            const edit = previewTicked(params.edit, params.label ?? 'Preview');
            return next({ ...params, edit }, CancellationToken.None);
          },
        },
      },
    };
  }

  private async closed(): Promise<CloseHandlerResult> {
    const { client } = this;
    if (client === undefined) return { action: CloseAction.DoNotRestart, handled: true };
    this.failures = Date.now() - this.started > GOOD_RUN ? 0 : this.failures;
    const delay = DELAYS[this.failures++];
    if (delay === undefined) {
      this.statuses.fire('failed');
      void this.offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.statuses.fire('starting');
    const when = delay === 0 ? 'now' : `in ${delay / 1000} seconds`;
    this.output.warn(`The language server stopped unexpectedly and is started again ${when}.`);
    void vscode.window.setStatusBarMessage(
      `Claimwright: the language server is started again ${when}`,
      5000,
    );
    await new Promise(resolve => setTimeout(resolve, delay));
    // Somebody may have restarted it by hand meanwhile.
    if (this.client !== client) return { action: CloseAction.DoNotRestart, handled: true };
    this.started = Date.now();
    return { action: CloseAction.Restart, handled: true };
  }

  private async offerRestart(): Promise<void> {
    const restart = 'Restart Server';
    const show = 'Show Output';
    const message = `Claimwright's language server stopped ${DELAYS.length + 1} times and is not started again by itself.`;
    const chosen = await fail(message, restart, show);
    if (chosen === restart) await this.restart();
    if (chosen === show) this.output.show();
  }
}
