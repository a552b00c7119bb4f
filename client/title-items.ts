/** What stands under the input for a title: what Enter does, what speaks against the title, and the claims like it. */
import * as vscode from 'vscode';
import { type AlikeClaim, iconless, type TitleAnswer } from '../server/lsp/protocol';

export type TitleItem = vscode.QuickPickItem &
  (
    | { readonly role: 'create' | 'remark' | 'separator' }
    | { readonly role: 'alike'; readonly claim: AlikeClaim }
  );

export const OPEN: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: 'Open to the side',
};
export const EXISTS: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('check'),
  tooltip: 'This claim says it already',
};
export const ENRICH: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('add'),
  tooltip: 'Add the evidence to this claim',
};

/** `said` is what the server said last, `isCurrent` whether of this very title. */
export function titleItems(
  title: string,
  said: TitleAnswer | null,
  isCurrent: boolean,
  { noun, answers }: { readonly noun: string; readonly answers: boolean },
): TitleItem[] {
  const { remarks = [], alike = [] } = said ?? {};
  const buttons = answers ? [EXISTS, ENRICH, OPEN] : [OPEN];
  return [
    createItem(title, isCurrent ? said : null, noun),
    ...remarks.map(({ severity, message }) =>
      item('remark', `$(${severity}) ${iconless(message)}`),
    ),
    ...(alike.length === 0 ? [] : [separator('There already')]),
    ...alike.map(claim => ({
      role: 'alike' as const,
      label: `$(note) ${iconless(claim.title)}`,
      detail: [`${percent(claim.score)} alike`, claim.confidence].filter(Boolean).join(' · '),
      buttons,
      alwaysShow: true,
      claim,
    })),
  ];
}

function createItem(title: string, said: TitleAnswer | null, noun: string): TitleItem {
  if (title === '') return item('remark', `$(edit) Type the title of the ${noun}`);
  const detail = bothEnds(title);
  const create = `$(new-file) Create ${noun}`;
  if (said === null) return { ...item('create', create), detail };
  const { path, bytes, portableBytes, remarks } = said;
  if (path === null || remarks.some(({ severity }) => severity === 'error'))
    return { ...item('remark', `$(circle-slash) Not a title for a new ${noun}`), detail };
  const cut = bytes > portableBytes ? ', cut' : '';
  const description = `file name ${bytes} of ${portableBytes} bytes${cut} · ${folderOf(path)}`;
  return { ...item('create', create), description, detail };
}

/** Characters that a row holds. */
const ROW = 80;

/** The input shows only a part of a long title. */
function bothEnds(title: string): string {
  if (title.length <= ROW) return title;
  const half = Math.floor(ROW / 2) - 2;
  return `${title.slice(0, half).trimEnd()} … ${title.slice(-half).trimStart()}`;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : 'the root';
}

function item(role: 'create' | 'remark', label: string): TitleItem {
  return { role, label, alwaysShow: true };
}

function separator(label: string): TitleItem {
  return { role: 'separator', label, kind: vscode.QuickPickItemKind.Separator };
}

function percent(score: number): string {
  return `${Math.round(100 * score)}%`;
}
