/** Which sources the inbox shows, by domain and priority; remembered for the workspace. */
import * as vscode from 'vscode';
import type { InboxParams } from '../../server/lsp/protocol';

/** `null` stands for none; all where nothing is said. */
export type InboxFilter = Pick<InboxParams, 'domains' | 'priorities'>;

const KEY = 'claimwright.inbox.filter';
const CONTEXT = 'claimwright.inbox.filtered';

interface Item extends vscode.QuickPickItem {
  readonly choice: { readonly of: keyof InboxFilter; readonly word: string | null } | null;
}

export class InboxFilterState {
  private filter: InboxFilter;

  constructor(private readonly memory: vscode.Memento) {
    this.filter = memory.get<InboxFilter>(KEY, {});
    this.tell();
  }

  get current(): InboxFilter {
    return this.filter;
  }

  /** In a few words; empty where all are shown. */
  get description(): string {
    const { domains = [], priorities = [] } = this.filter;
    return [...priorities.map(nameOfPriority), ...domains.map(nameOfDomain)].join(' · ');
  }

  async set(filter: InboxFilter): Promise<void> {
    this.filter = filter;
    this.tell();
    await this.memory.update(KEY, filter);
  }

  private tell(): void {
    const filters = this.filter.domains !== undefined || this.filter.priorities !== undefined;
    void vscode.commands.executeCommand('setContext', CONTEXT, filters);
  }
}

/** `undefined` where the author thought better of it. */
export async function askForFilter(
  current: InboxFilter,
  domains: readonly string[],
): Promise<InboxFilter | undefined> {
  const item = (of: keyof InboxFilter, word: string | null, label: string): Item => {
    const picked = current[of]?.includes(word) === true;
    return { label, picked, choice: { of, word } };
  };
  const lost = (current.domains ?? []).filter(each => each !== null && !domains.includes(each));
  const items: Item[] = [
    separator('Priority'),
    ...['high', 'medium', 'low', null].map(each => item('priorities', each, nameOfPriority(each))),
    separator('Domain'),
    ...[...domains, ...lost, null].map(each => item('domains', each, nameOfDomain(each))),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: 'Show only sources of',
    placeHolder: 'Nothing chosen shows all',
  });
  if (chosen === undefined) return undefined;
  const words = (of: keyof InboxFilter) =>
    chosen.flatMap(({ choice }) => (choice?.of === of ? [choice.word] : []));
  const [priorities, chosenDomains] = [words('priorities'), words('domains')];
  return {
    ...(priorities.length > 0 ? { priorities } : {}),
    ...(chosenDomains.length > 0 ? { domains: chosenDomains } : {}),
  };
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator, choice: null };
}

function nameOfPriority(word: string | null): string {
  return word === null ? 'no priority' : `${word} priority`;
}

function nameOfDomain(word: string | null): string {
  return word ?? 'no domain';
}
