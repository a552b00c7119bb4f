/** What the claim's tree knows: fetched when it is unfolded, and all of it anew when something may have changed. */
import * as vscode from 'vscode';
import {
  type ClaimAnswer,
  type ClaimNotes,
  type ClaimNotesParams,
  type ClaimParams,
  type ClaimPlace,
  type ClaimPlacesParams,
  claimMethod,
  claimNotesMethod,
  claimPlacesMethod,
  type Mentions,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';

/** Notes that are listed at first, and with each "Show More". */
const PAGE = 100;

/** What there is to show: a note, or why there is none; `unread` where no server was wanted so far. */
export type ClaimState = 'note' | 'none' | 'outside' | 'unread' | 'starting' | 'failed';

type Below = Pick<ClaimNotesParams, 'section' | 'below'>;

/** An answer that was given, and how to ask again. */
interface Known {
  readonly ask: (uri: string, token: vscode.CancellationToken) => Promise<unknown>;
  answer: unknown;
}

export class ClaimModel {
  private readonly changes = new vscode.EventEmitter<void>();
  /** What is shown is another now. */
  readonly onChange = this.changes.event;
  private uri: string | null = null;
  private shown: ClaimAnswer | null = null;
  private said: ClaimState = 'unread';
  private known = new Map<string, Known>();
  private readonly wanted = new Map<string, number>();
  private running = new vscode.CancellationTokenSource();
  private found: Mentions | null = null;

  constructor(private readonly server: ServerLink) {}

  get state(): ClaimState {
    return this.said;
  }

  get answer(): ClaimAnswer | null {
    return this.shown;
  }

  /** Where other notes say a name of this one; `null` as long as nobody asked. */
  get mentions(): Mentions | null {
    return this.found;
  }

  /** Returns `false` where another note is shown by now. */
  tookMentions(uri: string, mentions: Mentions | null): boolean {
    if (uri === this.uri) this.found = mentions;
    return uri === this.uri;
  }

  /** The mentions in one note are others now. */
  tookPlaces(uri: string, path: string, places: readonly ClaimPlace[]): void {
    const { found } = this;
    if (uri !== this.uri || found === null) return;
    const notes = found.notes.flatMap(each =>
      each.note.path !== path ? [each] : places.length > 0 ? [{ ...each, places }] : [],
    );
    this.found = { ...found, notes };
    this.changes.fire();
  }

  /** Has them looked for again when they are unfolded. */
  forgetMentions(): void {
    this.found = null;
    this.changes.fire();
  }

  /** Shows a note, or the one that is shown as it is now. Until all is known, what was shown stays. */
  async show(uri: string | null): Promise<void> {
    this.running.cancel();
    this.running.dispose();
    const running = new vscode.CancellationTokenSource();
    this.running = running;
    const { token } = running;
    if (uri === null) return this.take(null, null, 'none', new Map());
    const same = uri === this.uri;
    try {
      const params: ClaimParams = { uri };
      const asked = same ? [...this.known] : [];
      const [answer, ...others] = await Promise.all([
        this.server.request<ClaimAnswer | null>(claimMethod, params, token),
        ...asked.map(([, { ask }]) => ask(uri, token)),
      ]);
      if (token.isCancellationRequested) return;
      const known = new Map(
        asked.map(([key, { ask }], at) => [key, { ask, answer: others[at] } as Known]),
      );
      // What was unfolded meanwhile is as new.
      if (same) for (const [key, each] of this.known) if (!known.has(key)) known.set(key, each);
      this.take(uri, answer, answer === null ? 'outside' : 'note', known);
    } catch {
      // A server that does not run tells so by its status.
    }
  }

  /** The server does not answer now. */
  fail(state: 'starting' | 'failed'): void {
    this.running.cancel();
    this.take(this.uri, null, state, new Map());
  }

  /** What stands below a section, or below a note in it. */
  notes({ section, below }: Below): Promise<ClaimNotes | null> {
    const key = keyOf({ section, below });
    return this.get(key, (uri, token) => {
      const most = this.wanted.get(key) ?? PAGE;
      const params: ClaimNotesParams = { uri, section, below, most };
      return this.server.request<ClaimNotes | null>(claimNotesMethod, params, token);
    });
  }

  /** Where a note links to the one that is shown. */
  places(from: string): Promise<readonly ClaimPlace[] | null> {
    return this.get(`places ${from}`, (uri, token) => {
      const params: ClaimPlacesParams = { uri, from };
      return this.server.request<ClaimPlace[] | null>(claimPlacesMethod, params, token);
    });
  }

  async showMore(below: Below): Promise<void> {
    const key = keyOf(below);
    this.wanted.set(key, (this.wanted.get(key) ?? PAGE) + PAGE);
    await this.show(this.uri);
  }

  private async get<Answer>(
    key: string,
    ask: (uri: string, token: vscode.CancellationToken) => Promise<Answer>,
  ): Promise<Answer | null> {
    const { uri, known, running } = this;
    const before = known.get(key);
    if (before !== undefined) return before.answer as Answer;
    if (uri === null) return null;
    const { token } = new vscode.CancellationTokenSource();
    try {
      const answer = await ask(uri, token);
      if (uri !== this.uri) return answer;
      // What changed since this was asked may be in the answers to the others, but not in this one.
      if (running !== this.running) return this.get(key, ask);
      this.known.set(key, { ask, answer });
      return answer;
    } catch {
      return null;
    }
  }

  private take(
    uri: string | null,
    answer: ClaimAnswer | null,
    state: ClaimState,
    known: Map<string, Known>,
  ): void {
    const now = textOf(uri, answer, state, known);
    const before = textOf(this.uri, this.shown, this.said, this.known);
    // A search that was broken off is made anew.
    if (uri !== this.uri || (answer === null && (this.found?.refused ?? null) !== null))
      this.found = null;
    if (uri !== this.uri) this.wanted.clear();
    this.uri = uri;
    this.shown = answer;
    this.said = state;
    this.known = known;
    if (now !== before) this.changes.fire();
  }

  dispose(): void {
    this.running.cancel();
    this.changes.dispose();
  }
}

function keyOf({ section, below }: Below): string {
  return [section, ...below].join('\n');
}

function textOf(
  uri: string | null,
  answer: ClaimAnswer | null,
  state: ClaimState,
  known: ReadonlyMap<string, Known>,
): string {
  return JSON.stringify([uri, state, answer, [...known].map(([key, each]) => [key, each.answer])]);
}
