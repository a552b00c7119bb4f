/** Tells of links that a rename cannot keep. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Arrangement } from '../core/features/rename/rearrange';

export function tellLost(connection: Connection, lost: Arrangement['lost']): void {
  const [first] = lost;
  if (first === undefined) return;
  const others = lost.length === 1 ? '' : ` and ${lost.length - 1} more`;
  warn(
    connection,
    `No way of writing it leads there any more: the link to “${first.link.target.written}” in “${first.path}”${others}.`,
  );
}

export function warn(connection: Connection, message: string): void {
  const type = MessageType.Warning;
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
