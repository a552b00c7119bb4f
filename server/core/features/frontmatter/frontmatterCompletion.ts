/** Completion inside front matter: the fields that a note can have, and what their values can be. */
import { isDate } from '../../rules/frontmatter/dates';
import { nameOf } from '../../vault/names';
import type { Vault } from '../../vault/Vault';
import type { Completions } from '../completion/Completions';
import { frontmatterContext } from './frontmatterContext';
import { keyEntries } from './frontmatterKeys';
import { relationEntries } from './frontmatterRelations';
import { suggestedWords } from './frontmatterValues';
import { wordEntries } from './frontmatterWords';
import { fieldIn, placeIn } from './notePlace';

/** What the core cannot know of a request. */
export interface Asking {
  /** `YYYY-MM-DD` where the author is. */
  readonly today: string;
  /** Whether the editor asks by itself while the author types: then nothing is offered that Enter could put in unwanted. */
  readonly typing: boolean;
}

/** `null` where the cursor is in no front matter or nothing can be offered there. `offset` is UTF-16. */
export function frontmatterCompletion(
  vault: Vault,
  path: string,
  text: string,
  offset: number,
  asking: Asking,
): Completions | null {
  const context = frontmatterContext(text, offset);
  if (context === null) return null;
  const place = placeIn(vault, path, context.said, asking.today);
  if (context.kind === 'key') {
    const entries = keyEntries(place, context);
    return entries.length === 0 ? null : { entries, replace: context.replace, incomplete: true };
  }
  // Right behind the colon or the dash a line end is as likely as a value.
  if (asking.typing && context.before !== '') return null;
  const field = fieldIn(place, context.field);
  const list = field?.list === true && context.place === 'whole';
  // An entry that was only begun may be the end of the list.
  const begun = list || (field?.kind === 'relation' && context.place !== 'whole');
  if (asking.typing && begun && context.typed === '') return null;
  if (field?.kind === 'relation') {
    const found = relationEntries(place, field, context, list);
    // A whole name closes the list, so that Enter ends the line.
    const whole = found.entries.some(({ path: each }) => each && nameOf(each) === context.typed);
    return asking.typing && whole ? null : found;
  }
  const words = suggestedWords(place, field, context);
  const typed = context.typed.trim();
  // A year or a month alone is a date as well.
  const finished =
    words.some(({ word }) => word === typed) || (field?.kind === 'date' && isDate(typed));
  if (asking.typing && finished) return null;
  if (asking.typing && context.typed === '' && (field?.kind ?? 'text') === 'text') return null;
  return wordEntries(words, context, { list, finished });
}
