/** Text that stands in a snippet as it is, whatever it holds. */

export function snippetText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

/** One of the words of a choice, where commas and bars part them. */
export function snippetChoice(text: string): string {
  return text.replace(/[\\$},|]/gu, '\\$&');
}
