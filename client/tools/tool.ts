/** What the tools for language models have in common: they only read, and answer with JSON. */
import * as vscode from 'vscode';
import { vaultsMethod } from '../../server/lsp/protocol';
import type { ServerLink } from '../language-client';
import type { Readiness } from './readiness';

export interface VaultInput {
  /** Name or path of the vault's folder; the vault of the active note, or the first, where it is missing. */
  readonly vault?: string;
}

/** What a tool needs to know of the vault: `root` is its address. */
export interface ToolPlace {
  readonly server: ServerLink;
  readonly root: string;
  readonly token: vscode.CancellationToken;
}

/** Who answers, and when it can. */
export interface ToolServer {
  readonly server: ServerLink;
  readonly readiness: Readiness;
}

/** Registers a tool of package.json. What `answer` throws, the language model is told. */
export function registerTool<Input extends VaultInput>(
  { server, readiness }: ToolServer,
  name: string,
  /** What it does with that input, while it does it: plain words. */
  saying: (input: Input) => string,
  answer: (place: ToolPlace, input: Input) => Promise<object>,
): vscode.Disposable {
  return vscode.lm.registerTool<Input>(name, {
    prepareInvocation: ({ input }) => ({ invocationMessage: saying(input) }),
    invoke: async ({ input }, token) => {
      await readiness.wait(token);
      const root = await vaultOf(server, input.vault);
      const found = await answer({ server, root, token }, input);
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(JSON.stringify(found)),
      ]);
    },
  });
}

async function vaultOf(server: ServerLink, wanted: string | undefined): Promise<string> {
  const roots = await server.request<string[]>(vaultsMethod);
  const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
  const isWanted = (root: string) => {
    const { fsPath } = vscode.Uri.parse(root);
    return wanted === undefined
      ? active.startsWith(`${root.replace(/\/$/u, '')}/`)
      : fsPath === wanted || fsPath.split(/[\\/]/u).at(-1) === wanted;
  };
  const root = roots.find(isWanted) ?? (wanted === undefined ? roots[0] : undefined);
  if (root !== undefined) return root;
  const names = roots.map(each => vscode.Uri.parse(each).fsPath).join(', ');
  throw new Error(
    names === '' ? 'No vault is open.' : `There is no such vault; open are: ${names}.`,
  );
}

/** A number that a model gave, as a whole one from 1 to `most`. */
export function countOf(wanted: number | undefined, usual: number, most: number): number {
  return Number.isFinite(wanted) ? Math.min(most, Math.max(1, Math.trunc(wanted ?? usual))) : usual;
}
