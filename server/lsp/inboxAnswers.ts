/** Answers what stands in the inbox. */
import type { CancellationToken } from 'vscode-languageserver';
import { timeApart } from '../core/features/frontmatter/timeApart';
import { compareEntries, type InboxEntry, inboxStatuses } from '../core/features/inbox/inboxEntry';
import { baseOf } from '../core/vault/names';
import type { InboxVault } from './Inbox';
import type { HintCounts, InboxAnswer, InboxGroup, InboxParams, InboxSource } from './protocol';
import type { Session } from './Session';
import { inSlices } from './slices';
import { unreadReason } from './whenRead';

/** Domains that a filter can offer. */
const MOST_DOMAINS = 200;

interface Row {
  readonly known: InboxVault;
  readonly entry: InboxEntry;
}

interface Group extends Omit<InboxGroup, 'sources'> {
  readonly rows: readonly Row[];
}

/** `null` where it was cancelled. */
export async function answerInbox(
  session: Session,
  params: InboxParams,
  token: CancellationToken,
): Promise<InboxAnswer | null> {
  const { inbox } = session.shown;
  const goesOn = () => !token.isCancellationRequested;
  for (;;) {
    const vaults = await inbox.filled(goesOn);
    if (vaults === null) return null;
    const groups = inboxStatuses.map(status => groupOf(vaults, status, params));
    const rows = groups.flatMap(group => group.rows);
    const uncounted = rows.filter(row => countsOf(row) === undefined);
    const count = ({ known, entry }: Row) => void known.hints.count(entry.path);
    if (uncounted.length === 0) return answerOf(session, vaults, groups);
    if (!(await inSlices(uncounted, count, goesOn))) return null;
  }
}

function groupOf(
  vaults: readonly InboxVault[],
  status: InboxGroup['status'],
  { wanted, domains, priorities }: InboxParams,
): Group {
  const most = Math.max(0, wanted[status] ?? 0);
  const fits = ({ domain, priority }: InboxEntry) =>
    (domains?.includes(domain) ?? true) && (priorities?.includes(priority) ?? true);
  const filters = domains !== undefined || priorities !== undefined;
  const found = vaults.map(known => {
    const all = known.sources.of(status);
    const fitting = filters ? all.filter(fits) : all;
    return { known, count: fitting.length, first: fitting.slice(0, most) };
  });
  const rows = found.flatMap(({ known, first }) => first.map(entry => ({ known, entry })));
  const sorted = vaults.length > 1 ? rows.sort((a, b) => compareEntries(a.entry, b.entry)) : rows;
  const count = found.reduce((sum, each) => sum + each.count, 0);
  return { status, count, rows: sorted.slice(0, most) };
}

function countsOf({ known, entry }: Row): HintCounts | undefined {
  return known.hints.counts(entry.path);
}

function answerOf(
  session: Session,
  vaults: readonly InboxVault[],
  groups: readonly Group[],
): InboxAnswer {
  const all = session.workspace.all;
  return {
    refused: unreadReason(all, 'sources may be missing'),
    vaults: all.length,
    total: vaults.reduce((sum, { sources }) => sum + sources.size, 0),
    groups: groups.map(({ status, count, rows }) => {
      const sources = rows.map(row => sourceOf(session, row));
      return { status, count, sources };
    }),
    domains: domainsOf(vaults),
    urgent: urgentOf(session, vaults),
  };
}

function sourceOf({ workspace, machine }: Session, row: Row): InboxSource {
  const { known, entry } = row;
  const { path, title, priority, domain, author, url, date } = entry;
  const apart = date === null ? null : timeApart(date, machine.today());
  return {
    uri: workspace.uriOf({ vault: known.vault, path }),
    path,
    vault: baseOf(known.vault.root),
    title,
    priority,
    domain,
    author,
    url,
    date,
    age: apart === null ? null : { unit: apart.unit, count: 0 - apart.count },
    hints: countsOf(row) ?? { open: 0, promoted: 0, dropped: 0 },
  };
}

function domainsOf(vaults: readonly InboxVault[]): string[] {
  const notes = new Map<string, number>();
  for (const { vault } of vaults)
    for (const { word, notes: more } of vault.index.vocabulary.valuesOf('source', 'domain', {
      most: MOST_DOMAINS,
    }))
      notes.set(word, (notes.get(word) ?? 0) + more);
  return [...notes].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** What is not counted yet is counted behind the answer. */
function urgentOf(
  { shown: { inbox } }: Session,
  vaults: readonly InboxVault[],
): InboxAnswer['urgent'] {
  const urgent = { hints: 0, sources: 0, counted: true };
  for (const { sources, hints } of vaults) {
    for (const { path } of sources.urgent()) {
      const counts = hints.counts(path);
      if (counts === undefined) urgent.counted = false;
      urgent.hints += counts?.open ?? 0;
      if ((counts?.open ?? 0) > 0) urgent.sources++;
    }
  }
  if (!urgent.counted) inbox.countUrgent();
  return urgent;
}
