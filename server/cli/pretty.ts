/** Pieces of text that reports for people are made of. */

/** `1,179`, whatever the machine's language is. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 note`, `1,179 notes`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Characters as a reader counts them. */
export function widthOf(text: string): number {
  return [...text].length;
}

export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

export function widest(texts: Iterable<string>): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, widthOf(text));
  return width;
}

/** Runs of items of one file, in the order given. */
export function byFile<T extends { readonly file: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.file);
    if (group === undefined) groups.set(item.file, [item]);
    else group.push(item);
  }
  return groups;
}
