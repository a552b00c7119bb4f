/** Texts on which regular expressions take long, for every expression of what ships. */
import assert from 'node:assert/strict';
import { madeLater } from '../../regex/bounded';
import type { Expression } from '../../regex/expressions';
import { grammarPatterns, loadEngine, slowInGrammar } from '../../regex/grammars';
import { allExpressions, analysedSlow, foundSlow } from '../../regex/judge';
import type { Trial, TrialGroup } from '../trial';

/** The folders of the repository, so that no trial takes too long; what is in none of them is tried with the last. */
const LAYERS: readonly (readonly [name: string, folders: readonly string[]])[] = [
  ['that read text', ['server/core/text/']],
  ['that read settings, names and links', ['server/core/schema/', 'server/core/vault/']],
  ['of the rules', ['server/core/rules/']],
  ['that read hints', ['server/core/authoring/hints/']],
  ['that write notes', ['server/core/authoring/']],
  ['of the editor’s features', ['server/core/features/']],
  ['of the server, the command line and the client', ['']],
];

function expressionsOf(layer: number): readonly Expression[] {
  const layerOf = ({ file }: Expression) =>
    LAYERS.findIndex(([, folders]) => folders.some(folder => file.startsWith(folder)));
  const expressions = allExpressions().filter(each => layerOf(each) === layer);
  assert.ok(expressions.length > 9, 'hardly an expression was found');
  return expressions;
}

function none(slow: readonly (string | null)[]): void {
  const found = slow.filter(each => each !== null);
  assert.equal(found.length, 0, `${found.length} slow expressions:\n${found.join('\n')}`);
}

const searched: readonly Trial[] = LAYERS.map(([name], layer) => ({
  input: `its own parts, repeated, before each expression ${name}`,
  through: layer < LAYERS.length - 1 ? 'core' : 'server and command line',
  async run() {
    none(expressionsOf(layer).map(foundSlow));
    return 'it takes in proportion to the text; or the code gives it no long text, and the longest takes 25 ms at most';
  },
}));

export const regex: TrialGroup = {
  name: 'regular expressions',
  promise:
    'No regular expression takes longer than in proportion to what it looks through, so that no text can stop the server. The texts are made of the parts of each expression; they end where it must fail.',
  trials: [
    ...searched,
    {
      input: 'every expression, read by an analysis of repeated parts',
      through: 'server and command line',
      async run() {
        none(allExpressions().map(analysedSlow));
        return 'no two repeated parts trade characters, and no search enters one at each place';
      },
    },
    {
      input: 'expressions that are made of a vault’s text',
      through: 'server and command line',
      async run() {
        none(madeLater.map(foundSlow));
        return 'only names of notes, escaped and of a bounded length';
      },
    },
    {
      input: 'lines of 20,000 characters, before each pattern of the grammars',
      through: 'core',
      async run() {
        await loadEngine();
        none(grammarPatterns().map(slowInGrammar));
        return 'searched within 60 ms';
      },
    },
  ],
};
