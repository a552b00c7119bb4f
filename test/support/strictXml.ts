/** Reads XML as strictly as the recommendation has it, as far as what is written here goes: no entities of its own. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text in it, of its children too. */
  readonly text: string;
}

const NAME = String.raw`[A-Za-z_:][\w:.-]*`;
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})="([^"<]*)"`, 'uy');
const START = new RegExp(`<(${NAME})`, 'uy');
const END = new RegExp(String.raw`</(${NAME})\s*>`, 'uy');
const CHARACTER = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const KNOWN: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The root; throws where the document is not well-formed. */
export function strictXml(document: string): Element {
  if (!CHARACTER.test(document)) throw new Error('a character that no document may hold');
  let at = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u.exec(document)?.[0].length ?? 0;

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(document);
    if (match !== null) at += match[0].length;
    return match;
  }

  function element(): Element {
    const [, name = ''] = take(START) ?? fail('no element');
    const attributes: Record<string, string> = {};
    for (let match = take(ATTRIBUTE); match !== null; match = take(ATTRIBUTE)) {
      const [, key = '', value = ''] = match;
      if (Object.hasOwn(attributes, key)) fail(`${key} twice`);
      attributes[key] = decoded(value.replace(/[\t\n\r]/gu, ' '));
    }
    const children: Element[] = [];
    if (take(/\s*\/>/uy)) return { name, attributes, children, text: '' };
    take(/\s*>/uy) ?? fail(`<${name} does not end`);
    let text = '';
    for (;;) {
      const [words = ''] = take(/[^<]*/uy) ?? [];
      if (words.includes(']]>')) fail(']]> in text');
      text += decoded(words.replace(/\r\n?/gu, '\n'));
      const end = take(END);
      if (end !== null) {
        if (end[1] !== name) fail(`</${end[1]}> ends <${name}>`);
        return { name, attributes, children, text };
      }
      const child = element();
      children.push(child);
      text += child.text;
    }
  }

  function fail(what: string): never {
    throw new Error(`${what}: ${document.slice(at, at + 80)}`);
  }

  function decoded(text: string): string {
    return text.replace(/&([^;&]*;?)/gu, (_, written: string) => {
      const reference = /^(?:#(\d+)|#x([\da-f]+)|(\w+));$/iu.exec(written);
      if (reference === null) return fail('a bare &');
      const [, decimal, hex, name = ''] = reference;
      if (decimal === undefined && hex === undefined)
        return KNOWN[name] ?? fail(`unknown entity ${name}`);
      const character = String.fromCodePoint(
        decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal),
      );
      return CHARACTER.test(character) ? character : fail('a forbidden character');
    });
  }

  const root = element();
  if (document.slice(at).trim() !== '') fail('more than one root');
  return root;
}

/** All elements of that name, at any depth. */
export function elementsNamed(root: Element, name: string): Element[] {
  const own = root.name === name ? [root] : [];
  return [...own, ...root.children.flatMap(child => elementsNamed(child, name))];
}
