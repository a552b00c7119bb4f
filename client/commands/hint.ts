/** What clicking a code lens above a hint does, and choosing a code action on it. */
import * as vscode from 'vscode';
import type { HintAction, HintReference } from '../../server/lsp/protocol';
import { goOn } from '../author';
import {
  dropHint,
  enrichClaim,
  type HintPlace,
  hintExists,
  type Made,
  openClaim,
  promoteHint,
} from '../hint-moves';
import { hintNow, hintsOf } from '../hints';
import type { ServerLink } from '../language-client';

export const hintCommand = 'claimwright.hint';

const moves: Readonly<
  Record<
    Exclude<HintAction, 'open'>,
    { readonly heading: string; make(server: ServerLink, place: HintPlace): Promise<Made> }
  >
> = {
  promote: { heading: 'Promote hint', make: promoteHint },
  enrich: { heading: 'Enrich a claim with the hint', make: enrichClaim },
  exists: { heading: 'The hint exists already', make: hintExists },
  drop: { heading: 'Drop hint', make: dropHint },
};

export function hint(server: ServerLink): vscode.Disposable {
  return vscode.commands.registerCommand(
    hintCommand,
    async (uri: string, action: HintAction, said: HintReference, claim: string | null) => {
      if (action !== 'open') return moveHint(server, action, uri, said);
      if (claim !== null) await openClaim(claim);
    },
  );
}

export async function moveHint(
  server: ServerLink,
  action: Exclude<HintAction, 'open'>,
  uri: string,
  said: HintReference,
): Promise<void> {
  const { heading, make } = moves[action];
  // Dropping asks for nothing.
  const [note] = action === 'drop' ? [] : await hintsOf(server, uri);
  const { domain = null } = note ?? {};
  const { names = null } = hintNow(note, said) ?? {};
  const made = await make(server, { uri, hint: said, names, domain, heading });
  if (made?.open) await goOn(made.open);
}
