/** Settings that the server reads. */
import { memberOf } from './memberOf';

/** Settings under `claimwright.` that the server reads through `workspace/configuration`. */
export interface Settings {
  readonly diagnostics: { readonly scope: DiagnosticsScope };
  readonly codeLens: { readonly enabled: boolean; readonly hints: boolean };
  readonly inlayHints: { readonly confidence: boolean };
  /** The agent that the author says to be; `null` where the vault has to tell. */
  readonly agent: string | null;
}

/** `vault` reports every note, `open` only those in an editor, `off` none. */
export type DiagnosticsScope = (typeof diagnosticsScopes)[number];
const diagnosticsScopes = ['vault', 'open', 'off'] as const;

export const defaultSettings: Settings = {
  diagnostics: { scope: 'vault' },
  codeLens: { enabled: true, hints: true },
  inlayHints: { confidence: false },
  agent: null,
};

/** Takes what a client sends; anything unknown is the default. */
export function parseSettings(written: unknown): Settings {
  const { diagnostics, codeLens, inlayHints } = defaultSettings;
  const scope = memberOf(memberOf(written, 'diagnostics'), 'scope');
  const agent = memberOf(written, 'agent');
  const known = diagnosticsScopes.find(each => each === scope);
  const truth = (group: string, name: string, usual: boolean) => {
    const value = memberOf(memberOf(written, group), name);
    return typeof value === 'boolean' ? value : usual;
  };
  return {
    diagnostics: { scope: known ?? diagnostics.scope },
    codeLens: {
      enabled: truth('codeLens', 'enabled', codeLens.enabled),
      hints: truth('codeLens', 'hints', codeLens.hints),
    },
    inlayHints: { confidence: truth('inlayHints', 'confidence', inlayHints.confidence) },
    agent: typeof agent === 'string' && agent.trim() !== '' ? agent.trim() : null,
  };
}
