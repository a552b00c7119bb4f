/** How the editor previews edits that the server wants confirmed. */
import type { ApplyWorkspaceEditParams, CreateFile } from 'vscode-languageclient/node';

/**
 * The editor opens its preview for an edit that needs confirmation, but with each such change unticked. So none of the
 * changes asks, and in their place one does that is not shown and does nothing: it makes a file that is there already.
 */
export function previewTicked(params: ApplyWorkspaceEditParams): ApplyWorkspaceEditParams {
  const { changeAnnotations = {}, documentChanges = [] } = params.edit;
  const annotations = Object.entries(changeAnnotations);
  const [first] = documentChanges;
  if (first === undefined || !('textDocument' in first)) return params;
  if (!annotations.some(([, { needsConfirmation }]) => needsConfirmation)) return params;
  const ask: CreateFile = {
    kind: 'create',
    uri: first.textDocument.uri,
    options: { ignoreIfExists: true },
    annotationId: 'preview',
  };
  const quiet = annotations.map(([id, each]) => [id, { ...each, needsConfirmation: false }]);
  return {
    ...params,
    edit: {
      changeAnnotations: {
        ...Object.fromEntries(quiet),
        preview: { label: params.label ?? 'Preview', needsConfirmation: true },
      },
      documentChanges: [ask, ...documentChanges],
    },
  };
}
