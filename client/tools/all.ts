/** Every tool for language models. */
import * as vscode from 'vscode';
import type { ServerLink } from '../language-client';
import { checkDraft } from './check-draft';
import { listHints } from './list-hints';
import { readClaim } from './read-claim';
import { Readiness } from './readiness';
import { searchClaims } from './search-claims';

export function registerTools(server: ServerLink): vscode.Disposable {
  const readiness = new Readiness(server);
  const at = { server, readiness };
  return vscode.Disposable.from(
    readiness,
    ...[searchClaims, readClaim, listHints, checkDraft].map(tool => tool(at)),
  );
}
