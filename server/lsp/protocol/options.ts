/** What a client tells of itself beyond LSP. */
import { memberOf } from './memberOf';

/** `initializationOptions`: what a client tells of itself beyond LSP's capabilities. */
export interface ClientOptions {
  /** Its command that opens the list of completions at the caret; it is run where an entry leaves something to choose. */
  readonly suggestCommand: string | null;
  /** Its command that shows a list of places; it takes an address, a position and locations, as LSP has them. */
  readonly showReferencesCommand: string | null;
  /** Whether that command takes a code lens instead, and asks for the places by resolving it. */
  readonly resolvesWhenChosen: boolean;
  /** Its command that asks what a move of a hint needs, and makes it: it takes an address, an action, the hint, and the address of the claim to open, or to enrich without a question; else `null`. */
  readonly hintCommand: string | null;
  /** Whether it shows the headings of notes itself, as VS Code does: two outlines of a note would be one too many. */
  readonly listsHeadings: boolean;
  /** The folder in which parsed notes are kept between two starts, by default one in the user's cache folder; none where it is empty. */
  readonly cacheFolder: string | null;
  /** Address of the folder with the rules' documentation pages, where the server does not have it beside itself. */
  readonly ruleDocs: string | null;
  /** `false` where the server had better watch the files itself, whatever the client offers: Emacs hears of no new folders. */
  readonly watchesFiles: boolean;
}

/** Takes what a client sends; anything unknown is nothing. */
export function parseOptions(written: unknown): ClientOptions {
  const text = (name: keyof ClientOptions) => {
    const told = memberOf(written, name);
    return typeof told === 'string' ? told : null;
  };
  return {
    suggestCommand: text('suggestCommand'),
    showReferencesCommand: text('showReferencesCommand'),
    resolvesWhenChosen: memberOf(written, 'resolvesWhenChosen') === true,
    hintCommand: text('hintCommand'),
    listsHeadings: memberOf(written, 'listsHeadings') === true,
    cacheFolder: text('cacheFolder'),
    ruleDocs: text('ruleDocs'),
    watchesFiles: memberOf(written, 'watchesFiles') !== false,
  };
}
