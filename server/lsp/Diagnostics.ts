/** Checks notes some time after they changed, those in an editor first, and publishes only what differs. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { vaultMarker } from '../core/vault/marker';
import type { Delta } from '../core/vault/Vault';
import { digest } from './digest';
import type { OpenVault } from './OpenVault';
import { defaultSettings, type Settings } from './protocol';
import { Quiet } from './Quiet';
import { inSlices } from './slices';

/** Milliseconds without a change before notes are checked again. */
const QUIET = 120;
/** Milliseconds after which typing without a pause is checked all the same. */
const PATIENCE = 600;

interface Published {
  /** Of what the client was told: of very many notes that would be very much. */
  readonly digest: number;
  readonly errors: number;
  readonly warnings: number;
}

interface Waiting {
  /** Those in an editor. */
  readonly open: Set<string>;
  readonly others: Set<string>;
}

export class Diagnostics {
  settings: Settings = defaultSettings;
  private readonly waiting = new Map<OpenVault, Waiting>();
  private readonly published = new Map<OpenVault, Map<string, Published>>();
  private readonly work = new Quiet(QUIET, PATIENCE, () => this.run());
  /** Ends when all that was published has been sent: it is sent in order. */
  private sent: Promise<void> = Promise.resolve();
  private isStopped = false;
  errors = 0;
  warnings = 0;

  constructor(
    private readonly check: (vault: OpenVault, path: string) => Diagnostic[],
    /** Ends when the client has been sent it. Never fails. */
    private readonly publish: (
      vault: OpenVault,
      path: string,
      diagnostics: Diagnostic[],
    ) => Promise<void>,
    /** Hears when all is checked that is to be. */
    private readonly counted: () => void,
    /** Hears of each slice of it. */
    private readonly goesOn: () => void,
  ) {}

  /** Notes that are to be checked, less those for which that was cancelled. */
  get left(): number {
    const counts = [...this.waiting.values()].map(
      ({ open, others }) => open.size + (this.isStopped ? 0 : others.size),
    );
    return counts.reduce((sum, each) => sum + each, 0);
  }

  /** Notes of which something else may be published than would be found, as checking them was cancelled. */
  get unchecked(): number {
    if (!this.isStopped) return 0;
    return [...this.waiting.values()].reduce((sum, { others }) => sum + others.size, 0);
  }

  /** No note that is in no editor is checked until `resume`. */
  stop(): void {
    this.isStopped = true;
    this.counted();
  }

  resume(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.work.wake();
  }

  /** Notes whose diagnostics can differ now. While a vault is read, only those in an editor: all are checked in the end. */
  touch(vault: OpenVault, { changed, affected }: Delta): void {
    const { open, others } = this.waitingIn(vault);
    let more = false;
    for (const path of vault.complete ? affected : changed) {
      const isOpen = vault.open.has(path);
      if (!isOpen && !vault.complete) continue;
      (isOpen ? open : others).add(path);
      if (isOpen) others.delete(path);
      more = true;
    }
    if (more) this.work.wake();
  }

  /** A note was opened: some clients forget what they hear of a note that no editor shows. */
  publishAgain(vault: OpenVault, path: string): void {
    const published = this.published.get(vault);
    const before = published?.get(path);
    if (before === undefined) return;
    published?.set(path, { ...before, digest: Number.NaN });
    this.touch(vault, { changed: new Set([path]), affected: new Set([path]) });
  }

  /** The whole vault with its settings, as after indexing or a change of settings. */
  touchAll(vault: OpenVault): void {
    this.resume();
    const affected = new Set([...vault.open.keys(), ...vault.index.notes(), vaultMarker]);
    this.touch(vault, { changed: new Set(vault.open.keys()), affected });
  }

  /** Takes back everything said about a vault that is gone. */
  drop(vault: OpenVault): void {
    const { open, others } = this.waitingIn(vault);
    open.clear();
    others.clear();
    this.waiting.delete(vault);
    for (const path of this.published.get(vault)?.keys() ?? []) this.say(vault, path, []);
    this.published.delete(vault);
    this.counted();
  }

  private waitingIn(vault: OpenVault): Waiting {
    const waiting = this.waiting.get(vault) ?? { open: new Set(), others: new Set() };
    this.waiting.set(vault, waiting);
    return waiting;
  }

  private async run(): Promise<void> {
    // What is found faster than the client takes it would pile up, and answers would wait behind it.
    const sent = async () => {
      await this.sent;
      this.goesOn();
      return true;
    };
    await inSlices(this.next(), ([vault, path]) => this.checkOne(vault, path), sent);
    this.counted();
  }

  /** What waits, open notes before all others; also what comes to wait meanwhile. */
  private *next(): Generator<[OpenVault, string]> {
    for (const [vault, { others }] of this.waiting) {
      // One walk over a set that grows and shrinks: to look for its first again and again gets slower the more are gone.
      for (const path of others) {
        yield* this.nextOpen();
        if (this.isStopped) break;
        if (others.delete(path)) yield [vault, path];
      }
    }
    yield* this.nextOpen();
  }

  private *nextOpen(): Generator<[OpenVault, string]> {
    for (const [vault, { open }] of this.waiting)
      for (const path of open) if (open.delete(path)) yield [vault, path];
  }

  private checkOne(vault: OpenVault, path: string): void {
    const { scope } = this.settings.diagnostics;
    const wanted = scope === 'vault' || (scope === 'open' && vault.open.has(path));
    this.say(vault, path, wanted ? this.check(vault, path) : []);
  }

  private say(vault: OpenVault, path: string, diagnostics: Diagnostic[]): void {
    const published = this.published.get(vault) ?? new Map<string, Published>();
    this.published.set(vault, published);
    const before = published.get(path);
    if (diagnostics.length === 0 && before === undefined) return;
    const now = digest(JSON.stringify(diagnostics));
    if (now === before?.digest) return;
    const count = (severity: DiagnosticSeverity) =>
      diagnostics.filter(each => each.severity === severity).length;
    const errors = count(DiagnosticSeverity.Error);
    const warnings = count(DiagnosticSeverity.Warning);
    this.errors += errors - (before?.errors ?? 0);
    this.warnings += warnings - (before?.warnings ?? 0);
    if (diagnostics.length === 0) published.delete(path);
    else published.set(path, { digest: now, errors, warnings });
    this.sent = this.publish(vault, path, diagnostics);
  }
}
