/** The tree of the inbox: asks the server for what is unfolded, and no more. */
import * as vscode from 'vscode';
import {
  type HintedNote,
  type HintsParams,
  hintsMethod,
  type InboxAnswer,
  type InboxParams,
  type InboxStatus,
  inboxMethod,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import {
  groupElement,
  hintElements,
  type InboxElement,
  type MoreElement,
  sourceElements,
} from './inbox-elements';
import type { InboxFilter } from './inbox-filter';
import { inboxItem } from './inbox-items';

/** Sources that a group shows at first, and with each "Show More". */
const PAGE = 200;

export class InboxTree implements vscode.TreeDataProvider<InboxElement> {
  private readonly changes = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly answers = new vscode.EventEmitter<InboxAnswer>();
  readonly onAnswer = this.answers.event;
  /** How many sources are shown of the groups that are unfolded. */
  private readonly wanted = new Map<InboxStatus, number>([
    ['unprocessed', PAGE],
    ['processing', PAGE],
  ]);
  private shown: InboxAnswer | null = null;

  constructor(
    private readonly server: ServerLink,
    private readonly filter: () => InboxFilter,
  ) {}

  /** Those that sources of any vault name. */
  async allDomains(): Promise<readonly string[]> {
    return (await this.ask({}))?.domains ?? [];
  }

  /** Has what is shown fetched anew. */
  refresh(): void {
    this.changes.fire(undefined);
  }

  showMore({ status }: MoreElement): void {
    this.wanted.set(status, (this.wanted.get(status) ?? 0) + PAGE);
    this.refresh();
  }

  folded(element: InboxElement): void {
    if (element.kind === 'group') this.wanted.delete(element.status);
  }

  getTreeItem(element: InboxElement): vscode.TreeItem {
    return inboxItem(element);
  }

  async getChildren(element?: InboxElement): Promise<InboxElement[]> {
    if (element === undefined) {
      this.shown = await this.ask(Object.fromEntries(this.wanted));
      return this.shown?.groups.filter(({ count }) => count > 0).map(groupElement) ?? [];
    }
    if (element.kind === 'group') return this.sourcesOf(element.status);
    return element.kind === 'source' ? this.hintsOf(element.source.uri) : [];
  }

  /** Of a group that was folded until now, its first sources are fetched by themselves. */
  private async sourcesOf(status: InboxStatus): Promise<InboxElement[]> {
    const known = this.wanted.has(status);
    if (!known) this.wanted.set(status, PAGE);
    const answer = known ? this.shown : await this.ask({ [status]: PAGE });
    const group = answer?.groups.find(each => each.status === status);
    return group === undefined ? [] : sourceElements(group, (answer?.vaults ?? 0) > 1);
  }

  /** `null` where the server cannot tell. */
  async ask(wanted: InboxParams['wanted']): Promise<InboxAnswer | null> {
    const params: InboxParams = { wanted, ...this.filter() };
    const asked = this.server.request<InboxAnswer | null>(inboxMethod, params);
    const answer = await asked.catch(() => null);
    if (answer !== null) this.answers.fire(answer);
    return answer;
  }

  private async hintsOf(uri: string): Promise<InboxElement[]> {
    const params: HintsParams = { uri };
    const asked = this.server.request<readonly HintedNote[] | null>(hintsMethod, params);
    const [note] = (await asked.catch(() => null)) ?? [];
    return hintElements(uri, note?.hints ?? []);
  }

  dispose(): void {
    this.changes.dispose();
    this.answers.dispose();
  }
}
