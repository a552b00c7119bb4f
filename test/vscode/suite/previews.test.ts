/** Inside VS Code: of which notes the Markdown preview asks what their links lead to, and when. */
import assert from 'node:assert/strict';
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { ServerLink } from '../../../client/language-client';
import { MarkdownPreviews } from '../../../client/preview/markdown-previews';
import type { PreviewAnswer, PreviewParams } from '../../../server/lsp/protocol';
import { closeAll, openNote, pause, typeText, until, vaultUri } from './workspace';

const MAP = 'domains/street-design/_map.md';
const README = 'README.md';

describe('the Markdown preview', () => {
  /** Paths of the notes that it asked about. */
  let asked: string[];
  let previews: MarkdownPreviews;
  let changed: vscode.EventEmitter<void>;
  let md: MarkdownIt;

  beforeEach(() => {
    asked = [];
    changed = new vscode.EventEmitter();
    const server = {
      onPreviewChanged: changed.event,
      onStatus: new vscode.EventEmitter<unknown>().event,
      request: async (_: string, { uri }: PreviewParams): Promise<PreviewAnswer> => {
        asked.push(vscode.Uri.parse(uri).path.split('/').slice(-1).join());
        return { complete: true, links: [] };
      },
    };
    previews = new MarkdownPreviews(server as unknown as ServerLink);
    md = previews.extend(createMarkdownIt());
  });

  afterEach(async () => {
    previews.dispose();
    changed.dispose();
    await closeAll();
  });

  const render = (path: string) => md.render('See [[that]].', { currentDocument: vaultUri(path) });

  it('asks nothing of notes that are opened and typed in while none shows them', async () => {
    await openNote(README);
    const { document } = await openNote(MAP);
    await typeText('so');
    assert.ok(document.isDirty);
    changed.fire();
    await pause(200);
    assert.deepEqual(asked, []);
  });

  it('asks of a note when it is first shown, while it is typed in, and when others change', async () => {
    await openNote(README);
    await openNote(MAP);
    render(MAP);
    await until('the question', () => asked.length > 0);
    // It is rendered anew with the answer, once its page had time to load.
    await pause(1500);
    assert.deepEqual(asked.splice(0), ['_map.md'], 'once');
    render(MAP);
    await until('it to be looked for again', () => asked.length > 0);
    render(MAP);
    await pause(100);
    assert.deepEqual(asked.splice(0), ['_map.md'], 'once more');
    await typeText('a');
    await until('what is typed', () => asked.length > 0);
    changed.fire();
    await until('what changed elsewhere', () => asked.length > 1);
    await pause(100);
    assert.deepEqual(asked, ['_map.md', '_map.md']);
  });

  it('asks nothing more once the last preview is closed', async () => {
    await openNote(MAP);
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    const isPreview = ({ input }: vscode.Tab) => input instanceof vscode.TabInputWebview;
    const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);
    const tab = await until('the preview', () => tabs().find(isPreview));
    render(MAP);
    await until('the question', () => asked.length > 0);
    await vscode.window.tabGroups.close(tab);
    await until('it to be closed', () => !tabs().some(isPreview));
    await pause(100);
    asked.splice(0);
    await openNote(MAP);
    await typeText('b');
    changed.fire();
    await pause(200);
    assert.deepEqual(asked, []);
    render(MAP);
    await until('another preview to ask', () => asked.length > 0);
  });
});
