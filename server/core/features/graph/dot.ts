/** A graph in the language of Graphviz. */
import type { Graph, GraphEdge, GraphEdgeKind, GraphNode } from './form';
import { type Firmness, firmnessOf, type NodeShape, shapeOf } from './looks';
import { wrapped } from './wrapped';

const SHAPES: Readonly<Record<NodeShape, string>> = {
  round: 'shape=box',
  folded: 'shape=note',
  hexagon: 'shape=hexagon',
  octagon: 'shape=octagon',
  double: 'shape=box, peripheries=2',
  ellipse: 'shape=ellipse',
  box: 'shape=box',
};

const FILLS: Readonly<Record<Firmness, string>> = {
  firm: '#dcf5e3',
  likely: '#dfedff',
  open: '#fff4d1',
  weak: '#f5e6ff',
  unsaid: '#f3f4f6',
};

/** What stands beside something must not be drawn below it. */
const EDGES: Readonly<Record<GraphEdgeKind, string>> = {
  supports: 'color="#1a7f37", penwidth=1.6',
  depends: 'color="#424a53"',
  challenges: 'color="#c9151e", style=dashed, arrowhead=teenormal, penwidth=2, constraint=false',
  extracted: 'color="#7a828b", style=dotted, arrowhead=empty',
  related: 'color="#7a828b", dir=none, constraint=false',
};

/** About as wide as a line of a title is in other pictures, in its unit. */
const WIDTH = 210;

export function dotOf({ nodes, edges }: Graph): string {
  const names = new Map(nodes.map(({ path }, at) => [path, `n${at}`]));
  const nameOf = (path: string) => names.get(path) ?? '';
  const lines = [
    'digraph argument {',
    '  charset="UTF-8";',
    '  rankdir=BT;',
    '  node [fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica"];',
    ...nodes.map(node => `  ${nameOf(node.path)} [${nodeDot(node)}];`),
    ...edges.map(edge => `  ${nameOf(edge.from)} -> ${nameOf(edge.to)} [${edgeDot(edge)}];`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function nodeDot(node: GraphNode): string {
  const { path, title, type, confidence, challenged } = node;
  const facts = [type ?? 'note', confidence].filter(each => each !== null).join(' · ');
  const shown = [...wrapped(title, [WIDTH, WIDTH, WIDTH, WIDTH], 12), facts].map(label).join('\\n');
  const shape = SHAPES[shapeOf(node)];
  const styles = ['filled', shapeOf(node) === 'round' ? 'rounded' : '', challenged ? 'dashed' : ''];
  const style = styles.filter(each => each !== '').join(',');
  const mark = challenged ? ', color="#c9151e", penwidth=3, xlabel="!"' : '';
  return `label="${shown}", tooltip="${label(title)}", id="${label(path)}", ${shape}, style="${style}", fillcolor="${FILLS[firmnessOf(node)]}"${mark}`;
}

function edgeDot({ kind }: GraphEdge): string {
  return `${EDGES[kind]}, tooltip="${kind}"`;
}

// Half a pair is no character, and Graphviz reads texts as C does, to the first zero.
const FORBIDDEN = /[\p{Cc}\p{Surrogate}]/gu;

/** Between quotes: Graphviz takes `\n`, `\N` and the like for commands there, and `&` for the start of an entity. */
function label(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('&', '&amp;');
}
