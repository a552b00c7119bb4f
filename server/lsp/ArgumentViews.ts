/** Code lenses and inlay hints as a client shows them: it is asked to fetch them anew when links changed elsewhere. */
import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
} from 'vscode-languageserver';
import { type Argument, argumentOf, sameSayings } from '../core/features/argument/argument';
import type { Note } from '../core/text/parseNote';
import type { Delta } from '../core/vault/Vault';
import type { Abilities } from './abilities';
import type { OpenVault } from './OpenVault';

/** Milliseconds without a change before views are fetched anew. */
const QUIET = 300;

interface Known {
  readonly vault: OpenVault;
  readonly path: string;
  readonly argument: Argument;
}

export class ArgumentViews {
  /** Each lens of a note is resolved by itself; they share one look. */
  private known: Known | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly shows: Pick<Abilities, 'refreshesLenses' | 'refreshesHints'>,
  ) {}

  argument(vault: OpenVault, path: string): Argument {
    const { known } = this;
    if (known?.vault === vault && known.path === path) return known.argument;
    const argument = argumentOf(vault.index, path);
    this.known = { vault, path, argument };
    return argument;
  }

  /** Notes changed, and `before` are those that were there, as they were. */
  changed(vault: OpenVault, { changed, affected }: Delta, before: ReadonlyMap<string, Note>): void {
    this.known = null;
    if (!vault.complete) return;
    const differs = (path: string) => !sameSayings(before.get(path), vault.index.note(path));
    if (affected.size > changed.size || [...changed].some(differs)) this.refresh();
  }

  /** What is shown may be another everywhere, as after indexing or a change of settings. */
  refresh(): void {
    this.known = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetchAnew(), QUIET);
  }

  private fetchAnew(): void {
    const { connection, shows } = this;
    const asked = [
      shows.refreshesLenses && connection.sendRequest(CodeLensRefreshRequest.type),
      shows.refreshesHints && connection.sendRequest(InlayHintRefreshRequest.type),
    ];
    // A client may refuse, or be gone.
    for (const each of asked) if (each) void each.catch(() => {});
  }
}
