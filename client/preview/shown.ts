/** What is known of the document that a preview shows, carried through markdown-it in its environment. */
import type { Env } from 'markdown-it';
import type { PreviewLink } from '../../server/lsp/protocol';

export interface Shown {
  /** By target and fragment as they are written; `null` while notes are read. */
  readonly links: ReadonlyMap<string, PreviewLink> | null;
  /** Whether links show how sure the vault is of what they lead to. */
  readonly confidence: boolean;
  /** Whether this is the text of an embed. */
  readonly embedded: boolean;
}

const KEY = 'claimwright';

/** `null` for what is no note of a vault: it is rendered as without this extension. */
export function shownIn(env: Env | undefined): Shown | null {
  return (env?.[KEY] as Shown | undefined) ?? null;
}

export function showing(env: Env | undefined, shown: Shown): Env {
  return { ...env, [KEY]: shown };
}

export function byWritten(links: readonly PreviewLink[]): ReadonlyMap<string, PreviewLink> {
  return new Map(links.map(link => [link.written, link]));
}
