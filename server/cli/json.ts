/** Reports as one JSON document. */

// JSON allows these in strings, but a terminal obeys some and an old JavaScript stumbles over the others.
const UNSAFE = /[\u007f-\u009f\u2028\u2029]/gu;

/** Scalars first and on one line, then each item of `list` on its own, so that two reports can be compared by line. */
export function jsonDocument(head: object, name: string, list: readonly object[]): string {
  return documentOf(JSON.stringify(head).slice(1, -1), { [name]: list });
}

/** Several lists, each item on its own line, behind what is said of them all. */
export function jsonLists(
  lists: Readonly<Record<string, readonly object[]>>,
  head: object = {},
): string {
  return documentOf(JSON.stringify(head).slice(1, -1), lists);
}

/** One document on as many lines as it takes. */
export function jsonText(value: object): string {
  return safe(`${JSON.stringify(value, null, 1)}\n`);
}

function documentOf(head: string, lists: Readonly<Record<string, readonly object[]>>): string {
  const members = Object.entries(lists).map(([name, list]) => {
    const items = list.map(item => `\n${JSON.stringify(item)}`).join(',');
    return `${JSON.stringify(name)}:[${items}${list.length > 0 ? '\n' : ''}]`;
  });
  const all = head === '' ? members : [head, ...members];
  return safe(`{${all.join(',')}}\n`);
}

function safe(json: string): string {
  return json.replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
