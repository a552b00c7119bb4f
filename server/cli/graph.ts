/** `claimwright graph`: the argument of a vault, of a domain or around a note, for programs and as a picture. */
import { argumentGraph, usualLimit } from '../core/features/graph/argumentGraph';
import { dotOf } from '../core/features/graph/dot';
import type { Graph, GraphScope } from '../core/features/graph/form';
import { graphmlOf } from '../core/features/graph/graphml';
import { layered } from '../core/features/graph/layered';
import { layoutSteps } from '../core/features/graph/layout';
import { isOfSecondary } from '../core/features/graph/secondary';
import { standsInRows } from '../core/features/graph/sizes';
import { svgOf } from '../core/features/graph/svg';
import { type Command, UsageError, type Values } from './command';
import { domainNamed, graphPlace } from './graphOperands';
import { jsonLists } from './json';
import { loadVault } from './loadVault';
import { choiceOf } from './options';
import { Progress } from './progress';

/** How far it goes around a note where nobody says it. */
const STEPS = 2;
/** Steps of a drawing, about. */
const DRAWING_STEPS = 120;

export const graph: Command = {
  summary: 'the argument between notes as a graph: data or a picture',
  operands: '[VAULT]',
  description: `Writes what notes say of each other in their front matter as a graph: what supports a
claim, what it rests on and what was extracted lead from the evidence to what rests on it,
challenges from the challenger, and related notes are joined. Without --note and --domain
it has all notes of the vault that say something of another one, or of which one does.
Its exit status is 0.

VAULT is a folder (default: the current one, or with --note that of the note).`,
  options: {
    note: {
      type: 'string',
      value: 'NOTE',
      help: 'around this note: a path, or a name as in a link',
    },
    steps: {
      type: 'string',
      value: 'N',
      help: `with --note: up to N edges away (default: ${STEPS})`,
    },
    domain: { type: 'string', value: 'DOMAIN', help: 'the notes of this domain' },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'json (default), dot (Graphviz), graphml, or svg: a picture with a legend',
    },
    limit: {
      type: 'string',
      value: 'N',
      help: 'at most N notes: the nearest to NOTE, else the best connected with what is around them (default: 2000; of a whole vault all, 10000 in svg)',
    },
  },
  json: [
    {
      with: '',
      members: {
        scope: 'what is in it: the vault, a domain, or what is around a note',
        omitted: 'how many notes `--limit` left out',
        nodes:
          '`[{"path","title","type","confidence","domain","created","challenged","distance"}]`',
        edges: '`[{"from","to","kind"}]`, from the evidence to what rests on it',
      },
    },
  ],
  run({ values, operands, tell }) {
    const format = choiceOf(values, 'format', ['json', 'dot', 'graphml', 'svg'], 'json');
    const [note, domain] = [textIn(values, 'note'), textIn(values, 'domain')];
    if (note !== null && domain !== null)
      throw new UsageError('--note and --domain do not go together.');
    const steps = numberIn(values, 'steps');
    if (steps !== null && note === null) throw new UsageError('--steps goes with --note.');
    const limit = numberIn(values, 'limit');
    const place = graphPlace(operands, note);
    const vault = loadVault(place.root, { values, tell });
    const scope: GraphScope =
      note !== null
        ? { kind: 'note', path: place.pathIn(vault), steps: steps ?? STEPS }
        : domain !== null
          ? { kind: 'domain', domain: domainNamed(vault, domain) }
          : { kind: 'vault' };
    const all = scope.kind === 'vault' && format !== 'svg';
    const usual = all ? Number.POSITIVE_INFINITY : usualLimit(scope);
    const found = argumentGraph(vault, scope, limit ?? usual);
    if (found.omitted > 0)
      tell(
        `${found.omitted} more would belong to it; --limit takes in more than ${found.nodes.length}.`,
      );
    if (isOfSecondary(found))
      tell(`No note is of the domain “${domain}”: these name it as a secondary one.`);
    return { output: written[format](found), status: 0 };
  },
};

const written: Readonly<Record<'json' | 'dot' | 'graphml' | 'svg', (graph: Graph) => string>> = {
  json: ({ scope, omitted, nodes, edges }) => jsonLists({ nodes, edges }, { scope, omitted }),
  dot: dotOf,
  graphml: graphmlOf,
  svg: picture,
};

function picture(graph: Graph): string {
  if (standsInRows(graph)) {
    const { positions, routes } = layered(graph);
    return svgOf(graph, positions, { routes });
  }
  const progress = new Progress('Drawing', DRAWING_STEPS);
  try {
    let positions = new Map();
    for (const each of layoutSteps(graph)) {
      positions = each as never;
      progress.step();
    }
    return svgOf(graph, positions);
  } finally {
    progress.end();
  }
}

function textIn(values: Values, name: string): string | null {
  const value = values[name];
  if (typeof value !== 'string') return null;
  if (value.trim() === '') throw new UsageError(`--${name} cannot be empty.`);
  return value;
}

function numberIn(values: Values, name: string): number | null {
  const value = textIn(values, name);
  if (value === null) return null;
  if (!/^[1-9]\d{0,8}$/u.test(value))
    throw new UsageError(`--${name} takes a whole number from 1, not "${value}".`);
  return Number(value);
}
