/**
 * LSP's methods that the extension asks by itself. Their names alone: the library that speaks LSP is loaded when a
 * server is started, as a window without a vault needs none.
 */
import type {
  CodeLensResolveRequest,
  ExecuteCommandRequest,
  PrepareRenameRequest,
  RenameRequest,
  WillRenameFilesRequest,
} from 'vscode-languageclient';
import { applyRepairsMethod, authorMethod, linkMentionMethod } from '../server/lsp/protocol';

export const resolveLensMethod: typeof CodeLensResolveRequest.method = 'codeLens/resolve';
export const executeCommandMethod: typeof ExecuteCommandRequest.method = 'workspace/executeCommand';
export const prepareRenameMethod: typeof PrepareRenameRequest.method = 'textDocument/prepareRename';
export const renameMethod: typeof RenameRequest.method = 'textDocument/rename';
export const willRenameFilesMethod: typeof WillRenameFilesRequest.method =
  'workspace/willRenameFiles';

/** Requests by which the server changes something, by an edit that it sends meanwhile. */
export const DOING: ReadonlySet<string> = new Set([
  authorMethod,
  linkMentionMethod,
  applyRepairsMethod,
  executeCommandMethod,
]);
/** Those as well whose answer is an edit: they are refused as long as not all notes are read. */
export const CHANGING: ReadonlySet<string> = new Set([
  ...DOING,
  renameMethod,
  willRenameFilesMethod,
]);
