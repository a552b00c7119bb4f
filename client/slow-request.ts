/** A request that may take long: the author sees that, and can call it off. */
import * as vscode from 'vscode';
import type { ServerLink } from './language-client';

/** Milliseconds before progress is shown, and for which an editor then shows it whatever happens. */
const QUIET = 500;
const SHOWN = 800;

/** Progress, where any is shown, is gone at the end. Fails where the server does. */
export async function slowRequest<Answer extends object | null>(
  server: ServerLink,
  method: string,
  params: unknown,
  title: string,
): Promise<Answer> {
  const source = new vscode.CancellationTokenSource();
  const asked = server.request<Answer>(method, params, source.token);
  const soon = await Promise.race([asked, pause(QUIET)]);
  if (soon !== undefined) return soon;
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => source.cancel());
    return Promise.all([asked, pause(SHOWN)]);
  });
  return asked;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
