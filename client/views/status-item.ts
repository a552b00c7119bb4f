/** The status-bar item: what the server does, how many notes it knows, and how many problems they have. */
import * as vscode from 'vscode';
import type { Status } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';

export function createStatusItem(server: ServerLink): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'claimwright.status',
    vscode.StatusBarAlignment.Left,
    0,
  );
  item.name = 'Claimwright';
  // Where no vault is there is no server, and nothing to say.
  return vscode.Disposable.from(
    item,
    server.onStatus(status => {
      show(item, status);
      item.show();
    }),
  );
}

function show(item: vscode.StatusBarItem, status: Status | 'starting' | 'failed'): void {
  const { text, tooltip, command, failed } = appearance(status);
  item.text = text;
  item.tooltip = tooltip;
  item.command = command;
  item.accessibilityInformation = { label: `Claimwright: ${tooltip}`, role: 'button' };
  item.backgroundColor = failed
    ? new vscode.ThemeColor('statusBarItem.errorBackground')
    : undefined;
}

const OUTPUT = 'claimwright.showOutput';
const PROBLEMS = 'workbench.actions.view.problems';

interface Appearance {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly failed: boolean;
}

function appearance(status: Status | 'starting' | 'failed'): Appearance {
  if (status === 'starting')
    return look('$(sync~spin) Claimwright', 'The language server is starting', OUTPUT);
  if (status === 'failed')
    return look('$(error) Claimwright', 'The language server does not run', OUTPUT, true);
  const { state, notes, remaining, errors, warnings, unchecked } = status;
  const known = `${count(notes, 'note')}`;
  if (state === 'indexing')
    return look(
      `$(sync~spin) ${known}`,
      `Indexing: ${known}, ${count(remaining, 'file')} to go`,
      OUTPUT,
    );
  if (state === 'stopped')
    return look(
      `$(circle-slash) ${known}`,
      'Indexing was cancelled, so nothing is reported; restart the server to index',
      OUTPUT,
    );
  if (unchecked > 0)
    return look(
      `$(circle-slash) ${known}`,
      `${known} indexed, ${count(unchecked, 'note')} not checked since that was cancelled: goes on with the next change of a file, or restart the server`,
      OUTPUT,
    );
  if (errors + warnings === 0)
    return look(`$(verified) ${known}`, `${known} indexed, no problems`, OUTPUT);
  const problems = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return look(
    `$(note) ${known} $(error) ${errors} $(warning) ${warnings}`,
    `${known} indexed: ${problems}`,
    PROBLEMS,
  );
}

function look(text: string, tooltip: string, command: string, failed = false): Appearance {
  return { text, tooltip, command, failed };
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
