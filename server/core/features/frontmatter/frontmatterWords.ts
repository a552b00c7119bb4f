/** Writes words into front matter where the cursor stands: quoted as they must be, as a list where the field holds one. */
import { insideQuotes, yamlScalar } from '../../text/yamlText';
import type { CompletionEntry, Completions } from '../completion/Completions';
import type { ValueContext } from './frontmatterContext';
import type { SuggestedWord } from './frontmatterValues';

export interface Shape {
  /** Whether the field holds a list and none is begun yet. */
  readonly list: boolean;
  /** Whether what stands there is one of the words: then the author wants another one, and sees all. */
  readonly finished: boolean;
}

export function wordEntries(
  words: readonly SuggestedWord[],
  context: ValueContext,
  { list, finished }: Shape,
): Completions | null {
  if (words.length === 0) return null;
  const { quoting, replace, before } = context;
  // Quotes around the whole list would make one word of it.
  const quote = !list || quoting === 'none' ? '' : quoting === 'double' ? '"' : "'";
  const entries = words.map((each): CompletionEntry => {
    const { word, kind, detail, meaning, documentation, typed, preselected } = each;
    const plain = typed === true ? word : yamlScalar(word);
    const text = list ? `[${plain}]` : writtenValue(context, word, plain);
    const shown = documentation ?? (meaning === null ? undefined : { paragraphs: [meaning] });
    // A day is found by what it is called, too.
    const named = kind === 'date' ? `${word} ${detail}` : word;
    const filter = quote + (finished ? context.typed : named);
    return {
      kind,
      label: word,
      detail,
      ...(shown === undefined ? {} : { documentation: shown }),
      newText: before + text,
      ...(filter === word && !finished ? {} : { filter }),
      // Then Enter leaves it as it is.
      ...((finished ? word === context.typed.trim() : preselected) ? { preselected: true } : {}),
    };
  });
  const start = replace.start - quote.length;
  return { entries, replace: { start, end: replace.end }, incomplete: true };
}

/** `plain` is how the text is written where no quotes stand. */
export function writtenValue({ quoting }: ValueContext, text: string, plain: string): string {
  if (quoting === 'none') return plain;
  return insideQuotes(text, quoting) + (quoting === 'double' ? '"' : "'");
}
