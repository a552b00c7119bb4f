/** What a client shows of vaults beside problems: it hears where that would be another now. */
import type { Connection } from 'vscode-languageserver';
import type { Note } from '../core/text/parseNote';
import type { Delta } from '../core/vault/Vault';
import { ArgumentChanges } from './ArgumentChanges';
import { ArgumentViews } from './ArgumentViews';
import type { Abilities } from './abilities';
import { Inbox } from './Inbox';
import type { OpenVault } from './OpenVault';
import { Previews } from './Previews';

export class Shown {
  /** Of the argument around notes, in the notes themselves. */
  readonly views: ArgumentViews;
  /** Of the argument, in views of their own. */
  readonly argument: ArgumentChanges;
  readonly inbox: Inbox;
  readonly previews: Previews;

  constructor(
    connection: Connection,
    abilities: Abilities,
    vaults: () => readonly OpenVault[],
    report: (error: unknown) => void,
  ) {
    this.views = new ArgumentViews(connection, abilities);
    this.argument = new ArgumentChanges(connection);
    this.previews = new Previews(connection);
    this.inbox = new Inbox(connection, vaults, report);
  }

  /** Notes changed, and `before` are those that were there, as they were. */
  changed(vault: OpenVault, delta: Delta, before: ReadonlyMap<string, Note>): void {
    this.views.changed(vault, delta, before);
    this.argument.changed(vault, delta, before);
    this.inbox.changed(vault, delta, before);
    if (vault.complete) this.previews.changed();
  }

  /** Vaults came or went, or are read by other settings. */
  refresh(vaults: readonly OpenVault[]): void {
    this.views.refresh();
    this.argument.refresh(vaults);
    this.inbox.refresh();
    this.previews.changed();
  }
}
