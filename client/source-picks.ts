/** Asks which source a claim is to come from: those that wait are offered, all others are searched for while typing. */
import * as vscode from 'vscode';
import {
  type FoundNote,
  type InboxAnswer,
  type InboxParams,
  type InboxSource,
  iconless,
  inboxMethod,
  vaultsMethod,
} from '../server/lsp/protocol';
import type { ServerLink } from './language-client';
import { searchNote } from './note-search';

/** Sources of each status that are offered before anything is typed. */
const OFFERED = 50;

type SourceItem = vscode.QuickPickItem & { readonly uri: string | null };

const NOTHING: SourceItem = {
  label: '$(edit) From nothing',
  description: 'a claim that stands by itself',
  alwaysShow: true,
  uri: null,
};

/** The address of a source; `null` for none, `undefined` where the author leaves. */
export async function pickSource(server: ServerLink): Promise<string | null | undefined> {
  const picked = await searchNote<SourceItem>(server, {
    uris: await server.request<string[]>(vaultsMethod),
    heading: 'New claim from source',
    placeHolder: 'Which source does the claim come from? Type to search all of them.',
    types: ['source'],
    offered: () => offeredBy(server),
    itemOf: foundItem,
    last: [separator('No source'), NOTHING],
  });
  return picked?.uri;
}

/** Those with open hints first; each group by priority and age, as the inbox has them. */
async function offeredBy(server: ServerLink): Promise<SourceItem[]> {
  const params: InboxParams = { wanted: { unprocessed: OFFERED, processing: OFFERED } };
  const groups = (await server.request<InboxAnswer | null>(inboxMethod, params))?.groups ?? [];
  const sources = groups.flatMap(group => group.sources);
  const hinting = sources.filter(({ hints }) => hints.open > 0);
  const others = sources.filter(({ hints }) => hints.open === 0);
  const waiting = groups.filter(({ status }) => status in params.wanted);
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  const left = all - sources.length;
  return [
    ...listed('With open hints', hinting),
    ...listed(hinting.length === 0 ? 'Waiting' : 'Without', others),
    ...(left === 0 ? [] : [separator(`${left} more wait: type to find them`)]),
  ];
}

function listed(heading: string, sources: readonly InboxSource[]): SourceItem[] {
  return sources.length === 0 ? [] : [separator(heading), ...sources.map(offeredItem)];
}

function offeredItem({ title, uri, hints, priority, date, domain }: InboxSource): SourceItem {
  const open = hints.open === 0 ? null : `${hints.open} open hint${hints.open === 1 ? '' : 's'}`;
  const description = [open, priority, date, domain].filter(Boolean).join(' · ');
  return { label: iconless(title), description: iconless(description), alwaysShow: true, uri };
}

function foundItem({ title, path, uri }: FoundNote): SourceItem {
  return { label: iconless(title), description: iconless(path), alwaysShow: true, uri };
}

function separator(label: string): SourceItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, uri: null };
}
