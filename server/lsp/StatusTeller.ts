/** Tells the client how far the server is, and how many problems there are, whenever that is another. */
import type { Connection } from 'vscode-languageserver';
import type { Diagnostics } from './Diagnostics';
import type { OpenVault } from './OpenVault';
import { type ServerState, type Status, statusMethod } from './protocol';

export class StatusTeller {
  private state: ServerState = 'indexing';
  private told = '';

  constructor(
    private readonly connection: Connection,
    private readonly vaults: () => readonly OpenVault[],
    private readonly problems: () => Pick<Diagnostics, 'errors' | 'warnings' | 'unchecked'>,
  ) {}

  set(state: ServerState): void {
    this.state = state;
    this.tell();
  }

  tell(): void {
    const vaults = this.vaults();
    const { errors, warnings, unchecked } = this.problems();
    const sum = (count: (vault: OpenVault) => number) =>
      vaults.reduce((total, each) => total + count(each), 0);
    const status: Status = {
      state: this.state,
      notes: sum(each => each.notes),
      remaining: sum(each => each.remaining),
      vaults: vaults.length,
      errors,
      warnings,
      unchecked,
    };
    const text = JSON.stringify(status);
    if (text === this.told) return;
    this.told = text;
    void this.connection.sendNotification(statusMethod, status);
  }
}
