/** What a server wants to have changed: the files that its edits name, and whether they are files of the vault. */
import assert from 'node:assert/strict';
import { lstatSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';

/** Every edit of the workspace in an answer, wherever it stands. */
export function editsIn(answer: unknown): lsp.WorkspaceEdit[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const own = 'documentChanges' in answer || 'changes' in answer ? [answer] : [];
  return [...(own as lsp.WorkspaceEdit[]), ...Object.values(answer).flatMap(editsIn)];
}

/** Throws where an edit names anything but a file that lies in the vault, whatever links are on the way. */
export function assertInside(vault: string, edit: lsp.WorkspaceEdit, what: string): void {
  for (const uri of urisIn(edit)) {
    const { scheme, authority, fsPath } = URI.parse(uri);
    assert.equal(`${scheme}:${authority}`, 'file:', `${what}: ${uri}`);
    assert.ok(fsPath.startsWith(`${vault}${sep}`), `${what}: ${uri}`);
    const real = realPlace(fsPath);
    assert.ok(`${real}${sep}`.startsWith(`${vault}${sep}`), `${what}: ${uri} leads to ${real}`);
    assert.doesNotMatch(real.slice(vault.length), /\/(?:\.git|nested)(?:\/|$)/u, what);
  }
}

function urisIn({ changes = {}, documentChanges = [] }: lsp.WorkspaceEdit): string[] {
  const others = documentChanges.flatMap(part => {
    if ('edits' in part) return [part.textDocument.uri];
    return part.kind === 'rename' ? [part.newUri] : [part.uri];
  });
  return [...Object.keys(changes), ...others];
}

/** Of the nearest thing above that is there; a link that leads nowhere counts as leading out. */
function realPlace(file: string): string {
  let at = file;
  while (isNothing(at)) at = dirname(at);
  try {
    return realpathSync(at);
  } catch {
    return `${at} (nowhere)`.replace(/^/u, '?');
  }
}

function isNothing(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return true;
  }
}
