/** Inside VS Code: navigation beside what VS Code's own Markdown support shows, nothing twice. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openNote, until, vaultUri } from './workspace';

const FOLDER = 'domains/street-design';
const NAME = 'protected bike lanes lose most of their value at the first unprotected junction';
const CLAIM = `${FOLDER}/${NAME}.md`;
const OTHER = 'a cycling network is judged by its worst two hundred metres rather than its average';
const MAP = `${FOLDER}/_map.md`;

function ask<Answer>(command: string, ...args: readonly unknown[]): Thenable<Answer> {
  return vscode.commands.executeCommand<Answer>(`vscode.execute${command}`, ...args);
}

/** Of the whole text. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `“${text}” is not in the note`);
  return document.positionAt(offset + 2);
}

describe('navigation', () => {
  afterEach(closeAll);

  it('shows one outline', async () => {
    await openNote(CLAIM);
    const symbols = await until('the outline', async () => {
      const found = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', vaultUri(CLAIM));
      return found?.length > 0 && found;
    });
    assert.deepEqual(
      symbols.map(each => each.name),
      [`# ${NAME}`],
    );
  });

  it('finds notes in the whole vault, each title once', async () => {
    await openNote(CLAIM);
    const found = await until('both to answer', async () => {
      const all = await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', 'unprotected');
      return all?.some(each => each.location.uri.path.endsWith(`/${NAME}.md`)) && all;
    });
    const ofClaim = found.filter(each => each.location.uri.path.endsWith(`/${NAME}.md`));
    assert.deepEqual(
      ofClaim.map(each => each.name),
      [`# ${NAME}`],
    );
    const [slipped] = await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', 'juncton');
    assert.ok(slipped, 'a slip is forgiven');
  });

  it('links wiki links and plain relations', async () => {
    const { document } = await openNote(CLAIM);
    const links = await ask<vscode.DocumentLink[]>('LinkProvider', document.uri);
    const texts = links.filter(each => each.target?.path.endsWith(`/${OTHER}.md`));
    assert.deepEqual(
      texts.map(each => document.getText(each.range)),
      [OTHER, OTHER],
    );
  });

  it('follows a link to its heading', async () => {
    const { document } = await openNote(MAP);
    const links = await ask<vscode.DocumentLink[]>('LinkProvider', document.uri);
    const link = links.find(each => document.getText(each.range) === `${NAME}#Challenges`);
    await vscode.commands.executeCommand('vscode.open', link?.target);
    const line = () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text;
    };
    await until('the heading', () => line() === '## Challenges');
  });

  it('tells references from a link and from the title', async () => {
    const { document } = await openNote(MAP);
    const at = placeOf(document, NAME);
    const fromLink = await ask<vscode.Location[]>('ReferenceProvider', document.uri, at);
    const claim = await openNote(CLAIM);
    const title = placeOf(claim.document, `# ${NAME}`);
    const fromTitle = await ask<vscode.Location[]>('ReferenceProvider', claim.document.uri, title);
    const places = (found: readonly vscode.Location[]) =>
      new Set(found.map(({ uri, range }) => `${uri.path} ${range.start.line}`));
    assert.ok(fromLink.length >= 3, String(fromLink.length));
    assert.deepEqual(places(fromTitle), places(fromLink));
  });

  it('folds front matter', async () => {
    const { document } = await openNote(CLAIM);
    const ranges = await ask<vscode.FoldingRange[]>('FoldingRangeProvider', document.uri);
    assert.equal(ranges.find(each => each.start === 0)?.kind, vscode.FoldingRangeKind.Region);
  });
});
