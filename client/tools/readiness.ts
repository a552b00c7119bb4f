/** Waits for the notes to be read: whoever asks too early would be told of some of them only. */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';

/** Milliseconds after which a server that said nothing will not begin: the folder is no vault. */
const SILENCE = 5000;
/** Milliseconds after which the answer says what is missing. */
const PATIENCE = 60_000;

export class Readiness implements vscode.Disposable {
  private isReady = false;
  private hasBegun = false;
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly following: vscode.Disposable;

  constructor(server: ServerLink) {
    this.following = server.onStatus(status => {
      this.hasBegun = true;
      this.isReady = typeof status === 'object' && status.state !== 'indexing';
      this.changes.fire();
    });
  }

  /** Fails where it is cancelled, takes too long, or nothing is there to be read. */
  async wait(token: vscode.CancellationToken): Promise<void> {
    if (this.isReady) return;
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(silent);
        clearTimeout(timer);
        for (const each of listening) each.dispose();
        settle();
      };
      const fail = (why: string) => end(() => reject(new Error(why)));
      const silent = setTimeout(() => {
        if (!this.hasBegun) fail('No vault is open.');
      }, SILENCE);
      const timer = setTimeout(() => fail('The notes are not read yet.'), PATIENCE);
      const listening = [
        token.onCancellationRequested(() => fail('It was cancelled.')),
        this.changes.event(() => {
          if (this.isReady) end(resolve);
        }),
      ];
    });
  }

  dispose(): void {
    this.following.dispose();
    this.changes.dispose();
  }
}
