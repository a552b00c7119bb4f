/** The claim in the side bar: it follows the note in the editor, and says how it stands and what stands around it. */
import * as vscode from 'vscode';
import type { Status } from '../../server/lsp/protocol';
import { claimActions } from '../claim-actions';
import type { ServerLink } from '../language-client';
import { isServed } from '../served';
import { claimDrag } from './claim-drag';
import type { ClaimElement } from './claim-elements';
import { MentionSearch } from './claim-mentions';
import { ClaimModel } from './claim-model';
import { ClaimTree } from './claim-tree';
import { inLine } from './inbox-words';

/** Milliseconds without another reason to look again. */
const QUIET = 150;
/** The same while somebody types in the note. */
const TYPING = 500;

export function createClaimView(server: ServerLink): vscode.Disposable {
  const model = new ClaimModel(server);
  const search = new MentionSearch(server);
  const tree = new ClaimTree(server, model, search);
  const view = vscode.window.createTreeView<ClaimElement>('claimwright.claim', {
    treeDataProvider: tree,
    dragAndDropController: claimDrag,
    canSelectMany: true,
    showCollapseAll: true,
  });
  let note: vscode.Uri | undefined = noteNow(undefined);
  let runs = false;
  let outdated = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    outdated = !view.visible || !runs;
    if (!outdated) void model.show(note?.toString() ?? null);
  };
  const lookSoon = (quiet = QUIET) => {
    outdated = true;
    clearTimeout(timer);
    timer = setTimeout(look, quiet);
  };
  const follow = () => {
    const now = noteNow(note);
    if (`${now}` === `${note}`) return;
    note = now;
    search.stop();
    lookSoon();
  };
  const hear = (status: Status | 'starting' | 'failed') => {
    const [before, now] = [runs, typeof status === 'object'];
    runs = now;
    if (typeof status !== 'object') model.fail(status);
    else if (!before || status.state !== 'indexing') lookSoon();
  };
  const show = () => {
    const { answer, state } = model;
    view.description = answer === null ? '' : inLine(answer.note.title);
    view.message = answer?.refused ?? '';
    void vscode.commands.executeCommand('setContext', 'claimwright.claim.state', state);
    tree.refresh();
  };
  const isShown = (uri: vscode.Uri) => `${uri}` === `${note}`;
  const refresh = () => {
    search.stop();
    model.forgetMentions();
    look();
  };
  show();
  return vscode.Disposable.from(
    tree,
    view,
    model,
    { dispose: () => clearTimeout(timer) },
    model.onChange(show),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && outdated) look();
    }),
    view.onDidCollapseElement(({ element }) => {
      if (element.kind !== 'mentions') return;
      search.stop();
      if (model.mentions !== null && model.mentions.refused !== null) model.forgetMentions();
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isShown(document.uri)) lookSoon(TYPING);
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isShown)) lookSoon();
    }),
    server.onStatus(hear),
    server.onArgumentChanged(() => lookSoon()),
    claimActions(server, model, view, refresh),
  );
}

/** The file in the active editor; the one before while something else has the focus and it is still in sight. */
function noteNow(before: vscode.Uri | undefined): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const active = activeTextEditor?.document.uri;
  if (active !== undefined && isServed(active)) return active;
  const inSight = visibleTextEditors.some(({ document }) => `${document.uri}` === `${before}`);
  return inSight ? before : undefined;
}
