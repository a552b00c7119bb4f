/** How the client talks with a server: what it tells it at first, and what it asks and changes on the way. */
import type * as vscode from 'vscode';
import {
  type ApplyWorkspaceEditResult,
  CancellationToken,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  ResponseError,
} from 'vscode-languageclient';
import type { ClientOptions } from '../server/lsp/protocol';
import { hintCommand } from './commands/hint';
import { showLinksCommand } from './commands/show-links';
import { moveMiddleware } from './file-moves';
import { isInFrontmatter } from './frontmatter-typing';
import { isInLink } from './link-typing';
import { withoutDoubles } from './path-doubles';
import { previewTicked } from './preview-edits';
import { renameMiddleware } from './rename-answers';
import { servedSchemes } from './served';
import type { ServerHost } from './server-host';
import { messageOf } from './tell';

interface Told {
  /** The server is gone. */
  closed(): void;
  /** An edit came from it; `made` says whether the editor made it. */
  edited(made: Promise<boolean>): void;
  execute(command: string, args: readonly unknown[]): Promise<void>;
}

export function clientOptions(
  output: vscode.LogOutputChannel,
  host: ServerHost,
  told: Told,
): LanguageClientOptions {
  return {
    documentSelector: servedSchemes().flatMap(scheme => [
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/.claimwright.yaml' },
    ]),
    initializationOptions: {
      suggestCommand: 'editor.action.triggerSuggest',
      showReferencesCommand: showLinksCommand,
      // Where two answers overlap, VS Code puts the commands that it resolved for the first on the lenses of the second,
      // lets go of the first, and cannot run them: they are to have theirs from the start.
      resolvesWhenChosen: true,
      hintCommand,
      listsHeadings: true,
      cacheFolder: host.cacheFolder,
      ruleDocs: host.ruleDocs,
      watchesFiles: true,
    } satisfies ClientOptions,
    outputChannel: output,
    diagnosticCollectionName: 'claimwright',
    // What it would tell is told where the server ends.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        told.closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: {
      ...renameMiddleware,
      // The client would say nothing where the server dies.
      executeCommand: (command, args) => told.execute(command, args),
      // Most of what is typed is prose: the server is not asked about it.
      provideCompletionItem: async (document, position, context, token, next) => {
        if (document.languageId !== 'markdown') return next(document, position, context, token);
        if (!isInLink(document, position) && !isInFrontmatter(document, position)) return undefined;
        const answer = await next(document, position, context, token);
        return withoutDoubles(document, position, context, answer);
      },
      workspace: {
        ...moveMiddleware,
        handleApplyEdit: (params, next) => {
          const edit = previewTicked(params.edit, params.label ?? 'Preview');
          const made = Promise.resolve(next({ ...params, edit }, CancellationToken.None)).catch(
            // The server hands on why.
            (error: unknown) => ({ applied: false, failureReason: messageOf(error) }),
          );
          told.edited(made.then(isApplied, () => false));
          return made;
        },
      },
    },
  };
}

function isApplied(answer: ApplyWorkspaceEditResult | ResponseError<void>): boolean {
  return !(answer instanceof ResponseError) && answer.applied;
}
