/** A move's change as one edit of the workspace: what it makes, what it writes, and what it renames. */
import type {
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { VaultEdit } from '../core/authoring/edits/VaultEdit';
import { lineStarts } from '../core/text/lines';
import { applyEdits } from '../core/text/span';
import type { Abilities } from './abilities';
import { toTextEdit } from './convert';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A sentence, with the way that is left. */
export const cannotRename =
  'This editor cannot rename files for a language server; `claimwright rename` in a terminal can.';

/** Why the client cannot make the edit, as a sentence; `null` where it can. */
export function inability({ creates, renames }: VaultEdit, shows: Abilities): string | null {
  if (creates.length > 0 && !shows.createsFiles)
    return 'This editor cannot create files for a language server.';
  if (renames.length > 0 && !shows.renamesFiles) return cannotRename;
  return null;
}

/** Why a file cannot be where the edit wants it, as a sentence, by what only the machine knows; `null` where all can. */
export function placeFault(
  { machine }: Session,
  { root }: OpenVault,
  { edits, creates, renames }: VaultEdit,
): string | null {
  const { files } = machine;
  const leaving = [...edits.keys()].find(path => !files.staysInside(root, path));
  if (leaving !== undefined) return leavingSentence(leaving);
  const wanted = [...creates.map(({ path }) => path), ...renames.map(({ to }) => to)];
  const moving = new Set(renames.map(({ from }) => from));
  const isTaken = (path: string) =>
    !moving.has(path) &&
    (files.readChange(root, path).kind === 'set' || files.isFolder(`${root}/${path}`));
  const stray = wanted.find(path => !files.staysInside(root, path));
  if (stray !== undefined) return `\`${stray}\` would lie outside the vault.`;
  const taken = wanted.find(isTaken);
  return taken === undefined ? null : `There is a file \`${taken}\` already.`;
}

/** An editor would write through the link. */
export function leavingSentence(path: string): string {
  return `“${path}” is a link that leaves the vault: it is not edited.`;
}

/** New files come first, so that nothing is changed where one of them cannot be made. */
export function authorEdit(
  { workspace, documents, shows }: Session,
  vault: OpenVault,
  { edits, creates, renames }: VaultEdit,
): WorkspaceEdit {
  const uriOf = (path: string) => workspace.uriOf({ vault, path });
  const changed = [...edits].map(([path, each]): TextDocumentEdit => {
    const lines = vault.index.note(path)?.lines ?? lineStarts(vault.text(path) ?? '');
    const uri = uriOf(path);
    const version = documents.version(uri) ?? null;
    return {
      textDocument: { uri, version },
      edits: each.map(edit => toTextEdit(lines, edit)),
    };
  });
  if (!shows.documentChanges) {
    const changes = changed.map(each => [each.textDocument.uri, each.edits]);
    return { changes: Object.fromEntries(changes) };
  }
  const options = { overwrite: false, ignoreIfExists: false };
  const made = creates.flatMap(({ path, text }): [CreateFile, TextDocumentEdit] => {
    const uri = uriOf(path);
    return [
      { kind: 'create', uri, options },
      { textDocument: { uri, version: null }, edits: [{ range: TOP, newText: text }] },
    ];
  });
  const renamed = renames.map(
    ({ from, to }): RenameFile => ({
      kind: 'rename',
      oldUri: uriOf(from),
      newUri: uriOf(to),
      options,
    }),
  );
  return { documentChanges: [...made, ...changed, ...renamed] };
}

/** What a file of the vault holds when the edit is made; `null` where it cannot be read. */
export function textAfter(vault: OpenVault, edit: VaultEdit, path: string): string | null {
  const created = edit.creates.find(each => each.path === path);
  if (created !== undefined) return created.text;
  const from = edit.renames.find(({ to }) => to === path)?.from ?? path;
  const text = vault.text(from);
  return text === null ? null : applyEdits(text, edit.edits.get(from) ?? []);
}
