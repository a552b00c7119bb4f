/** The least that must hold before any other test here means something: a window with a vault in it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('a window on a vault', () => {
  it('opens a note of the workspace as Markdown', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    const [note] = await vscode.workspace.findFiles('**/*.md', null, 1);
    assert.ok(note, 'the workspace has no note');
    const document = await vscode.workspace.openTextDocument(note);
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(editor.document.languageId, 'markdown');
  });
});
