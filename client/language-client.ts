/** Starts the language server, starts it again when it fails, and hands on what it tells of itself. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  type ArgumentChanged,
  argumentChangedMethod,
  inboxChangedMethod,
  previewChangedMethod,
  type Status,
  statusMethod,
} from '../server/lsp/protocol';
import { askAgain, DiedAfterEdit } from './ask-again';
import { CHANGING, DOING, executeCommandMethod } from './methods';
import { Promised } from './promised';
import { Restarts } from './restarts';
import type { ServerHost } from './server-host';
import { fail, messageOf } from './tell';

/** A server, from its start to its end. */
interface Run {
  readonly client: BaseLanguageClient;
  /** When it was started, and when it had read the vault. */
  readonly started: number;
  ready: number | null;
  /** Settles when it has read the vault, or is gone. */
  readonly read: Promised<void>;
  /** Settles when it is gone. */
  readonly ended: Promised<void>;
  /** Of each edit that came from it, whether the editor made it. */
  readonly edits: Promise<boolean>[];
  /** Whether it came after one that died. */
  readonly isNext: boolean;
  /** Whether a request failed because it is gone. */
  isLost(error: unknown): boolean;
}

export class ServerLink implements vscode.Disposable {
  private run: Run | undefined;
  private restarts = new Restarts();
  private begun = false;
  private diedBefore = false;
  /** How often it was started or stopped. */
  private starts = 0;
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
    private readonly host: ServerHost,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  /** Whether there can be a vault in this folder. */
  reads({ scheme }: vscode.Uri): boolean {
    return scheme === 'file' || !this.host.diskOnly;
  }

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
    const turn = ++this.starts;
    const run = await this.newRun().catch((error: unknown) => {
      this.output.error(`The language server cannot be started: ${String(error)}`);
      return null;
    });
    // It was stopped meanwhile.
    if (turn !== this.starts) return;
    if (run === null) return this.giveUp();
    this.run = run;
    try {
      await run.client.start();
    } catch (error) {
      this.output.error(`The language server did not start: ${String(error)}`);
      // It may run all the same.
      run.client.dispose().catch(() => {});
      this.ended(run);
    }
  }

  /** A client of its own for each: one whose start failed cannot be started again. */
  private async newRun(): Promise<Run> {
    const { clientOptions, isLost } = await import('./client-library');
    const ended = new Promised<void>();
    const edits: Promise<boolean>[] = [];
    const options = clientOptions(this.output, this.host, {
      closed: () => this.ended(run),
      edited: made => edits.push(made),
      execute: (command, args) => this.execute(command, args),
    });
    const client = await this.host.newClient(options);
    // What is told of it by itself is told here, once; so the client only writes to the output.
    const write = client.error.bind(client);
    client.error = (message, data) => write(message, data, false);
    const run: Run = {
      client,
      started: Date.now(),
      ready: null,
      read: new Promised(),
      ended,
      edits,
      isNext: this.diedBefore,
      isLost,
    };
    client.onNotification(statusMethod, (status: Status) => {
      if (status.state !== 'indexing') {
        run.ready ??= Date.now();
        run.read.keep();
      }
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
   * Asks the server, once it runs where it is being started, and where it dies before it answers, the next one. Fails
   * where none runs.
   */
  async request<Answer>(
    method: string,
    params?: unknown,
    token?: vscode.CancellationToken,
  ): Promise<Answer> {
    const ask = ({ client }: Run): Promise<Answer> =>
      params === undefined
        ? client.sendRequest(method)
        : // A token that is not there would be taken for a second parameter.
          token === undefined
          ? client.sendRequest(method, params)
          : client.sendRequest(method, params, token);
    return askAgain(() => this.runFor(method), ask, DOING.has(method));
  }

  private async runFor(method: string): Promise<Run> {
    for (;;) {
      const run = await (this.waiting?.promise ?? this.run);
      if (run === undefined) throw new Error('The language server does not run.');
      if (!run.isNext || !CHANGING.has(method)) return run;
      // The author had a vault that was read.
      await run.read.promise;
      if (this.run === run) return run;
    }
  }

  /** Has the server run a command of its own; says so where it cannot. */
  async execute(command: string, args: readonly unknown[]): Promise<void> {
    try {
      await this.request(executeCommandMethod, { command, arguments: args });
    } catch (error) {
      if (!(error instanceof DiedAfterEdit && error.made)) void fail(messageOf(error));
    }
  }

  /** An edit of the server in the editor's terms. */
  async editOf(edit: WorkspaceEdit): Promise<vscode.WorkspaceEdit> {
    const { client } = await this.runFor('');
    return client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  async restart(): Promise<void> {
    this.restarts = new Restarts();
    const stopped = this.stop();
    const turn = this.starts;
    await stopped;
    // Whoever asked for it meanwhile, too, or ends the extension, has the last word.
    if (turn === this.starts) await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.pause);
    const { run } = this;
    this.starts++;
    this.run = undefined;
    this.diedBefore = false;
    this.refuse();
    run?.read.keep();
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
    run.read.keep();
    run.ended.keep();
    if (this.run !== run) return;
    this.run = undefined;
    this.diedBefore = true;
    const now = Date.now();
    const ready = run.ready ?? now;
    const delay = this.restarts.next(ready - run.started, now - ready);
    if (delay === null) {
      this.giveUp();
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

  private giveUp(): void {
    this.refuse();
    this.statuses.fire('failed');
    void this.offerRestart();
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
}
