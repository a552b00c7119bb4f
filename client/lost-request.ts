/** Requests whose server may die before it answers: which of them change something, and how that death shows. */
import {
  ConnectionError,
  ErrorCodes,
  ExecuteCommandRequest,
  RenameRequest,
  ResponseError,
  WillRenameFilesRequest,
} from 'vscode-languageclient';
import { applyRepairsMethod, authorMethod, linkMentionMethod } from '../server/lsp/protocol';

const LOST: ReadonlySet<number> = new Set([
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.ConnectionInactive,
  ErrorCodes.MessageWriteError,
]);

/** Requests by which the server changes something, by an edit that it sends meanwhile. */
export const DOING: ReadonlySet<string> = new Set([
  authorMethod,
  linkMentionMethod,
  applyRepairsMethod,
  ExecuteCommandRequest.method,
]);
/** Those as well whose answer is an edit: they are refused as long as not all notes are read. */
export const CHANGING: ReadonlySet<string> = new Set([
  ...DOING,
  RenameRequest.method,
  WillRenameFilesRequest.method,
]);

/** Whether it failed because the server is gone, and not because of what was asked. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof ConnectionError || (error instanceof ResponseError && LOST.has(error.code))
  );
}
