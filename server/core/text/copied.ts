/** Copies a part of a text, because engines keep the whole text in memory for as long as they keep any slice of it. */
export function copied(part: string): string {
  // Joined strings are made flat before they are cut: what is then kept alive is this copy.
  return part === '' ? '' : ` ${part}`.slice(1);
}
