/** "Claimwright: Repair Links…": all safe repairs in one step, the others one by one; all that is chosen comes as one edit. */
import * as vscode from 'vscode';
import {
  type AppliedRepairs,
  applyRepairsMethod,
  type ChosenRepair,
  type RepairableLink,
  type Repairs,
  type RepairsParams,
  repairsMethod,
  vaultsMethod,
} from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import { askAboutGroups, askAboutSafe, groupsOf, isSafe, safeChoices } from '../repair-questions';
import { isServed } from '../served';
import { slowRequest } from '../slow-request';
import { tell, warn } from '../tell';

export function repairLinks(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand('claimwright.repairLinks', async (chosen?: vscode.Uri) => {
    const uri = chosen ?? (await askWhere(server));
    if (uri !== undefined) await repairIn(server, uri);
  });
}

async function repairIn(server: ServerLink, uri: vscode.Uri): Promise<void> {
  const { refused, historyRefused, links } = await look(server, uri);
  if (refused !== null) return void tell(refused);
  // Of what is asked about, renames in git might have told more.
  if (historyRefused !== null && links.some(({ candidates }) => candidates.length > 0))
    void tell(`Renames in the past are not known. ${historyRefused}`);
  const choices = await chosenOf(links);
  if (choices === null) return;
  if (choices.length === 0) return void tell(nothingTo(links));
  const done = await server.request<AppliedRepairs>(applyRepairsMethod, choices);
  if (done.applied) {
    const count = (some: number, noun: string) => `${some} ${noun}${some === 1 ? '' : 's'}`;
    const said = `Repaired ${count(done.links, 'link')} in ${count(done.notes, 'note')}.`;
    void tell(said);
  } else if (done.links === 0) {
    const said = 'The notes changed meanwhile, so nothing was changed.';
    void warn(said);
  }
}

function look(server: ServerLink, uri: vscode.Uri): Promise<Repairs> {
  // A repository is somebody's: git looks into it only where the author trusts it.
  const history = vscode.workspace.isTrusted;
  const params: RepairsParams = { uri: uri.toString(), history };
  const title = 'Claimwright: looking for what broken links meant';
  return slowRequest<Repairs>(server, repairsMethod, params, title);
}

/** `null` where the author was asked and chose nothing. */
async function chosenOf(links: readonly RepairableLink[]): Promise<ChosenRepair[] | null> {
  const safe = links.filter(isSafe);
  const answer = safe.length === 0 ? 'each' : await askAboutSafe(safe);
  if (answer === undefined) return null;
  const others = links.filter(link => link.candidates.length > 0 && !isSafe(link));
  const groups = groupsOf(answer === 'each' ? [...safe, ...others] : others);
  const asked = await askAboutGroups(groups);
  const all = [...(answer === 'all' ? safeChoices(safe) : []), ...asked];
  return all.length === 0 && safe.length + others.length > 0 ? null : all;
}

function nothingTo(links: readonly RepairableLink[]): string {
  const lost = links.filter(({ candidates }) => candidates.length === 0).length;
  if (lost === 0) return 'Every link here leads to a note.';
  return `${lost === 1 ? 'One link leads' : `${lost} links lead`} to no note, and no note is like what they name.`;
}

/** The active note, its folder, or a vault; the only choice is not asked for. */
async function askWhere(server: ServerLink): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const note = document?.languageId === 'markdown' && isServed(document.uri) ? document.uri : null;
  const roots = (await server.request<string[]>(vaultsMethod)).map(uri => vscode.Uri.parse(uri));
  const item = (label: string, uri: vscode.Uri) => ({ label, description: nameOf(uri), uri });
  const items = [
    ...(note === null ? [] : [item('This note', note)]),
    ...(note === null ? [] : [item('This folder', vscode.Uri.joinPath(note, '..'))]),
    ...roots.map(root => item('The whole vault', root)),
  ];
  const [only, ...more] = items;
  if (only === undefined) void tell('No vault is open.');
  if (more.length === 0) return only?.uri;
  const title = 'Repair links';
  const placeHolder = 'Where shall broken links be repaired?';
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.uri;
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
