/**
 * Asks a server, and where that dies before it answers, the next one. Twice at most: the question may be what kills it.
 * An edit is the editor's as soon as it came, so what sends one is asked again only where none came.
 */
import type { Promised } from './promised';

export interface Asked {
  /** Of each edit that came from it, whether the editor made it. */
  readonly edits: readonly Promise<boolean>[];
  /** Settles when nothing comes from it any more. */
  readonly ended: Promised<void>;
  /** Whether a request failed because it is gone. */
  isLost(error: unknown): boolean;
}

/** What was asked for came as an edit, and the server died before it answered. */
export class DiedAfterEdit extends Error {
  constructor(readonly made: boolean) {
    super(
      made
        ? 'The language server stopped meanwhile, but the change was made.'
        : 'The language server stopped meanwhile, and nothing was changed.',
    );
  }
}

export async function askAgain<Server extends Asked, Answer>(
  next: () => Promise<Server>,
  ask: (server: Server) => Promise<Answer>,
  sendsEdit: boolean,
): Promise<Answer> {
  for (let again = true; ; again = false) {
    const server = await next();
    const { edits } = server;
    const before = edits.length;
    try {
      return await ask(server);
    } catch (error) {
      if (!server.isLost(error)) throw error;
      await server.ended.promise;
      const edit = sendsEdit ? edits[before] : undefined;
      if (edit !== undefined) throw new DiedAfterEdit(await edit);
      if (!again) throw new Error('The language server stopped meanwhile.');
    }
  }
}
