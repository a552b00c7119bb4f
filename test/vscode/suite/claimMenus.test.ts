/** Inside VS Code: which commands the rows of the claim view offer, by what they stand for. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { NoteElement } from '../../../client/views/claim-elements';
import { claimItem } from '../../../client/views/claim-items';

interface MenuItem {
  readonly command: string;
  readonly when: string;
}

describe('the menus of the claim view', () => {
  it('offer the graph of a note, and none of a picture, a paper or settings', () => {
    const all = ['claim.copyLink', 'claim.openToSide', 'showArgumentGraph'];
    assert.deepEqual(offered(row('domains/a claim.md')), all);
    assert.deepEqual(offered(row('notes/long.markdown')), all);
    for (const path of ['papers/report.pdf', 'a picture.png', '.claimwright.yaml', '.hidden/a.md'])
      assert.deepEqual(offered(row(path)), ['claim.copyLink', 'claim.openToSide'], path);
    assert.deepEqual(offered(row('papers/report.pdf', null)), ['claim.openToSide']);
  });
});

function row(path: string, link: string | null = `[[${path}]]`): string {
  const note = {
    ...{ uri: `file:///vault/${path}`, path, title: path, type: null, confidence: null, link },
    ...{ domain: null, challenged: 0, givenUp: false, circular: false, unfolds: false },
  };
  const { uri } = note;
  const element: NoteElement = { kind: 'note', uri, section: 'sources', below: [path], note };
  return claimItem(element).contextValue ?? '';
}

/** Without the name of the extension, by name. */
function offered(context: string): string[] {
  const manifest = vscode.extensions.all.find(({ id }) => id.endsWith('.claimwright'))?.packageJSON;
  const items = manifest.contributes.menus['view/item/context'] as readonly MenuItem[];
  const fits = ({ when }: MenuItem) => {
    const [, pattern] = /^view == claimwright\.claim && viewItem =~ \/(.*)\/$/u.exec(when) ?? [];
    return pattern !== undefined && new RegExp(pattern).test(context);
  };
  const names = items.filter(fits).map(({ command }) => command.replace('claimwright.', ''));
  return [...new Set(names)].sort();
}
