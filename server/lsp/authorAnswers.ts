/** Makes an author's moves: asks the core for the change, and sends it to the client as one edit. */
import type { CancellationToken, Connection, WorkspaceEdit } from 'vscode-languageserver';
import { upToDate } from '../core/authoring/edits/upToDate';
import type { Authored, RefusedMove } from '../core/authoring/moves/Author';
import { make } from '../core/authoring/moves/moves';
import { lineStarts, rangeOf } from '../core/text/lines';
import { renameFailure } from './agreedRename';
import { authorEdit, inability, placeFault, textAfter } from './authorEdit';
import { authorOf, authorPlace } from './authorPlace';
import { inTurn } from './inTurn';
import { warn } from './lostLinks';
import type { OpenVault } from './OpenVault';
import { paramsForms, read } from './params';
import type { AuthorAnswer, AuthorParams, ShownPlace } from './protocol';
import type { Session } from './Session';
import { showPlace } from './showPlace';
import { unreadReason } from './whenRead';

const LATE =
  'The editor has not made the step before this one yet, so nothing was changed; restart the server if it never does.';
const CANCELLED = 'Cancelled: what the editor was sent before may still be changed.';

/** Refuses in words whatever a client sends. */
export async function answerAuthor(
  connection: Connection,
  session: Session,
  params: unknown,
  token: CancellationToken,
): Promise<AuthorAnswer> {
  const asked = read(paramsForms.author, params);
  if ('refused' in asked) return refusal(asked.refused);
  const made = await inTurn(session, token, () => makeMove(connection, session, asked.params));
  return made === 'late' ? refusal(LATE) : made === 'cancelled' ? refusal(CANCELLED) : made;
}

/** The command of the same: a refusal is shown, and so is where the author goes on, as nobody reads an answer. */
export async function runAuthor(
  connection: Connection,
  session: Session,
  [params]: readonly unknown[],
  token: CancellationToken,
): Promise<void> {
  const { refused, open } = await answerAuthor(connection, session, params, token);
  if (refused !== null) return warn(connection, refused);
  if (open !== null) await showPlace(connection, session, open);
}

const refusal = (refused: string): AuthorAnswer => ({ refused, applied: false, open: null });

async function makeMove(
  connection: Connection,
  session: Session,
  params: AuthorParams,
): Promise<AuthorAnswer> {
  const prepared = prepare(session, params);
  return 'refused' in prepared
    ? refusal(prepared.refused)
    : apply(connection, session, prepared.vault, prepared.authored);
}

/** The edit of a move that nobody makes yet, and where the author goes on. Throws the sentence that says why it cannot be made. */
export function preparedEdit(
  session: Session,
  params: AuthorParams,
): { readonly edit: WorkspaceEdit; readonly open: ShownPlace | null } {
  const prepared = prepare(session, params);
  if ('refused' in prepared) throw renameFailure(prepared.refused);
  const { vault, authored } = prepared;
  return {
    edit: authorEdit(session, vault, authored.edit),
    open: placeAfter(session, vault, authored),
  };
}

interface Prepared {
  readonly vault: OpenVault;
  readonly authored: Authored;
}

/** Of what the disk and the editor hold now, and such as the client can make it. */
export function prepare(session: Session, params: AuthorParams): Prepared | RefusedMove {
  const place = authorPlace(session, params.uri);
  if (place === null) return { refused: 'This is no note of a vault.' };
  const { vault } = place;
  const unread = unreadReason([vault], 'a claim may be there already');
  if (unread !== null) return { refused: unread };
  if (place.path !== null) vault.refresh(place.path);
  const authored = upToDate<Authored | RefusedMove>(
    () => make(authorOf(session, vault, place.path, params.selection), params.move),
    path => vault.refresh(path),
  );
  if ('refused' in authored) return authored;
  const unable = inability(authored.edit, session.shows);
  if (unable !== null) return { refused: unable };
  const fault = placeFault(session, vault, authored.edit);
  if (fault !== null) return { refused: fault };
  return { vault, authored };
}

async function apply(
  connection: Connection,
  session: Session,
  vault: OpenVault,
  authored: Authored,
): Promise<AuthorAnswer> {
  const { edit, label } = authored;
  const open = placeAfter(session, vault, authored);
  if (edit.renames.length > 0) session.answeredRename.remember(vault, edit);
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label,
    edit: authorEdit(session, vault, edit),
    // The editor saves the notes that it had to open for it.
    ...(session.shows.editMetadata ? { metadata: { isRefactoring: true } } : {}),
  });
  if (!applied)
    return refusal(failureReason ?? 'A note changed meanwhile, so nothing was changed.');
  // Not every client watches files, and those that do tell of it later.
  const renamed = edit.renames.flatMap(({ from, to }) => [from, to]);
  const made = edit.creates.map(({ path }) => path);
  for (const path of [...made, ...edit.edits.keys(), ...renamed]) vault.refresh(path);
  return { refused: null, applied, open };
}

function placeAfter(
  { workspace }: Session,
  vault: OpenVault,
  { edit, open }: Authored,
): ShownPlace | null {
  if (open === null) return null;
  const { path, selection } = open;
  const range = rangeOf(lineStarts(textAfter(vault, edit, path) ?? ''), selection);
  return { uri: workspace.uriOf({ vault, path }), range };
}
