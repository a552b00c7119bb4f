/** Starts the language server, starts it again when it fails, and hands on what it tells of itself. */
import * as vscode from 'vscode';
import {
  CancellationToken,
  CloseAction,
  ConnectionError,
  ErrorAction,
  ErrorCodes,
  LanguageClient,
  type LanguageClientOptions,
  ResponseError,
  type ServerOptions,
  TransportKind,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import {
  type ArgumentChanged,
  applyRepairsMethod,
  argumentChangedMethod,
  authorMethod,
  type ClientOptions,
  inboxChangedMethod,
  linkMentionMethod,
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
import { Promised } from './promised';
import { renameMiddleware } from './rename-answers';
import { Restarts } from './restarts';
import { fail } from './tell';

const LOST: ReadonlySet<number> = new Set([
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.ConnectionInactive,
  ErrorCodes.MessageWriteError,
]);

/** Requests by which the server changes something: asked twice, it could be done twice. */
const DOING: ReadonlySet<string> = new Set([authorMethod, linkMentionMethod, applyRepairsMethod]);

/** A server process, from its start to its end. */
interface Run {
  readonly client: LanguageClient;
  /** When it was started, and when it had read the vault. */
  readonly started: number;
  ready: number | null;
  /** Settles when it is gone. */
  readonly ended: Promised<void>;
}

/** What is told of it by itself is told here, once; so the client only writes to the output. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class ServerLink implements vscode.Disposable {
  private run: Run | undefined;
  private restarts = new Restarts();
  private begun = false;
  /** Of who waits for a server that is being started; none waits where none is. */
  private waiting: Promised<Run> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
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

  /** Whether there is a vault to serve, however the server does. */
  get isWanted(): boolean {
    return this.begun;
  }

  /** Starts it, unless it was started before. */
  begin(): void {
    if (!this.begun) void this.start();
  }

  private async start(): Promise<void> {
    this.begun = true;
    this.statuses.fire('starting');
    this.waiting ??= new Promised();
    const run = this.newRun();
    this.run = run;
    try {
      await run.client.start();
    } catch (error) {
      this.output.error(`The language server did not start: ${String(error)}`);
      // Its process may run all the same.
      run.client.dispose().catch(() => {});
      this.ended(run);
    }
  }

  /** A client of its own for each: one whose start failed cannot be started again. */
  private newRun(): Run {
    const server: ServerOptions = { module: this.module, transport: TransportKind.ipc };
    const ended = new Promised<void>();
    const closed = () => this.ended(run);
    const client = new QuietClient('claimwright', 'Claimwright', server, this.options(closed));
    const run: Run = { client, started: Date.now(), ready: null, ended };
    client.onNotification(statusMethod, (status: Status) => {
      if (status.state !== 'indexing') run.ready ??= Date.now();
      if (this.run === run) this.welcome(run);
      this.statuses.fire(status);
    });
    client.onNotification(inboxChangedMethod, () => this.inboxChanges.fire());
    client.onNotification(previewChangedMethod, () => this.previewChanges.fire());
    client.onNotification(argumentChangedMethod, (changed: ArgumentChanged) =>
      this.argumentChanges.fire(changed),
    );
    return run;
  }

  /** It has looked for vaults: before, it would say of any note that it stands in none. */
  private welcome(run: Run): void {
    this.waiting?.keep(run);
    this.waiting = undefined;
  }

  /**
   * Asks the server, once it runs where it is being started. What only asks is asked again of the next one where the
   * server dies meanwhile. Fails where it does not run.
   */
  async request<Answer>(
    method: string,
    params?: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer> {
    for (let again = !DOING.has(method); ; again = false) {
      const run = await (this.waiting?.promise ?? this.run);
      if (run === undefined) throw new Error('The language server does not run.');
      try {
        const { client } = run;
        if (params === undefined) return await client.sendRequest<Answer>(method);
        // A token that is not there would be taken for a second parameter.
        if (token === undefined) return await client.sendRequest<Answer>(method, params);
        return await client.sendRequest<Answer>(method, params, token);
      } catch (error) {
        if (!isLost(error)) throw error;
        await run.ended.promise;
        if (!again) throw new Error('The language server stopped meanwhile.');
      }
    }
  }

  /** An edit of the server in the editor's terms. */
  async editOf(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit> {
    const run = await (this.waiting?.promise ?? this.run);
    if (run === undefined) throw new Error('The language server does not run.');
    return run.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  async restart(): Promise<void> {
    this.restarts = new Restarts();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.pause);
    const { run } = this;
    this.run = undefined;
    this.refuse();
    run?.ended.keep();
    // A server that hangs or is gone must not keep the editor waiting.
    await run?.client.dispose(2000).catch((error: unknown) => this.output.warn(String(error)));
  }

  dispose(): void {
    void this.stop();
    this.statuses.dispose();
    this.inboxChanges.dispose();
    this.previewChanges.dispose();
    this.argumentChanges.dispose();
  }

  /** It is told of a server that died while it was started from two sides; the first counts. */
  private ended(run: Run): void {
    run.ended.keep();
    if (this.run !== run) return;
    this.run = undefined;
    const now = Date.now();
    const ready = run.ready ?? now;
    const delay = this.restarts.next(ready - run.started, now - ready);
    if (delay === null) {
      this.refuse();
      this.statuses.fire('failed');
      void this.offerRestart();
      return;
    }
    this.waiting ??= new Promised();
    this.statuses.fire('starting');
    const when = delay === 0 ? 'now' : `in ${delay / 1000} seconds`;
    this.output.warn(`The language server stopped unexpectedly and is started again ${when}.`);
    void vscode.window.setStatusBarMessage(
      'Claimwright: the language server stopped and is started again',
      Math.max(delay, 3000),
    );
    this.pause = setTimeout(() => void this.start(), delay);
  }

  private refuse(): void {
    this.waiting?.break(new Error('The language server does not run.'));
    this.waiting = undefined;
  }

  private async offerRestart(): Promise<void> {
    const restart = 'Restart Server';
    const show = 'Show Output';
    const message =
      "Claimwright's language server stopped again and again, and is not started again by itself.";
    const chosen = await fail(message, restart, show);
    if (chosen === restart) await this.restart();
    if (chosen === show) this.output.show();
  }

  private options(closed: () => void): LanguageClientOptions {
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
      // What it would tell is told where the server ends.
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          closed();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
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
}

/** Whether it failed because the server is gone, and not because of what was asked. */
function isLost(error: unknown): boolean {
  return (
    error instanceof ConnectionError || (error instanceof ResponseError && LOST.has(error.code))
  );
}
