/**
 * What the server in a browser was given of each note. A file system need not tell of a change, and an edit that was
 * made for what a note said before would garble it.
 */
import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { FileAnswer, ReadFileParams } from '../server/lsp/protocol';
import { readFile } from './file-reading';

export class GivenNotes {
  /** Of the bytes, by address. */
  private readonly digests = new Map<string, number>();

  async read(params: ReadFileParams): Promise<FileAnswer> {
    const answer = await readFile(params);
    if ('bytes' in answer) this.digests.set(keyOf(params.uri), digest(answer.bytes));
    else this.digests.delete(keyOf(params.uri));
    return answer;
  }

  /** Addresses of notes that the edit changes, that no editor holds, and that are no longer what was given. */
  async staleIn(edit: WorkspaceEdit): Promise<string[]> {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const closed = [...editedBy(edit)].filter(uri => !open.has(keyOf(uri)));
    const stale = await Promise.all(closed.map(uri => this.isStale(uri)));
    return closed.filter((_, at) => stale[at]);
  }

  private async isStale(uri: string): Promise<boolean> {
    const given = this.digests.get(keyOf(uri));
    // What the server was never given is new.
    if (given === undefined) return false;
    const now = await readFile({ uri, most: Number.POSITIVE_INFINITY });
    return !('bytes' in now) || digest(now.bytes) !== given;
  }
}

/** The sentence for the author. */
export function staleSentence(uris: readonly string[]): string {
  const [first = ''] = uris;
  const name = vscode.Uri.parse(first).path.split('/').at(-1);
  return `“${name}” changed, and nobody told of it, so nothing was changed. It is read again: try once more.`;
}

function editedBy({ changes, documentChanges }: WorkspaceEdit): ReadonlySet<string> {
  const parts = (documentChanges ?? []).flatMap(part =>
    'edits' in part ? part.textDocument.uri : [],
  );
  return new Set([...Object.keys(changes ?? {}), ...parts]);
}

/** One file may be written in several ways. */
function keyOf(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

/** FNV-1a, with the length before it. */
function digest(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return bytes.length * 2 ** 32 + (hash >>> 0);
}
