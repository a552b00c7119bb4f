/** The sources of all vaults as a client shows them. Nothing is looked at before a client asks, and then only what it wants to know. */
import type { Connection } from 'vscode-languageserver';
import type { Note } from '../core/text/parseNote';
import type { Delta } from '../core/vault/Vault';
import { InboxHints } from './InboxHints';
import { InboxSources } from './InboxSources';
import type { OpenVault } from './OpenVault';
import { inboxChangedMethod } from './protocol';
import { Quiet } from './Quiet';
import { inSlices } from './slices';

/** Milliseconds without a change before sources are counted again, and the client hears of it. */
const QUIET = 250;
/** Milliseconds after which it hears of changes without a pause all the same. */
const PATIENCE = 1000;

/** What the inbox knows of one vault. */
export interface InboxVault {
  readonly vault: OpenVault;
  readonly sources: InboxSources;
  readonly hints: InboxHints;
  /** Until then sources are missing. */
  filled: boolean;
}

export class Inbox {
  private asked = false;
  private known = new Map<OpenVault, InboxVault>();
  private readonly work = new Quiet(QUIET, PATIENCE, () => this.run());
  /** Whether the client was told something else than what is true now. */
  private differs = false;

  constructor(
    private readonly connection: Connection,
    private readonly vaults: () => readonly OpenVault[],
    private readonly report: (error: unknown) => void,
  ) {}

  /** Notes changed, and `before` are those that were there, as they were. */
  changed(vault: OpenVault, delta: Delta, before: ReadonlyMap<string, Note>): void {
    const known = this.known.get(vault);
    if (known === undefined) return;
    known.hints.touch(delta, before);
    let differs = false;
    for (const path of delta.changed) differs = known.sources.update(path) || differs;
    if (differs) this.differs = true;
    if (differs || known.hints.isOutdated) this.work.wake();
  }

  /** Vaults came, went, or are read by other settings. */
  refresh(): void {
    if (!this.asked) return;
    this.known = new Map();
    this.differs = true;
    this.work.wake();
  }

  /** All vaults that are read, with all their sources; `null` where nobody wants them any more. */
  async filled(goesOn: () => boolean): Promise<InboxVault[] | null> {
    this.asked = true;
    for (;;) {
      const missing = this.all().find(({ filled }) => !filled);
      if (missing === undefined) break;
      const { vault, sources } = missing;
      const step = (path: string) => void sources.update(path);
      if (!(await inSlices(vault.index.notes(), step, goesOn))) return null;
      missing.filled = true;
    }
    return this.all();
  }

  /** Has the urgent sources counted that are not counted yet; the client hears of it. */
  countUrgent(): void {
    this.work.start();
  }

  private all(): InboxVault[] {
    return this.vaults()
      .filter(({ complete }) => complete)
      .map(vault => {
        const known = this.known.get(vault) ?? {
          vault,
          sources: new InboxSources(vault.index),
          hints: new InboxHints(vault, this.report),
          filled: false,
        };
        this.known.set(vault, known);
        return known;
      });
  }

  private async run(): Promise<void> {
    await inSlices(this.uncounted(), ([known, path]) => {
      if (known.hints.count(path)) this.differs = true;
    });
    if ([...this.known.values()].some(({ hints }) => hints.isOutdated)) this.work.wake();
    if (!this.differs) return;
    this.differs = false;
    void this.connection.sendNotification(inboxChangedMethod);
  }

  /** Those that were counted and may have changed, then urgent ones; also what comes to be so meanwhile. */
  private *uncounted(): Generator<[InboxVault, string]> {
    for (const known of this.known.values()) {
      for (const path of known.hints.outdated) yield [known, path];
      for (const { path } of known.sources.urgent())
        if (known.hints.counts(path) === undefined) yield [known, path];
    }
  }
}
