/** "Claimwright: Compose Extraction Message": writes into Source Control what a commit of the vault would bring. */
import * as vscode from 'vscode';
import {
  type MessageAnswer,
  type MessageParams,
  messageMethod,
  vaultsMethod,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { focusMessage, repositoryOf } from '../source-control';
import { tell } from '../tell';

export function composeMessage(server: ServerLink): vscode.Disposable {
  const written = new Map<string, string>();
  return vscode.commands.registerCommand(
    'claimwright.composeMessage',
    async (chosen?: { readonly rootUri?: vscode.Uri }) => {
      // A repository is somebody's: git looks into it only where the author trusts it.
      if (!vscode.workspace.isTrusted)
        return void tell('Git is asked what changed only in a workspace that you trust.');
      const root = await vaultOf(server, chosen?.rootUri);
      if (root === undefined) return;
      const location = vscode.ProgressLocation.SourceControl;
      await vscode.window.withProgress({ location }, () => compose(server, root, written));
    },
  );
}

/** `written` holds the last message of each repository, by its address. */
async function compose(
  server: ServerLink,
  root: vscode.Uri,
  written: Map<string, string>,
): Promise<void> {
  const params: MessageParams = { uri: root.toString() };
  const { refused, message, unsaved } = await server.request<MessageAnswer>(messageMethod, params);
  if (refused !== null) return void tell(refused);
  const repository = await repositoryOf(root);
  if (typeof repository === 'string') {
    await vscode.env.clipboard.writeText(message);
    void tell(`${repository} The message is in the clipboard.`);
  } else {
    const place = repository.rootUri.toString();
    const text = await placed(repository.inputBox.value.trim(), message, written.get(place));
    if (text === undefined) return;
    repository.inputBox.value = text;
    written.set(place, message);
    await focusMessage();
  }
  void offerToSave(unsaved.map(uri => vscode.Uri.parse(uri)));
}

/**
 * The message, with what stands there already: it takes the place of the last one without a question, and what the author
 * wrote before that stays. `undefined` where the author leaves.
 */
async function placed(
  before: string,
  message: string,
  last: string | undefined,
): Promise<string | undefined> {
  for (const own of ['', message, last])
    if (before === own) return message;
    else if (own && before.endsWith(`\n\n${own}`))
      return before.slice(0, before.length - own.length) + message;
  const items = [
    { label: 'Replace it', detail: firstLine(message), text: message },
    { label: 'Put the new one below', detail: firstLine(before), text: `${before}\n\n${message}` },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Compose extraction message',
    placeHolder: 'Source Control holds another message already.',
    ignoreFocusOut: true,
  });
  return picked?.text;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Does not wait for an answer: the message is complete without it. */
async function offerToSave(unsaved: readonly vscode.Uri[]): Promise<void> {
  const [first, ...more] = unsaved;
  if (first === undefined) return;
  const name = `“${first.path.slice(first.path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '')}”`;
  const said =
    more.length === 0
      ? `The message counts ${name} as it is in the editor, where it is not saved yet.`
      : `The message counts ${name} and ${more.length} more as they are in the editor, where they are not saved yet.`;
  const save = 'Save';
  if ((await tell(said, save)) !== save) return;
  for (const uri of unsaved) await (await vscode.workspace.openTextDocument(uri)).save();
}

/** The vault of the chosen repository, or of the active note; asks where there are several. */
async function vaultOf(
  server: ServerLink,
  repository: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const all = (await server.request<string[]>(vaultsMethod)).map(uri => vscode.Uri.parse(uri));
  const roots = all.filter(root => repository === undefined || isIn(repository, root));
  if (roots.length === 0)
    void tell(all.length === 0 ? 'No vault is open.' : 'This repository holds no vault.');
  if (roots.length < 2) return roots[0];
  const note = vscode.window.activeTextEditor?.document.uri;
  const around = roots.filter(root => note !== undefined && isIn(root, note));
  // A vault inside another is one of its own.
  const [inner] = around.sort((a, b) => b.path.length - a.path.length);
  return inner ?? (await ask(roots));
}

async function ask(roots: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = roots.map(root => ({
    root,
    label: root.path.slice(root.path.lastIndexOf('/') + 1),
    description: root.fsPath,
  }));
  const placeHolder = 'The vault whose changes the message tells';
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))
    ?.root;
}

function isIn(folder: vscode.Uri, uri: vscode.Uri): boolean {
  return `${uri.path}/`.startsWith(`${folder.path.replace(/\/$/u, '')}/`);
}
