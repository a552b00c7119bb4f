/** Makes patterns of word lists, so that what is looked for can be read as words. */

/** One of these phrases: a group for a pattern, `/` between phrases, a blank for any white space. */
export function oneOf(list: string): string {
  const phrases = list
    .split('/')
    .map(each => each.trim().replace(/\s+/gu, '\\s+'))
    .filter(each => each !== '');
  return `(?:${phrases.join('|')})`;
}

/** Case does not count. */
export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source, `iu${flags}`);
}
