/** Keeps words of notes from becoming links and icons. */

/**
 * What is said with words out of notes: VS Code makes a link of `[text](command:…)` in a message, and runs it. An
 * invisible character keeps the brackets apart.
 */
export function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/** What stands in a label with words out of notes: VS Code draws an icon for `$(name)`, such as the one of a button. */
export function iconless(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}
