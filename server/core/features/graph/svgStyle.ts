/** The colours and lines of a drawn graph, in the light and in the dark. */
import type { GraphEdgeKind } from './form';
import type { Firmness } from './looks';

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly alarm: string;
  readonly nodes: Readonly<Record<Firmness, { readonly fill: string; readonly line: string }>>;
  readonly edges: Readonly<Record<GraphEdgeKind, string>>;
}

const light: Palette = {
  paper: '#ffffff',
  ink: '#1f2328',
  faint: '#59636e',
  alarm: '#c9151e',
  nodes: {
    firm: { fill: '#dcf5e3', line: '#1a7f37' },
    likely: { fill: '#dfedff', line: '#0969da' },
    open: { fill: '#fff4d1', line: '#9a6700' },
    weak: { fill: '#f5e6ff', line: '#8250df' },
    unsaid: { fill: '#f3f4f6', line: '#6e7781' },
  },
  edges: {
    supports: '#1a7f37',
    depends: '#424a53',
    challenges: '#c9151e',
    extracted: '#7a828b',
    related: '#7a828b',
  },
};

const dark: Palette = {
  paper: '#0d1117',
  ink: '#e6edf3',
  faint: '#9198a1',
  alarm: '#ff7b72',
  nodes: {
    firm: { fill: '#12301c', line: '#3fb950' },
    likely: { fill: '#10233f', line: '#58a6ff' },
    open: { fill: '#332701', line: '#d29922' },
    weak: { fill: '#2b1a40', line: '#bc8cff' },
    unsaid: { fill: '#21262d', line: '#8b949e' },
  },
  edges: {
    supports: '#3fb950',
    depends: '#c4ccd4',
    challenges: '#ff7b72',
    extracted: '#8b949e',
    related: '#8b949e',
  },
};

/** `auto` follows whoever looks at the picture. */
export type Theme = 'auto' | 'light' | 'dark';

const LINES = `
text{font:12px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;unicode-bidi:plaintext}
.node text{text-anchor:middle}
.node .facts{font-size:10.5px}
.shape{stroke-width:1.5}
.centre .shape{stroke-width:3}
.challenged .shape{stroke-width:3.5;stroke-dasharray:8 5}
.mark text{font-weight:700;font-size:14px;text-anchor:middle}
.edge{fill:none;stroke-width:1.6}
.supports{stroke-width:2.2}
.challenges{stroke-width:2.6;stroke-dasharray:7 4}
.extracted{stroke-dasharray:2 4;stroke-linecap:round}
.related{stroke-width:1.2;stroke-dasharray:none}
.cloud .edge{stroke-width:1;opacity:.55}
.cloud .shape{stroke-width:1.2}
.cloud .challenged .shape{stroke-width:2.4;stroke-dasharray:4 2}
.cloud .label{font-size:11px;text-anchor:start;paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
`;

export function styleOf(theme: Theme): string {
  if (theme !== 'auto') return `${LINES}${coloursOf(theme === 'dark' ? dark : light)}`;
  return `${LINES}${coloursOf(light)}@media (prefers-color-scheme:dark){\n${coloursOf(dark)}}\n`;
}

function coloursOf({ paper, ink, faint, alarm, nodes, edges }: Palette): string {
  const rules = [
    `.paper{fill:${paper}}`,
    `text{fill:${ink}}`,
    `.facts,.note{fill:${faint}}`,
    `.cloud .label{stroke:${paper}}`,
    ...Object.entries(nodes).map(
      ([name, { fill, line }]) => `.${name} .shape{fill:${fill};stroke:${line}}`,
    ),
    ...Object.entries(edges).map(
      ([name, line]) => `.${name}{stroke:${line}}.head-${name}{fill:${line};stroke:${line}}`,
    ),
    `.challenged .shape{stroke:${alarm}}.mark circle{fill:${alarm}}.mark text{fill:${paper}}`,
  ];
  return `${rules.join('\n')}\n`;
}
