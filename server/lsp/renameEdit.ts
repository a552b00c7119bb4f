/** A change of several files of a vault as one edit of the workspace, with words for whoever reviews it. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { VaultEdit } from '../core/authoring/edits/VaultEdit';
import { lineStarts } from '../core/text/lines';
import { addressOf } from './address';
import { toTextEdit } from './convert';
import type { OpenVault } from './OpenVault';
import type { Session } from './Session';

/** An edit of more files is shown before it is made: nobody has so many in mind when they rename one thing. */
const REVIEWED = 10;

const LINKS = 'links';
const NAME = 'name';
const FILE = 'file';

/** Throws where a note is gone. `asks` is false where the editor itself asks before it makes the edit. */
export function renameEdit(
  { shows, workspace, documents }: Session,
  vault: OpenVault,
  { edits, renames }: VaultEdit,
  asks: boolean,
): WorkspaceEdit {
  const documentChanges: (TextDocumentEdit | RenameFile)[] = [];
  const annotated = (id: string) => (shows.annotations ? { annotationId: id } : {});
  for (const [path, each] of edits) {
    const note = vault.index.note(path);
    const lines = note?.lines ?? lineStarts(vault.text(path) ?? '');
    const links = new Set(
      note?.links.flatMap(({ target }) => [target.span.start, target.fragmentSpan?.start]),
    );
    const written = each.map((edit): TextEdit | AnnotatedTextEdit => ({
      ...toTextEdit(lines, edit),
      ...annotated(links.has(edit.span.start) ? LINKS : NAME),
    }));
    const uri = workspace.uriOf({ vault, path });
    const version = documents.version(uri) ?? null;
    documentChanges.push({ textDocument: { uri, version }, edits: written });
  }
  if (!shows.documentChanges) {
    const changes = documentChanges.map(each =>
      'edits' in each ? [each.textDocument.uri, each.edits] : [],
    );
    return { changes: Object.fromEntries(changes) };
  }
  for (const { from, to } of renames)
    documentChanges.push({
      kind: 'rename',
      oldUri: workspace.uriOf({ vault, path: from }),
      newUri: addressOf(`${vault.root}/${to}`),
      options: { overwrite: false, ignoreIfExists: false },
      ...annotated(FILE),
    });
  if (!shows.annotations) return { documentChanges };
  const files = new Set([...edits.keys(), ...renames.map(({ from }) => from)]);
  return {
    documentChanges,
    changeAnnotations: annotationsOf(documentChanges, asks && files.size > REVIEWED),
  };
}

const labels: Readonly<Record<string, ChangeAnnotation>> = {
  [LINKS]: { label: 'Rename links', description: 'They lead where they led.' },
  [NAME]: { label: 'Rename what is written' },
  [FILE]: { label: 'Rename the file' },
};

/** Only those that a change has. */
function annotationsOf(
  changes: readonly (TextDocumentEdit | RenameFile)[],
  needsConfirmation: boolean,
): Record<string, ChangeAnnotation> {
  const used = new Set<string | undefined>();
  for (const change of changes) {
    if ('edits' in change)
      for (const edit of change.edits) used.add('annotationId' in edit ? edit.annotationId : '');
    else used.add(change.annotationId);
  }
  const shown = Object.entries(labels).filter(([id]) => used.has(id));
  return Object.fromEntries(shown.map(([id, each]) => [id, { ...each, needsConfirmation }]));
}
