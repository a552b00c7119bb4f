/** Makes the page of a webview, with nothing allowed in it but its own script and styles. */
import * as vscode from 'vscode';
import { pageText } from './pageText';

/** Where the build puts what webviews may load, and all that they may. */
export function webviewFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webviews');
}

export interface WebviewPage {
  /** Of its script and its styles, in that folder. */
  readonly name: string;
  readonly title: string;
  /** HTML, never of a note. */
  readonly body: string;
}

export function webviewPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { name, title, body }: WebviewPage,
): string {
  const address = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder(extension), file)).toString();
  return pageText({
    script: address(`${name}.js`),
    style: address(`${name}.css`),
    source: webview.cspSource,
    nonce: crypto.randomUUID(),
    title,
    body,
  });
}
