/** Reports as one JSON document. */

// JSON allows these in strings, but a terminal obeys some and an old JavaScript stumbles over the others.
const UNSAFE = /[\u007f-\u009f\u2028\u2029]/gu;

/** Scalars first and on one line, then each item of `list` on its own, so that two reports can be compared by line. */
export function jsonDocument(head: object, name: string, list: readonly object[]): string {
  const opening = JSON.stringify({ ...head, [name]: [] }).slice(0, -2);
  const items = list.map(item => `\n${JSON.stringify(item)}`).join(',');
  return `${opening}${items}${list.length > 0 ? '\n' : ''}]}\n`.replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
