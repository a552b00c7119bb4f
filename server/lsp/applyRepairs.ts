/** Makes the repairs that the author chose, as one edit of all their notes. */
import type {
  ChangeAnnotation,
  Connection,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { chosenEdits } from '../core/features/repair/repairNote';
import { lineStarts } from '../core/text/lines';
import { leavingSentence } from './authorEdit';
import { toTextEdit } from './convert';
import { warn } from './lostLinks';
import type { AppliedRepairs, ChosenRepair } from './protocol';
import type { Session } from './Session';

/** Each note's edits are made of its text as it is now, whatever it was when the author was asked. */
export async function applyRepairs(
  connection: Connection,
  session: Session,
  choices: readonly ChosenRepair[],
): Promise<AppliedRepairs> {
  const { shows, documents, workspace } = session;
  /** Of several choices for one target of a note the last holds: their edits would overlap. */
  const byNote = new Map<string, Map<string, ChosenRepair>>();
  for (const choice of choices)
    byNote.set(choice.uri, (byNote.get(choice.uri) ?? new Map()).set(choice.written, choice));
  const documentChanges: TextDocumentEdit[] = [];
  let links = 0;
  for (const [uri, chosen] of byNote) {
    const place = workspace.placeOf(uri);
    if (place === null) continue;
    if (!place.vault.staysInside(place.path)) {
      warn(connection, leavingSentence(place.path));
      continue;
    }
    place.vault.refresh(place.path);
    const text = place.vault.text(place.path);
    if (text === null) continue;
    const lines = lineStarts(text);
    const edits = [SAFE, CHOSEN].flatMap(id => {
      const some = [...chosen.values()].filter(({ safe }) => safe === (id === SAFE));
      const made = chosenEdits(place.vault.index, place.path, text, some);
      return made.map(edit => ({
        ...toTextEdit(lines, edit),
        ...(shows.annotations ? { annotationId: id } : {}),
      }));
    });
    links += edits.length;
    const version = documents.version(uri) ?? null;
    if (edits.length > 0) documentChanges.push({ textDocument: { uri, version }, edits });
  }
  const notes = documentChanges.length;
  if (notes === 0) return { applied: false, links, notes };
  const { applied } = await connection.workspace.applyEdit({
    label: 'Repair links',
    edit: toWorkspaceEdit(documentChanges, session),
    ...(shows.editMetadata ? { metadata: { isRefactoring: true } } : {}),
  });
  return { applied, links, notes };
}

const SAFE = 'safe';
const CHOSEN = 'chosen';

const ANNOTATIONS: Readonly<Record<string, ChangeAnnotation>> = {
  [SAFE]: {
    label: 'Repair links: safe',
    description: 'Nothing else could be meant.',
    needsConfirmation: true,
  },
  [CHOSEN]: { label: 'Repair links: chosen by you', needsConfirmation: true },
};

function toWorkspaceEdit(documentChanges: TextDocumentEdit[], { shows }: Session): WorkspaceEdit {
  if (shows.documentChanges)
    return { documentChanges, ...(shows.annotations ? { changeAnnotations: ANNOTATIONS } : {}) };
  const changes = documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits]);
  return { changes: Object.fromEntries(changes) };
}
