/** Completion inside of links: of the note, of a heading or block in it, of the words shown, of a Markdown path. */
import type { Vault } from '../../vault/Vault';
import { aliasCompletion } from './aliasCompletion';
import type { Completions } from './Completions';
import { destinationContext } from './destinationContext';
import { fragmentCompletion } from './fragmentCompletion';
import { linkContext } from './linkContext';
import { markdownPathCompletion } from './markdownPathCompletion';
import { targetCompletion } from './targetCompletion';

/** The text of a note; `null` where it cannot be read. */
export type ReadText = (path: string) => string | null;

/** `null` where the cursor is in no link. `offset` is UTF-16. `read` is asked only for the words of blocks. */
export function completion(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
  read: ReadText = () => null,
): Completions | null {
  const note = vault.note(path);
  if (note === undefined) return null;
  const context = linkContext(text, note, offset);
  if (context === null) {
    const destination = destinationContext(text, note, offset);
    return destination && markdownPathCompletion(vault, path, destination);
  }
  switch (context.part) {
    case 'target':
      return targetCompletion(vault, path, text, offset, context);
    case 'fragment':
      return fragmentCompletion(vault, path, text, context, read);
    case 'alias':
      return aliasCompletion(vault, path, text, context);
  }
}
