/** Keeps a picture of the argument as a file, where a person says. */
import * as vscode from 'vscode';
import type { GraphScope } from '../../server/lsp/protocol';
import { fail, messageOf } from '../tell';
import type { PictureFormat } from '../webviews/graph/messages';

/** `text` is SVG, or PNG in base64; `root` is the folder that is offered first. */
export async function savePicture(
  root: vscode.Uri,
  scope: GraphScope,
  format: PictureFormat,
  text: string,
): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(root, `${fileName(scope)}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
    saveLabel: 'Save Picture',
  });
  if (uri === undefined) return;
  try {
    const bytes = format === 'png' ? ofBase64(text) : new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(uri, bytes);
    void vscode.window.setStatusBarMessage('Claimwright: the picture is saved', 5000);
  } catch (error) {
    void fail(messageOf(error));
  }
}

function ofBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}

function fileName(scope: GraphScope): string {
  if (scope.kind === 'vault') return 'argument';
  if (scope.kind === 'domain')
    return `argument in ${scope.domain.replace(/[^\p{L}\p{N} _-]/gu, '')}`;
  const name = (scope.path.split('/').at(-1) ?? '').replace(/\.(?:md|markdown)$/iu, '');
  return `argument around ${shortened(name).replace('…', '').trim()}`;
}

/** To about the width of a tab. */
export function shortened(text: string): string {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length > 40 ? `${letters.slice(0, 40).join('').trimEnd()}…` : letters.join('');
}
