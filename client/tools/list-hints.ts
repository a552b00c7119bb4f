/** A tool for language models: the claims that sources and musings name, and that nobody has written yet. */
import type * as vscode from 'vscode';
import { type OpenHints, type OpenHintsParams, openHintsMethod } from '../../server/lsp/protocol';
import { isOpen } from '../hints';
import { countOf, registerTool, type ToolServer, type VaultInput } from './tool';

interface Input extends VaultInput {
  readonly limit?: number;
  /** Where the last answer ended. */
  readonly from?: number;
}

const USUAL = 20;
const MOST = 100;

export function listHints(at: ToolServer): vscode.Disposable {
  return registerTool<Input>(
    at,
    'claimwright_listHints',
    () => 'Listing open extraction hints',
    async ({ server, token }, { limit, from = 0 }) => {
      const params: OpenHintsParams = {
        from: Math.max(0, Math.trunc(from) || 0),
        most: countOf(limit, USUAL, MOST),
      };
      const hints = await server.request<OpenHints | null>(openHintsMethod, params, token);
      if (hints === null) throw new Error('It was cancelled.');
      const notes = hints.notes.map(
        ({ path, title, status, priority, date, domain, hints: all }) => ({
          ...{ path, title, status, priority, date, domain },
          hints: all.filter(isOpen).map(({ index, text, kind, confidence, reason }) => ({
            index,
            text,
            kind,
            confidence,
            reason,
          })),
        }),
      );
      return { incomplete: hints.refused, notes, next: hints.next };
    },
  );
}
