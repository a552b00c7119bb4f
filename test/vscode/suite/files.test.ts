/** Inside VS Code, when files change behind the editor's back and when the server dies. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  openNote,
  problem,
  problemsOf,
  until,
  vaultPath,
  vaultUri,
} from './workspace';

const FOLDER = 'domains/street-design';
const TARGET = `${FOLDER}/a cycling network is judged by its worst two hundred metres rather than its average.md`;
const HOLDER = `${FOLDER}/_map.md`;
/** Links to the folder's map by its path. */
const PATH_HOLDER = 'agents/ada/beliefs/a route has to be unbroken before it can be popular.md';
const ELSEWHERE = `${FOLDER}/renamed from outside.md`;

describe('files that change from outside', () => {
  before(() =>
    problem(
      `${FOLDER}/continuous footways at side roads slow turning cars more than signs or paint do.md`,
      'frontmatter/invalid-value',
    ),
  );
  afterEach(closeAll);

  it('turn links into problems within two seconds, and back', async () => {
    // The note's heading is its old name still, so the link is not broken but near.
    const near = () => problemsOf(HOLDER).filter(each => codeOf(each) === 'link/near');
    assert.equal(near().length, 0);
    renameSync(vaultPath(TARGET), vaultPath(ELSEWHERE));
    await until('the link to be told', () => near().length === 1, 2000);
    renameSync(vaultPath(ELSEWHERE), vaultPath(TARGET));
    await until('the link to be whole again', () => near().length === 0, 2000);
  });

  it('count as whole folders, too', async () => {
    const missing = () => problemsOf(PATH_HOLDER).filter(each => codeOf(each) === 'link/missing');
    assert.equal(missing().length, 0);
    renameSync(vaultPath(FOLDER), vaultPath('moved'));
    await until('the path into the folder to be broken', () => missing().length > 0, 5000);
    renameSync(vaultPath('moved'), vaultPath(FOLDER));
    await until('all to be as before', () => missing().length === 0 && errors() === ERRORS, 5000);
  });

  it('do not count against what an editor shows', async () => {
    const path = `${FOLDER}/scratch.md`;
    writeFileSync(vaultPath(path), '[[no note of this name]]\n');
    const editor = await openNote(path);
    await problem(path, 'link/missing');
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), 'nothing\n'));
    await until('the problem to go', () => problemsOf(path).length === 0);
    await closeAll();
    await problem(path, 'link/missing');
    writeFileSync(vaultPath(path), 'nothing\n');
    await until('the problem to go from the disk', () => problemsOf(path).length === 0, 5000);
    rmSync(vaultPath(path));
  });
});

describe('files that the editor moves', () => {
  const old = vaultPath('quick');
  after(async () => {
    // The editor keeps documents for a while whose files are gone: these must say nothing.
    const edit = new vscode.WorkspaceEdit();
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.path.includes('/quick/'))
        edit.replace(uri, new vscode.Range(0, 0, 9, 0), 'Nothing.\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.workspace.saveAll();
    await closeAll();
    rmSync(old, { recursive: true });
    await until('all to be as before', () => errors() === ERRORS, 5000);
  });

  it('leave nothing unsaved, also when one move comes right behind another', async () => {
    mkdirSync(old);
    writeFileSync(join(old, 'a.md'), 'See [holder](holder.md).\n');
    writeFileSync(join(old, 'holder.md'), 'See [a](a.md) and [[no note of this name]].\n');
    await problem('quick/holder.md', 'link/missing');
    await move('a.md', 'sub/a.md');
    await move('holder.md', 'other/holder.md');
    const read = (name: string) => readFileSync(join(old, name), 'utf8');
    await until('both to be saved', () => {
      const unsaved = vscode.workspace.textDocuments.some(({ isDirty }) => isDirty);
      return !unsaved && read('sub/a.md').includes('(../other/holder.md)');
    });
    assert.match(read('other/holder.md'), /^See \[a\]\(\.\.\/sub\/a\.md\)/u);
  });

  async function move(from: string, to: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vaultUri(`quick/${from}`), vaultUri(`quick/${to}`));
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
});

describe('the language server', () => {
  it('comes back after a crash, with everything it knew', async function () {
    const killed = killServer(this);
    await until(
      'problems to be told anew',
      () => serverPids().some(pid => pid !== killed) && errors() === ERRORS,
      15_000,
    );
  });

  it('restarts when asked', async () => {
    await vscode.commands.executeCommand('claimwright.restartServer');
    await until('problems to be told anew', () => errors() === ERRORS, 15_000);
  });

  it('edits the links to a file that is moved before it is back', async function () {
    const from = `${FOLDER}/gone.md`;
    const holder = `${FOLDER}/holder.md`;
    writeFileSync(vaultPath(holder), 'See [gone](gone.md) and [[no note of this name]].\n');
    writeFileSync(vaultPath(from), 'Nothing.\n');
    await problem(holder, 'link/missing');
    killServer(this);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vaultUri(from), vaultUri('there.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const isSaved = () => readFileSync(vaultPath(holder), 'utf8').includes('(../../there.md)');
    await until('the link to follow', isSaved);
    await closeAll();
    for (const path of [holder, 'there.md']) rmSync(vaultPath(path));
    await until('all to be as before', () => errors() === ERRORS, 15_000);
  });

  it('mends a note that it is asked to mend before it is back', async function () {
    const path = `${FOLDER}/mended.md`;
    writeFileSync(vaultPath(path), '---\ntype: claim\nconfidence: likley\n---\n\n# mended\n');
    const editor = await openNote(path);
    await problem(path, 'frontmatter/invalid-value');
    killServer(this);
    await vscode.commands.executeCommand('claimwright.fixNote');
    assert.match(editor.document.getText(), /^confidence: likely$/mu);
    await closeAll();
    rmSync(vaultPath(path));
    await until('all to be as before', () => errors() === ERRORS, 15_000);
  });
});

/** Of the example vault's deliberate faults, those of severity error. */
const ERRORS = 5;

function errors(): number {
  const all = vscode.languages.getDiagnostics().flatMap(([, found]) => found);
  return all.filter(
    each => each.source === 'claimwright' && each.severity === vscode.DiagnosticSeverity.Error,
  ).length;
}

function serverPids(): number[] {
  const numbers = readdirSync('/proc')
    .filter(name => /^\d+$/u.test(name))
    .map(Number);
  return numbers.filter(pid => {
    try {
      const parent = /\nPPid:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return Number(parent) === process.pid && command.includes('server.js');
    } catch {
      return false;
    }
  });
}

function killServer(test: Mocha.Context): number {
  if (process.platform !== 'linux') {
    console.log(
      'skipped: the server process is looked up in /proc, which this system does not have',
    );
    test.skip();
  }
  const [pid] = serverPids();
  assert.ok(pid, 'the server process is not found');
  process.kill(pid, 'SIGKILL');
  return pid;
}
