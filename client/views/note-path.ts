/** Which files of a folder are notes of the vault there, by their paths, as the server sees it. */
import * as vscode from 'vscode';

const NOTE = /\.(?:md|markdown)$/iu;
/** Hidden files and folders, and other people's packages. */
const LEFT_OUT = /(?:^|\/)(?:\.|node_modules\/)/u;

/** The path of a note from the vault's root, with `/`; `null` for what is none, or lies elsewhere. */
export function notePathIn(root: string, uri: string): string | null {
  const [vault, { scheme, authority, path }] = [vscode.Uri.parse(root), vscode.Uri.parse(uri)];
  const folder = `${vault.path.replace(/\/$/u, '')}/`;
  const isElsewhere = scheme !== vault.scheme || authority !== vault.authority;
  if (isElsewhere || !path.startsWith(folder)) return null;
  const inside = path.slice(folder.length);
  return isNotePath(inside) ? inside : null;
}

export function isNotePath(path: string): boolean {
  return NOTE.test(path) && !LEFT_OUT.test(path);
}
