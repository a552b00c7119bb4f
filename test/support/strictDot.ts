/** Reads the part of the DOT language that is written here, as strictly as Graphviz has it. */

export interface Dot {
  readonly nodes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

/** Throws where it is no graph of directed edges. */
export function strictDot(text: string): Dot {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const expect = (wanted: string) => {
    const token = next();
    if (token !== wanted) throw new Error(`${token} instead of ${wanted}`);
  };
  const nodes = new Map<string, Record<string, string>>();
  const edges: Dot['edges'][number][] = [];
  expect('digraph');
  idOf(next());
  expect('{');
  while (tokens[at] !== '}') {
    const name = idOf(next());
    if (tokens[at] === '=') {
      next();
      idOf(next());
    } else if (tokens[at] === '->') {
      next();
      edges.push({ from: name, to: idOf(next()), attributes: attributes() });
    } else if (['node', 'edge', 'graph'].includes(name)) attributes();
    else nodes.set(name, attributes());
    expect(';');
  }
  expect('}');
  if (at !== tokens.length) throw new Error('more than one graph');
  return { nodes, edges };

  function attributes(): Record<string, string> {
    const found: Record<string, string> = {};
    expect('[');
    while (tokens[at] !== ']') {
      const name = idOf(next());
      expect('=');
      found[name] = idOf(next());
      if (tokens[at] === ',') next();
    }
    expect(']');
    return found;
  }
}

const TOKEN = /->|[{}[\]=;,]|[A-Za-z_]\w*|-?(?:\.\d+|\d+(?:\.\d*)?)|"(?:[^"\\\0]|\\.)*"|\s+/suy;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`no token: ${text.slice(at, at + 60)}`);
    if (token.trim() !== '') tokens.push(token);
  }
  return tokens;
}

/** Between quotes a backslash only stands before a quote, for other programs than the one that draws labels. */
function idOf(token: string): string {
  if (/^"/u.test(token)) return token.slice(1, -1).replaceAll('\\"', '"');
  if (/^[\w.-]+$/u.test(token)) return token;
  throw new Error(`${token} is no name`);
}

/** What a reader sees of a label. */
export function shownLabel(written: string): string {
  return written
    .replace(/\\(.)/gsu, (_, character: string) => (character === 'n' ? ' ' : character))
    .replaceAll('&amp;', '&');
}
