/** Four times as much of a text that is made to be slow costs about four times as much. */
import { placedHints } from '../../../server/core/authoring/hints/placedHints';
import { safeFixes } from '../../../server/core/features/fixes/fixNote';
import { checkNote } from '../../../server/core/rules/check';
import { Vault } from '../../../server/core/vault/Vault';
import { adversarial } from '../../support/adversarialTexts';
import { TODAY } from '../../support/day';
import type { Trial, TrialGroup } from '../trial';

const PATH = 'inbox/queue/hostile.md';
const head = (yaml: string) => `---\ntype: source\ntitle: hostile\n${yaml}---\n`;

/** Where the text stands, and how long the shorter one is: front matter is read up to 32 KB. */
const PLACES: Readonly<Record<string, { length: number; note(text: string): string }>> = {
  'as the body': { length: 25_000, note: text => `${text}x` },
  'as the hints of a source': {
    length: 25_000,
    note: text => `${head('')}## Agent Notes\n**Extraction hints:**\n${text}x`,
  },
  'as a value': { length: 7500, note: text => head(`notes: ${text}\n`) },
  'as a block': { length: 7500, note: text => head(`${text}\n`) },
};

/** Shorter work is mostly that of the machine. */
const LEAST = 150;
const MOST = 8;
const ATTEMPTS = 3;

function cost(note: string): number {
  const vault = new Vault();
  const before = process.cpuUsage();
  vault.apply([{ kind: 'set', path: PATH, text: note }]);
  checkNote(vault, PATH, TODAY);
  placedHints(vault, PATH, note);
  safeFixes(vault, PATH, note, TODAY);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Other work on the machine makes a ratio worse by chance, but not every time. */
function growsTooFast(note: (length: number) => string, length: number): boolean {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const long = cost(note(4 * length));
    if (long < LEAST || long / cost(note(length)) < MOST) return false;
  }
  return true;
}

export const hugeTextsGrowth: TrialGroup = {
  name: 'growth',
  promise:
    'Pieces on which careless scanners take the square, or worse, of the length are written over and over: a text of four times the length costs less than eight times as much to read, to check, to look for hints in and to mend.',
  trials: Object.entries(PLACES).map(
    ([place, { length, note }]): Trial => ({
      input: `marks of Markdown, YAML and HTML over and over, ${place}`,
      through: 'core',
      run: async () => {
        const slow = Object.entries(adversarial).flatMap(([unit, make]) =>
          growsTooFast(size => note(make(size)), length) ? [JSON.stringify(unit)] : [],
        );
        if (slow.length > 0) throw new Error(`grows too fast: ${slow.join(', ')}`);
        return 'grows with the length';
      },
    }),
  ),
};
