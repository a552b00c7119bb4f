/** Commands that the server runs for a client; what they change reaches it as one edit. A new one is a line in the table. */
import type { CancellationToken, Connection, ExecuteCommandParams } from 'vscode-languageserver';
import { runAuthor } from './authorAnswers';
import { fixAllNotes } from './fixAllNotes';
import { authorCommand, fixAllCommand, renameFileCommand, showCommand } from './protocol';
import { renameFile } from './renameFile';
import type { Session } from './Session';
import { runShow } from './showPlace';

type Command = (
  connection: Connection,
  session: Session,
  args: readonly unknown[],
  token: CancellationToken,
) => Promise<void>;

const table: Readonly<Record<string, Command>> = {
  [fixAllCommand]: fixAllNotes,
  [renameFileCommand]: renameFile,
  [authorCommand]: runAuthor,
  [showCommand]: runShow,
};

export const commands: readonly string[] = Object.keys(table);

export async function runCommand(
  connection: Connection,
  session: Session,
  params: ExecuteCommandParams,
  token: CancellationToken,
): Promise<null> {
  const command = Object.hasOwn(table, params.command) ? table[params.command] : undefined;
  await command?.(connection, session, params.arguments ?? [], token);
  return null;
}
