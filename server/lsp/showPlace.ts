/** Shows the author where to go on, where the client can show a place. */
import { type Connection, ShowDocumentRequest } from 'vscode-languageserver';
import { paramsForms, read } from './params';
import type { ShownPlace } from './protocol';
import type { Session } from './Session';

export async function showPlace(
  connection: Connection,
  { shows }: Session,
  { uri, range: selection }: ShownPlace,
): Promise<void> {
  if (!shows.showsDocuments) return;
  await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true, selection });
}

/** The command of the same. */
export async function runShow(
  connection: Connection,
  session: Session,
  [place]: readonly unknown[],
): Promise<void> {
  const asked = read(paramsForms.place, place);
  if ('params' in asked) await showPlace(connection, session, asked.params);
}
