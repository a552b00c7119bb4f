/** Words side by side as a sentence has them: “a, b or c”. */

export function enumeration(words: readonly string[], last: 'and' | 'or' = 'or'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
