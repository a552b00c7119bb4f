/** "Claimwright: Challenge Claim…": with a claim of its own, or with an objection in the claim's Challenges. */
import * as vscode from 'vscode';
import type { Move } from '../../server/lsp/protocol';
import { askUntilMade, author, refusalOf } from '../author';
import type { ServerLink } from '../language-client';
import { warn } from '../tell';
import { askTitle } from '../title-input';
import { noteFor } from './fix-all';

interface Way extends vscode.QuickPickItem {
  /** The author's words come later: these only ask whether there could be any. */
  readonly probe: Move;
  readonly ask: (server: ServerLink, uri: string, before: string) => Promise<string | undefined>;
  readonly moveOf: (words: string) => Move;
}

const HEADING = 'Challenge the claim';

const WAYS: readonly Way[] = [
  {
    label: '$(git-compare) Counter-claim',
    detail: 'A claim of its own that speaks against it; each names the other.',
    probe: { kind: 'counter', title: 'nobody has said yet what speaks against it' },
    ask: (server, uri, title) => askTitle(server, { uri, title, heading: 'Counter-claim' }),
    moveOf: title => ({ kind: 'counter', title }),
  },
  {
    label: '$(comment) Objection',
    detail: 'A line in its Challenges.',
    probe: { kind: 'objection', text: 'nobody has said yet what speaks against it' },
    ask: (_, __, before) => askObjection(before),
    moveOf: text => ({ kind: 'objection', text }),
  },
];

export function challengeClaim(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    'claimwright.challengeClaim',
    async (chosen?: vscode.Uri) => {
      const uri = noteFor(chosen)?.toString();
      if (uri === undefined) return;
      const refusals = await Promise.all(WAYS.map(({ probe }) => refusalOf(server, uri, probe)));
      const open = WAYS.filter((_, index) => refusals[index] === null);
      if (open.length === 0) return void warn(refusals[0] ?? '');
      const way = await vscode.window.showQuickPick(open, { title: HEADING });
      if (way === undefined) return;
      await askUntilMade<string>(
        (before = '') => way.ask(server, uri, before),
        words => author(server, { uri, move: way.moveOf(words) }),
      );
    },
  );
}

async function askObjection(value: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: HEADING,
    prompt: 'What speaks against it?',
    value,
    ignoreFocusOut: true,
  });
  return text?.trim() ? text : undefined;
}
