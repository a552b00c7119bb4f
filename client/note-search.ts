/** Asks for a note, which is searched for while its name is typed. */
import * as vscode from 'vscode';
import {
  type FoundNote,
  findNotesMethod,
  iconless,
  type TitleAnswer,
  titleMethod,
} from '../server/lsp/protocol';
import type { ServerLink } from './language-client';

export interface NoteQuestion {
  /** Address of a note of the vault, or of its root. */
  readonly uri: string;
  /** What stands above the input. */
  readonly heading: string;
  readonly placeHolder: string;
  readonly types: readonly string[];
  /** Words that the note is likely to be like: claims like them are offered before anything is typed. */
  readonly like?: string;
}

type NoteItem = vscode.QuickPickItem & { readonly note: FoundNote };

/** `undefined` where the author leaves. */
export async function askNote(
  server: ServerLink,
  { uri, heading, placeHolder, types, like }: NoteQuestion,
): Promise<FoundNote | undefined> {
  const item = await searchNote<NoteItem>(server, {
    uris: [uri],
    heading,
    placeHolder,
    types,
    offered: async () =>
      like === undefined ? [] : (await notesLike(server, uri, like, types)).map(itemOf),
    itemOf,
    last: [],
  });
  return item?.note;
}

interface Search<Item> extends Omit<NoteQuestion, 'uri' | 'like'> {
  /** Of each vault in which is searched: the address of a note, or of its root. */
  readonly uris: readonly string[];
  /** What stands there before anything is typed. */
  readonly offered: () => Promise<readonly Item[]>;
  readonly itemOf: (note: FoundNote) => Item;
  /** What can be chosen whatever is typed. */
  readonly last: readonly Item[];
}

/** The input is there at once, and says so while the server is asked. `undefined` where the author leaves. */
export function searchNote<Item extends vscode.QuickPickItem>(
  server: ServerLink,
  { uris, heading, placeHolder, types, offered, itemOf: toItem, last }: Search<Item>,
): Promise<Item | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  let asking = new vscode.CancellationTokenSource();
  let offers: Promise<readonly Item[]> | undefined;
  const find = async (query: string, token: vscode.CancellationToken) => {
    const each = (uri: string) =>
      server.request<FoundNote[]>(findNotesMethod, { uri, query, types }, token);
    return (await Promise.all(uris.map(each))).flat().map(toItem);
  };
  const search = async () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const query = picker.value.trim();
    picker.busy = true;
    try {
      offers ??= offered();
      const found = await (query === '' ? offers : find(query, token));
      if (!token.isCancellationRequested) picker.items = [...found, ...last];
    } catch {
      // The next letter cancelled it, or the server is gone.
    }
    if (!token.isCancellationRequested) picker.busy = false;
  };
  return new Promise(resolve => {
    picker.title = heading;
    picker.placeholder = placeHolder;
    picker.ignoreFocusOut = true;
    // The server ranks them.
    (picker as { sortByLabel?: boolean }).sortByLabel = false;
    picker.onDidChangeValue(() => void search());
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      if (picker.activeItems.length > 0) picker.hide();
    });
    picker.onDidHide(() => {
      asking.cancel();
      resolve(undefined);
      picker.dispose();
    });
    void search();
    picker.show();
  });
}

/** What says nearly the same first, then what shares words with it. */
async function notesLike(
  server: ServerLink,
  uri: string,
  like: string,
  types: readonly string[],
): Promise<FoundNote[]> {
  const [report, found] = await Promise.all([
    server.request<TitleAnswer | null>(titleMethod, { uri, title: like }),
    server.request<FoundNote[]>(findNotesMethod, { uri, query: like, types }),
  ]);
  const alike = (report?.alike ?? []).map(each => ({ ...each, type: 'claim' }));
  const paths = new Set(alike.map(({ path }) => path));
  return [...alike, ...found.filter(({ path }) => !paths.has(path))];
}

function itemOf(note: FoundNote): NoteItem {
  const folder = note.path.includes('/') ? note.path.slice(0, note.path.lastIndexOf('/')) : '';
  return {
    label: iconless(note.title),
    description: iconless([note.confidence, folder].filter(Boolean).join(' · ')),
    alwaysShow: true,
    note,
  };
}
