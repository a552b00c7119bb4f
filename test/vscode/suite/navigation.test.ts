/** Inside VS Code: navigation beside what VS Code's own Markdown support shows, nothing twice. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, openNote, until, vaultPath, vaultUri } from './workspace';

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

  it('tells Markdown links as the editor does, which then lists each once', async () => {
    const path = `${FOLDER}/scratch.md`;
    const target = encodeURI(NAME);
    const written = [
      `[one](${target}.md#challenges) and [two](<${NAME}.md#challenges>)`,
      `[three](${target}.md) and [four](https://example.org/four)`,
    ];
    writeFileSync(vaultPath(path), `${written.join('\n')}\n`);
    try {
      const { document } = await openNote(path);
      const ownAt = async (text: string) => {
        const at = document.positionAt(document.getText().indexOf(text) + text.length + 3);
        const all = await ask<vscode.Location[]>('ReferenceProvider', document.uri, at);
        const own = all.filter(each => each.uri.path.endsWith('/scratch.md'));
        return own.map(({ range }) => document.getText(range));
      };
      await until('the editor to know the note', async () => (await ownAt('[four](')).length > 0);
      const once = [`${target}.md`, `${NAME}.md`, `${target}.md`];
      for (const text of ['[three](', '[one](', '(<']) assert.deepEqual(await ownAt(text), once);
    } finally {
      rmSync(vaultPath(path));
    }
  });

  it('says in its own words what cannot be renamed', async () => {
    const path = `${FOLDER}/nameless.md`;
    writeFileSync(vaultPath(path), `[[${NAME}#No such heading]]\n`);
    try {
      const { document } = await openNote(path);
      const at = placeOf(document, 'such');
      await until('the refusal', async () => {
        const asked = vscode.commands.executeCommand('vscode.prepareRename', document.uri, at);
        const said = await asked.then(
          () => '',
          error => JSON.stringify(error),
        );
        return said.includes('The note has no such heading or block.');
      });
    } finally {
      rmSync(vaultPath(path));
    }
  });

  it('folds front matter', async () => {
    const { document } = await openNote(CLAIM);
    const ranges = await ask<vscode.FoldingRange[]>('FoldingRangeProvider', document.uri);
    assert.equal(ranges.find(each => each.start === 0)?.kind, vscode.FoldingRangeKind.Region);
  });
});
