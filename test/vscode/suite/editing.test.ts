/** The main job inside VS Code: complete, check, mend, preview and follow, on the example vault. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  caretBehind,
  closeAll,
  codeOf,
  openNote,
  problem,
  problemsOf,
  typeText,
  until,
  vaultUri,
} from './workspace';

const JUNCTION = 'protected bike lanes lose most of their value at the first unprotected junction';
const MAP = 'domains/street-design/_map.md';
const LIKLEY =
  'domains/street-design/continuous footways at side roads slow turning cars more than signs or paint do.md';

describe('editing claims', () => {
  before(async () => {
    const extension = vscode.extensions.getExtension('claimwright.claimwright');
    assert.ok(extension, 'the extension is not installed');
    await until('the extension to be active', () => extension.isActive);
    await problem(LIKLEY, 'frontmatter/invalid-value');
  });
  afterEach(closeAll);

  it('offers a note by words out of the middle of its title, and inserts a link that resolves', async () => {
    const editor = await openNote(MAP);
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit(edit => edit.insert(end, '\n\nSee '));
    editor.selection = new vscode.Selection(end.translate(2, 4), end.translate(2, 4));
    await typeText('[[value first unprotected');
    const position = editor.selection.active;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      position,
    );
    const first = list.items.slice(0, 3).map(item => item.insertText);
    assert.ok(first.includes(`${JUNCTION}]]`), JSON.stringify(first));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until('the link', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes(`[[${JUNCTION}]]`);
    });
    const text = editor.document.getText();
    assert.ok(!text.includes(`${JUNCTION}]]]`), 'the brackets are closed twice');
    caretBehind(editor, `See [[${JUNCTION.slice(0, 20)}`);
    const [target] = await definitions(editor);
    assert.ok(target, 'the link leads nowhere');
    const uri = 'targetUri' in target ? target.targetUri : target.uri;
    assert.equal(uri.fsPath, vaultUri(`domains/street-design/${JUNCTION}.md`).fsPath);
  });

  it('marks exactly the mistyped word, and mends nothing else', async () => {
    const editor = await openNote(LIKLEY);
    const before = editor.document.getText();
    const found = await problem(LIKLEY, 'frontmatter/invalid-value');
    assert.equal(editor.document.getText(found.range), 'likley');
    assert.deepEqual(problemsOf(LIKLEY).map(codeOf), ['frontmatter/invalid-value']);
    await applyFix(editor, found, 'Change to `likely`');
    assert.equal(editor.document.getText(), before.replace('likley', 'likely'));
    await until('the problem to go', () => problemsOf(LIKLEY).length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before, 'one undo takes it back');
  });

  it('fixes all safe problems of a note at once', async () => {
    const editor = await openNote(LIKLEY);
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'source.fixAll.claimwright',
      apply: 'first',
    });
    await until('the fix', () => editor.document.getText().includes('confidence: likely'));
  });

  it('previews the note that a link leads to, in the body and in front matter', async () => {
    const path =
      'domains/street-design/low-traffic side streets move more school trips by bike than a lane on the main road.md';
    const editor = await openNote(path);
    const links = editor.document
      .getText()
      .matchAll(/\[\[[^\]|#]+|^(?:supports|challenges|depends_on):\s+- "?/gmu);
    let hovers = 0;
    for (const link of links) {
      const position = editor.document.positionAt((link.index ?? 0) + link[0].length);
      const shown = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        position,
      );
      const text = shown
        .flatMap(each => each.contents.map(part => (part as vscode.MarkdownString).value))
        .join('\n');
      assert.match(text, /links? here/u, `at ${link[0]}`);
      hovers++;
    }
    assert.ok(hovers >= 3, `only ${hovers} links were tried`);
  });

  it('documents each problem by a page that exists', async () => {
    const found = await problem(LIKLEY, 'frontmatter/invalid-value');
    assert.ok(typeof found.code === 'object');
    const page = await vscode.workspace.fs.readFile(found.code.target);
    assert.match(Buffer.from(page).toString('utf8'), /frontmatter\/invalid-value/u);
  });
});

function definitions(
  editor: vscode.TextEditor,
): Thenable<(vscode.Location | vscode.LocationLink)[]> {
  return vscode.commands.executeCommand(
    'vscode.executeDefinitionProvider',
    editor.document.uri,
    editor.selection.active,
  );
}

async function applyFix(
  editor: vscode.TextEditor,
  found: vscode.Diagnostic,
  title: string,
): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    found.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const action = actions.find(each => each.title === title);
  assert.ok(action?.edit, `no “${title}” among ${actions.map(each => each.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}
