/** How it shows that a server died before it answered. */
import { ConnectionError, ErrorCodes, ResponseError } from 'vscode-languageclient';

const LOST: ReadonlySet<number> = new Set([
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.ConnectionInactive,
  ErrorCodes.MessageWriteError,
]);

/** Whether it failed because the server is gone, and not because of what was asked. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof ConnectionError || (error instanceof ResponseError && LOST.has(error.code))
  );
}
