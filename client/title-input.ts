/** Asks for the title of a note to be made, and shows meanwhile which claims say nearly the same. */
import * as vscode from 'vscode';
import { type AlikeClaim, type TitleAnswer, titleMethod } from '../server/lsp/protocol';
import type { ServerLink } from './language-client';
import { ENRICH, EXISTS, OPEN, type TitleItem, titleItems } from './title-items';

export interface TitleQuestion {
  /** Address of the note that it is made from, or of the vault's root. */
  readonly uri: string;
  /** What the input holds at first. */
  readonly title: string;
  readonly domain?: string | null;
  /** Of the note to be; that of a claim where it is missing. */
  readonly type?: string;
  /** What stands above the input. */
  readonly heading?: string;
}

export type TitleChoice =
  | { readonly kind: 'title'; readonly title: string }
  /** A claim that is there already; `alike` leaves open what it is to the hint. */
  | { readonly kind: 'exists' | 'enrich' | 'alike'; readonly claim: AlikeClaim };

/** A claim that is chosen instead is opened. `undefined` where the author leaves. */
export async function askTitle(
  server: ServerLink,
  question: TitleQuestion,
): Promise<string | undefined> {
  const choice = await chooseTitle(server, question, false);
  if (choice?.kind === 'title') return choice.title;
  if (choice !== undefined) await openBeside(choice.claim.uri);
  return undefined;
}

/** `answers` where a claim that is there can answer the hint in place of a new one. */
export function chooseTitle(
  server: ServerLink,
  question: TitleQuestion,
  answers: boolean,
): Promise<TitleChoice | undefined> {
  const { uri, type = 'claim', domain } = question;
  const picker = vscode.window.createQuickPick<TitleItem>();
  let asking = new vscode.CancellationTokenSource();
  /** What the server said last; it may be of a title that was typed before. */
  let said: TitleAnswer | null = null;

  const show = (isCurrent: boolean) => {
    picker.items = titleItems(picker.value.trim(), said, isCurrent, { noun: type, answers });
  };
  const ask = async () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const title = picker.value.trim();
    // What was said last stays in sight until there is more, so that nothing flickers.
    show(false);
    const params = { uri, title, type, ...(domain === undefined ? {} : { domain }) };
    try {
      const answer = await server.request<TitleAnswer>(titleMethod, params, token);
      if (token.isCancellationRequested) return;
      said = answer;
      show(true);
    } catch {
      // It was cancelled by the next letter, or the server is gone: a title can be typed all the same.
    }
  };

  return new Promise(resolve => {
    const leave = (choice?: TitleChoice) => {
      resolve(choice);
      picker.hide();
    };
    picker.title = question.heading ?? `New ${type}`;
    picker.placeholder = 'A sentence that somebody could disagree with';
    picker.value = question.title;
    picker.ignoreFocusOut = true;
    keepOrder(picker);
    picker.onDidChangeValue(() => void ask());
    picker.onDidAccept(() => {
      const [chosen] = picker.activeItems;
      if (chosen?.role === 'create') leave({ kind: 'title', title: picker.value.trim() });
      if (chosen?.role === 'alike') leave({ kind: 'alike', claim: chosen.claim });
    });
    picker.onDidTriggerItemButton(({ item, button }) => {
      if (item.role !== 'alike') return;
      if (button === OPEN) void openBeside(item.claim.uri, true);
      if (button === EXISTS) leave({ kind: 'exists', claim: item.claim });
      if (button === ENRICH) leave({ kind: 'enrich', claim: item.claim });
    });
    picker.onDidHide(() => {
      asking.cancel();
      resolve(undefined);
      picker.dispose();
    });
    void ask();
    picker.show();
  });
}

/** Else the editor would put rows whose words fit the input above the others. Not every editor knows it. */
function keepOrder(picker: vscode.QuickPick<TitleItem>): void {
  (picker as { sortByLabel?: boolean }).sortByLabel = false;
}

async function openBeside(uri: string, preserveFocus = false): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus,
  });
}
