/**
 * VS Code's Markdown previews of notes. A preview is rendered in one go while the server answers later, so what the
 * links of a note lead to is asked for when a preview first shows it, kept, and rendered anew where it turns out to be
 * something else. Of notes that no preview shows nothing is asked.
 */
import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { type PreviewAnswer, previewMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { byWritten, type Shown } from './shown';
import { wikiLinks } from './wiki-links';

/** Notes whose answers are kept. */
const MOST_NOTES = 50;
/**
 * Milliseconds that a page has to load before it is loaded anew: where a second one comes while the first still loads,
 * VS Code may go on showing the first.
 */
const LOADING = 800;

interface Known {
  /** `null` before the first answer, and for what is in no vault. */
  answer: PreviewAnswer | null;
  links: Shown['links'];
  /** The answer as JSON. */
  told: string;
  /** The answer as it was rendered, and the version of the text; `null` where no preview shows the note. */
  rendered: { readonly told: string; readonly version: number } | null;
  asking: 'no' | 'once' | 'again';
}

export class MarkdownPreviews implements vscode.Disposable {
  /** By address; what was asked for last stands last. */
  private readonly notes = new Map<string, Known>();
  private readonly parts: vscode.Disposable;
  private refreshing = false;
  /** When any of them was rendered last, in milliseconds as `performance.now()` has them. */
  private renderedAt = 0;
  private ready = false;

  constructor(private readonly server: ServerLink) {
    const { window, workspace } = vscode;
    this.parts = vscode.Disposable.from(
      workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
        if (contentChanges.length > 0 && this.isShown(uri)) this.askSoon(uri);
      }),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(isPreview) && !tabs().some(isPreview)) this.notes.clear();
      }),
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('claimwright.preview')) void refreshPreviews();
      }),
      server.onPreviewChanged(() => this.askAnew()),
      server.onStatus(status => {
        const ready = typeof status === 'object' && status.state === 'ready';
        if (ready && !this.ready) this.askAnew();
        this.ready = ready;
      }),
    );
  }

  dispose(): void {
    this.parts.dispose();
  }

  /** What VS Code calls with its renderer. */
  extend(md: MarkdownIt): MarkdownIt {
    return wikiLinks(md, document => this.shown(document));
  }

  private shown(document: unknown): Shown | null {
    if (!(document instanceof vscode.Uri) || !isServed(document)) return null;
    const settings = vscode.workspace.getConfiguration('claimwright.preview');
    if (!settings.get('enabled', true)) {
      this.notes.delete(String(document));
      return null;
    }
    const known = this.known(document);
    // Nobody followed it while none showed it.
    if (known.rendered === null) void this.ask(document);
    const { answer, links, told } = known;
    known.rendered = { told, version: versionOf(document) };
    this.renderedAt = performance.now();
    if (answer === null) return null;
    return { links, confidence: settings.get('confidence', true), embedded: false };
  }

  /** Whether a preview may show it. */
  private isShown(uri: vscode.Uri): boolean {
    return (this.notes.get(String(uri))?.rendered ?? null) !== null;
  }

  /** Once the text has reached the server. */
  private askSoon(uri: vscode.Uri): void {
    setTimeout(() => void this.ask(uri), 0);
  }

  private async ask(uri: vscode.Uri): Promise<void> {
    const known = this.known(uri);
    if (known.asking !== 'no') {
      known.asking = 'again';
      return;
    }
    do {
      known.asking = 'once';
      // Where no server runs there is no vault.
      const answer = await this.server
        .request<PreviewAnswer | null>(previewMethod, { uri: String(uri) })
        .catch(() => null);
      known.answer = answer;
      known.links = answer?.complete ? byWritten(answer.links) : null;
      known.told = JSON.stringify(answer);
    } while (wantsMore(known));
    known.asking = 'no';
    const { rendered } = known;
    if (rendered === null || rendered.told === known.told) return;
    // A preview that has yet to show what was typed will take this answer by itself.
    if (rendered.version === versionOf(uri)) this.refresh();
  }

  private askAnew(): void {
    const known = [...this.notes];
    for (const [uri, { rendered }] of known) if (rendered === null) this.notes.delete(uri);
    for (const [uri, { rendered }] of known)
      if (rendered !== null) void this.ask(vscode.Uri.parse(uri));
  }

  private known(uri: vscode.Uri): Known {
    const key = String(uri);
    const known: Known = this.notes.get(key) ?? {
      answer: null,
      links: null,
      told: 'null',
      rendered: null,
      asking: 'no',
    };
    this.notes.delete(key);
    this.notes.set(key, known);
    if (this.notes.size > MOST_NOTES) {
      // A preview does not tell when it is closed, so one that was rendered goes, too, if all were.
      const idle = [...this.notes].filter(([, each]) => each !== known && each.asking === 'no');
      const spare = idle.find(([, { rendered }]) => rendered === null) ?? idle[0];
      if (spare !== undefined) this.notes.delete(spare[0]);
    }
    return known;
  }

  /** Where a preview shows a note; several answers make one refresh. */
  private refresh(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    const wait = LOADING - (performance.now() - this.renderedAt);
    setTimeout(
      () => {
        this.refreshing = false;
        const rendered = [...this.notes.values()].filter(each => each.rendered !== null);
        if (rendered.every(each => each.rendered?.told === each.told)) return;
        // Those that are still shown will say so.
        for (const known of rendered) known.rendered = null;
        void refreshPreviews();
      },
      Math.max(0, wait),
    );
  }
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs);
}

/** In a tab beside the text, or in its place. */
function isPreview({ input }: vscode.Tab): boolean {
  const isKnown = input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom;
  return isKnown && /\bmarkdown\.preview\b/u.test(input.viewType);
}

/** Those of all files: VS Code knows no other way. */
async function refreshPreviews(): Promise<void> {
  await vscode.commands.executeCommand('markdown.preview.refresh');
}

function wantsMore(known: Known): boolean {
  return known.asking === 'again';
}

function versionOf(uri: vscode.Uri): number {
  const key = String(uri);
  return vscode.workspace.textDocuments.find(each => String(each.uri) === key)?.version ?? 0;
}
