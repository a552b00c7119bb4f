/** Reads files for a server that cannot: through the editor, which knows file systems that are on no disk. */
import * as vscode from 'vscode';
import type {
  FileAnswer,
  FileFault,
  FolderAnswer,
  FolderEntry,
  ReadFileParams,
  ReadFolderParams,
} from '../server/lsp/protocol';

export async function readFolder({ uri }: ReadFolderParams): Promise<FolderAnswer> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return { entries: entries.flatMap(([name, type]) => entryOf(name, type)) };
  } catch (error) {
    return { failed: faultOf(error) };
  }
}

export async function readFile({ uri, most }: ReadFileParams): Promise<FileAnswer> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    if (bytes.length > most) return { tooMany: bytes.length };
    // Else all of the buffer that it is a part of would be sent.
    return { bytes: bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice() };
  } catch (error) {
    return { failed: faultOf(error) };
  }
}

/** Nothing for what is neither a file nor a folder. */
function entryOf(name: string, type: vscode.FileType): FolderEntry | readonly [] {
  const linked = (type & vscode.FileType.SymbolicLink) !== 0;
  if ((type & vscode.FileType.Directory) !== 0) return { name, kind: 'folder', linked };
  return (type & vscode.FileType.File) !== 0 ? { name, kind: 'file', linked } : [];
}

function faultOf(error: unknown): FileFault {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'NoPermissions') return 'forbidden';
  return /^File(?:NotFound|NotADirectory|IsADirectory)$/u.test(code) ? 'gone' : 'unread';
}
