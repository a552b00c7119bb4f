/** Looks for mentions of a note, which reads all notes: with progress, one search at a time, and it can be stopped. */
import * as vscode from 'vscode';
import { type ClaimParams, type Mentions, mentionsMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';

/** Milliseconds after which a search gets a button to stop it. */
const LONG = 2000;

const STOPPED: Mentions = { refused: 'The search was stopped', notes: [], more: false };

interface Search {
  readonly uri: string;
  readonly stop: vscode.CancellationTokenSource;
  readonly found: Promise<Mentions>;
}

export class MentionSearch {
  private running: Search | null = null;

  constructor(private readonly server: ServerLink) {}

  /** Whoever asks for the same while it is looked for waits with the others. */
  of(uri: string): Promise<Mentions> {
    const { running } = this;
    if (running?.uri === uri) return running.found;
    this.stop();
    const stop = new vscode.CancellationTokenSource();
    const params: ClaimParams = { uri };
    const found = this.server
      .request<Mentions | null>(mentionsMethod, params, stop.token)
      .catch(() => null)
      .then(mentions => {
        if (this.running?.found === found) this.running = null;
        return mentions ?? STOPPED;
      });
    this.running = { uri, stop, found };
    void vscode.window.withProgress({ location: { viewId: 'claimwright.claim' } }, () => found);
    void offerStop(stop, found);
    return found;
  }

  /** Nobody waits for it any more. */
  stop(): void {
    this.running?.stop.cancel();
    this.running = null;
  }
}

async function offerStop(
  stop: vscode.CancellationTokenSource,
  found: Promise<unknown>,
): Promise<void> {
  const long = new Promise(resolve => setTimeout(() => resolve('long'), LONG));
  if ((await Promise.race([found, long])) !== 'long') return;
  const location = vscode.ProgressLocation.Notification;
  const title = 'Looking for mentions without a link';
  await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => stop.cancel());
    return found;
  });
}
