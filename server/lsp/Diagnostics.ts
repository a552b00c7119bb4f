/** Checks notes some time after they changed, those in an editor first, and publishes only what differs. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { vaultMarker } from '../core/vault/marker';
import type { Delta } from '../core/vault/Vault';
import type { OpenVault } from './OpenVault';
import { defaultSettings, type Settings } from './protocol';
import { inSlices } from './slices';

/** Milliseconds without a change before notes are checked again. */
const QUIET = 120;
/** Milliseconds after which typing without a pause is checked all the same. */
const PATIENCE = 600;

interface Published {
  readonly text: string;
  readonly errors: number;
  readonly warnings: number;
}

export class Diagnostics {
  settings: Settings = defaultSettings;
  private readonly waiting = new Map<OpenVault, Set<string>>();
  private readonly published = new Map<OpenVault, Map<string, Published>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;
  private running = false;
  errors = 0;
  warnings = 0;

  constructor(
    private readonly check: (vault: OpenVault, path: string) => Diagnostic[],
    private readonly publish: (vault: OpenVault, path: string, diagnostics: Diagnostic[]) => void,
    private readonly counted: () => void,
  ) {}

  /** Notes whose diagnostics can differ now. */
  touch(vault: OpenVault, { affected }: Pick<Delta, 'affected'>): void {
    const waiting = this.waiting.get(vault) ?? new Set();
    for (const path of affected) waiting.add(path);
    this.waiting.set(vault, waiting);
    if (vault.complete) this.wake();
  }

  /** The whole vault with its settings, as after indexing or a change of settings. */
  touchAll(vault: OpenVault): void {
    this.touch(vault, {
      affected: new Set([...vault.open.keys(), ...vault.index.notes(), vaultMarker]),
    });
  }

  /** Takes back everything said about a vault that is gone. */
  drop(vault: OpenVault): void {
    this.waiting.delete(vault);
    for (const path of this.published.get(vault)?.keys() ?? []) this.say(vault, path, []);
    this.published.delete(vault);
    this.counted();
  }

  private wake(): void {
    if (this.running) return;
    const now = performance.now();
    if (this.timer === undefined) this.since = now;
    else clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(QUIET, this.since + PATIENCE - now));
    this.timer = setTimeout(() => void this.run(), wait);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.running = true;
    try {
      await inSlices(this.next(), ([vault, path]) => this.checkOne(vault, path));
    } finally {
      this.running = false;
    }
    this.counted();
  }

  /** What waits, open notes before all others; also what comes to wait meanwhile. */
  private *next(): Generator<[OpenVault, string]> {
    for (;;) {
      const ready = [...this.waiting].filter(([vault, paths]) => vault.complete && paths.size > 0);
      const open = ready.flatMap(([vault, paths]) =>
        [...vault.open.keys()].filter(path => paths.has(path)).map(path => [vault, path] as const),
      )[0];
      const [vault, path] = open ?? [ready[0]?.[0], ready[0]?.[1].values().next().value];
      if (vault === undefined || path === undefined) return;
      this.waiting.get(vault)?.delete(path);
      yield [vault, path];
    }
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
    const text = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
    if (text === (before?.text ?? '')) return;
    const count = (severity: DiagnosticSeverity) =>
      diagnostics.filter(each => each.severity === severity).length;
    const errors = count(DiagnosticSeverity.Error);
    const warnings = count(DiagnosticSeverity.Warning);
    this.errors += errors - (before?.errors ?? 0);
    this.warnings += warnings - (before?.warnings ?? 0);
    if (text === '') published.delete(path);
    else published.set(path, { text, errors, warnings });
    this.publish(vault, path, diagnostics);
  }
}
