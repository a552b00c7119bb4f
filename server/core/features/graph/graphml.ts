/** A graph as GraphML, which programs for the analysis of networks read. */
import type { Graph, GraphNode } from './form';
import { xmlText } from './xml';

/** Facts of a node, and their types. */
const FACTS = {
  path: 'string',
  title: 'string',
  type: 'string',
  confidence: 'string',
  domain: 'string',
  created: 'string',
  challenged: 'boolean',
  distance: 'int',
} as const satisfies Record<keyof GraphNode, string>;

export function graphmlOf({ nodes, edges }: Graph): string {
  // A name may be no path: it has neither blanks nor slashes.
  const names = new Map(nodes.map(({ path }, at) => [path, `n${at}`]));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...Object.entries(FACTS).map(
      ([name, type]) => `  <key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '  <key id="kind" for="edge" attr.name="kind" attr.type="string"/>',
    '  <graph id="argument" edgedefault="directed">',
    ...nodes.map(node => `    <node id="${names.get(node.path)}">${factsOf(node)}</node>`),
    ...edges.map(({ from, to, kind }, at) => {
      const directed = kind === 'related' ? ' directed="false"' : '';
      return `    <edge id="e${at}"${directed} source="${names.get(from)}" target="${names.get(to)}"><data key="kind">${kind}</data></edge>`;
    }),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

function factsOf(node: GraphNode): string {
  return (Object.keys(FACTS) as (keyof GraphNode)[])
    .flatMap(name => {
      const value = node[name];
      return value === null ? [] : [`<data key="${name}">${xmlText(String(value))}</data>`];
    })
    .join('');
}
