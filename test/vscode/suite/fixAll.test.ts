/** Inside VS Code, all safe problems at once: of a note without asking, of a folder and the vault after a preview. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openNote, problem, until, vaultPath, vaultUri } from './workspace';

const LIKLEY =
  'domains/street-design/continuous footways at side roads slow turning cars more than signs or paint do.md';
const TWICE =
  'domains/travel-behaviour/secure parking at the station extends the distance people will cycle to a train.md';
const CREATED_TWICE = /(^created: .+\n(?:.+\n)*?)created: .+\n/mu;

describe('fixing all safe problems', () => {
  const texts = new Map<string, string>();

  before(async () => {
    await bothFaulty();
    for (const path of [LIKLEY, TWICE]) texts.set(path, disk(path));
  });
  afterEach(async () => {
    await closeAll();
    for (const [path, text] of texts) writeFileSync(vaultPath(path), text);
    await bothFaulty();
  });

  it('mends a note at once, and one undo takes it back', async () => {
    const { document } = await openNote(LIKLEY);
    await vscode.commands.executeCommand('claimwright.fixNote');
    assert.equal(document.getText(), mended(LIKLEY));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), texts.get(LIKLEY));
    assert.equal(disk(LIKLEY), texts.get(LIKLEY), 'it was saved');
  });

  it('shows what it would change in a folder, changes it when told to, and one undo takes it back', async () => {
    const { document } = await openNote(LIKLEY);
    const done = vscode.commands.executeCommand(
      'claimwright.fixFolder',
      vaultUri('domains/street-design'),
    );
    await confirmed(done);
    assert.equal(document.getText(), mended(LIKLEY));
    assert.equal(disk(TWICE), texts.get(TWICE), 'another folder was changed');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), texts.get(LIKLEY));
  });

  it("takes the active note's folder where none is chosen", async () => {
    await openNote(TWICE);
    await confirmed(vscode.commands.executeCommand('claimwright.fixFolder'));
    assert.equal(vscode.window.activeTextEditor?.document.getText(), mended(TWICE));
  });

  it('changes nothing where the preview is discarded', async () => {
    await openNote(LIKLEY);
    const done = vscode.commands.executeCommand('claimwright.fixVault');
    await answered(done, 'refactorPreview.discard');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), texts.get(LIKLEY));
  });

  it('mends all notes of a vault, and saves them', async () => {
    await confirmed(vscode.commands.executeCommand('claimwright.fixVault'));
    await until('both to be saved', () =>
      [LIKLEY, TWICE].every(path => disk(path) === mended(path)),
    );
  });

  function mended(path: string): string {
    const text = texts.get(path) ?? '';
    const after =
      path === LIKLEY ? text.replace('likley', 'likely') : text.replace(CREATED_TWICE, '$1');
    assert.notEqual(after, text);
    return after;
  }
});

function disk(path: string): string {
  return readFileSync(vaultPath(path), 'utf8');
}

async function bothFaulty(): Promise<void> {
  await problem(LIKLEY, 'frontmatter/invalid-value');
  await problem(TWICE, 'frontmatter/repeated-key');
}

function confirmed(done: Thenable<unknown>): Promise<void> {
  return answered(done, 'refactorPreview.apply');
}

/** Nothing tells when the preview is there, so it is answered until the command ends. */
async function answered(done: Thenable<unknown>, answer: string): Promise<void> {
  let ended = false;
  void Promise.resolve(done).finally(() => {
    ended = true;
  });
  await until('the preview', async () => {
    if (!ended) await vscode.commands.executeCommand(answer);
    return ended;
  });
  await done;
}
