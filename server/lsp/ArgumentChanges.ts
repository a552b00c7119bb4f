/** Tells a client that shows the argument that it would look otherwise now. */
import type { Connection } from 'vscode-languageserver';
import { looksSame } from '../core/features/graph/graphNode';
import type { Note } from '../core/text/parseNote';
import type { Delta } from '../core/vault/Vault';
import { addressOf } from './address';
import type { OpenVault } from './OpenVault';
import { type ArgumentChanged, argumentChangedMethod } from './protocol';
import { Quiet } from './Quiet';

/** Milliseconds without a change before the client hears of it. */
const QUIET = 300;
/** Milliseconds after which it hears of changes without a pause all the same. */
const PATIENCE = 2000;

export class ArgumentChanges {
  private asked = false;
  private readonly roots = new Set<string>();
  private readonly work = new Quiet(QUIET, PATIENCE, () => this.tell());

  constructor(private readonly connection: Connection) {}

  /** The client shows the argument from now on. */
  follow(): void {
    this.asked = true;
  }

  /** Notes changed, and `before` are those that were there, as they were. */
  changed(vault: OpenVault, { changed, affected }: Delta, before: ReadonlyMap<string, Note>): void {
    if (!this.asked || !vault.complete) return;
    const { index } = vault;
    const differs = (path: string) => {
      const [old, now] = [before.get(path), index.note(path)];
      return !looksSame(index, old, now) || !sameRelations(old, now);
    };
    // Where others are touched, a link may lead elsewhere.
    if (affected.size > changed.size || [...changed].some(differs)) this.refresh([vault]);
  }

  /** All that is shown of these vaults may be another, as after indexing or a change of settings. */
  refresh(vaults: readonly OpenVault[]): void {
    if (!this.asked) return;
    for (const { root } of vaults) this.roots.add(root);
    this.work.wake();
  }

  private async tell(): Promise<void> {
    const roots = [...this.roots].sort();
    this.roots.clear();
    for (const root of roots) {
      const params: ArgumentChanged = { vault: addressOf(root) };
      void this.connection.sendNotification(argumentChangedMethod, params);
    }
  }
}

function sameRelations(a: Note | undefined, b: Note | undefined): boolean {
  const [before, after] = [a, b].map(
    note => note?.links.filter(({ field }) => field !== null) ?? [],
  );
  return (
    before?.length === after?.length &&
    (before ?? []).every((link, at) => {
      const other = after?.[at];
      return link.field === other?.field && link.target.written === other?.target.written;
    })
  );
}
