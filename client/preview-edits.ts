/** How the editor previews edits that the server wants confirmed. */
import type { CreateFile, WorkspaceEdit } from 'vscode-languageclient';

/**
 * The editor opens its preview for an edit that needs confirmation, but with each such change unticked. So none of the
 * changes asks, and in their place one does that is not shown and does nothing: it makes a file that is there already.
 */
export function previewTicked(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const { changeAnnotations = {}, documentChanges = [] } = edit;
  const annotations = Object.entries(changeAnnotations);
  const [first] = documentChanges;
  if (first === undefined || !('textDocument' in first)) return edit;
  if (!annotations.some(([, { needsConfirmation }]) => needsConfirmation)) return edit;
  const ask: CreateFile = {
    kind: 'create',
    uri: first.textDocument.uri,
    options: { ignoreIfExists: true },
    annotationId: 'preview',
  };
  const quiet = annotations.map(([id, each]) => [id, { ...each, needsConfirmation: false }]);
  return {
    changeAnnotations: {
      ...Object.fromEntries(quiet),
      preview: { label, needsConfirmation: true },
    },
    documentChanges: [ask, ...documentChanges],
  };
}
