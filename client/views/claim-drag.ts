/** Notes that are dragged out of the claim's tree: dropped into an editor each is a link. */
import * as vscode from 'vscode';
import type { ClaimElement } from './claim-elements';

export const claimDrag: vscode.TreeDragAndDropController<ClaimElement> = {
  dragMimeTypes: ['text/plain'],
  dropMimeTypes: [],
  handleDrag(source, dataTransfer) {
    const links = source.flatMap(element => linkOf(element) ?? []);
    if (links.length > 0)
      dataTransfer.set('text/plain', new vscode.DataTransferItem(links.join('\n')));
  },
};

/** What leads to the note of a row; `null` where the row is no note, or no link can. */
export function linkOf(element: ClaimElement): string | null {
  return element.kind === 'note' || element.kind === 'mentioning' || element.kind === 'sure'
    ? element.note.link
    : null;
}
