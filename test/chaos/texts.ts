/** The texts that a run of chaos writes: notes that collide, notes like a vault's, sources with hints, and anything at all. */
import fc from 'fast-check';
import { noteText } from '../support/collidingNotes';
import { strangeText } from '../support/strangeTexts';
import type { Dice } from './Dice';

/** Much larger notes only make a run slower. */
const LONGEST = 20_000;
const POOL = 200;

export const PARTS: readonly string[] = [
  ...[
    'a',
    ' and ',
    'bread',
    '\n',
    '\n\n',
    '\r\n',
    '🧪',
    'naïve',
    '\ud83e',
    '\0',
    '\u2028',
    '\ufeff',
  ],
  ...[
    '[[',
    ']]',
    '[[bread]]',
    '[[_map|x]]',
    '![[Bread.PNG]]',
    '[x](<a/bread.md>)',
    '[[slow bread#Part]]',
  ],
  ...['```\n', '~~~', '> ', '- ', '# ', '\n## Part\n', ' ^id\n', '|', '%%', '$$', '<!--', '-->'],
  ...[
    '---\n',
    '---',
    'type: claim\n',
    'type: source\n',
    'confidence: likley\n',
    'domain: food\n',
    'supports: [bread, "[[x]]"]\n',
  ],
  ...[
    'created: 2026-02-30\n',
    'status: retired\n',
    'a: b: c\n',
    '- CLAIM CANDIDATE: bread needs a night\n',
  ],
];

export class Texts {
  private readonly notes: readonly string[];
  private readonly strange: readonly string[];

  constructor(
    seed: number,
    /** Notes like those of a vault. */
    private readonly real: readonly string[],
  ) {
    this.notes = fc.sample(noteText, { numRuns: POOL, seed });
    this.strange = fc.sample(strangeText, { numRuns: POOL, seed });
  }

  part(dice: Dice): string {
    return dice.chance(0.9) ? dice.one(PARTS) : dice.one(this.strange);
  }

  note(dice: Dice): string {
    const kind = dice.next();
    if (kind < 0.35) return dice.one(this.notes);
    if (kind < 0.6) return dice.one(this.real).slice(0, LONGEST);
    if (kind < 0.8) return source(dice);
    if (kind < 0.97) return dice.one(this.strange);
    return `${dice.one(this.notes)}\n${dice.one(PARTS).repeat(dice.between(100, 3000))}`;
  }

  /** A note that somebody worked on. */
  edited(text: string, dice: Dice): string {
    let edited = text.length > LONGEST ? this.note(dice) : text;
    for (let more = dice.between(1, 4); more > 0; more--) {
      const at = dice.below(edited.length + 1);
      const cut = dice.chance(0.3) ? dice.below(40) : 0;
      edited = edited.slice(0, at) + this.part(dice) + edited.slice(at + cut);
    }
    return edited;
  }
}

const HINTS = [
  'bread needs a night',
  'salt slows a dough',
  'hot ovens brown a crust',
  'steam lifts a loaf',
];

/** A source that waits, with hints as people write them. */
export function source(dice: Dice): string {
  const [one, other] = [dice.one(HINTS), dice.one(HINTS)];
  const status = dice.one(['unprocessed', 'processing', 'processed', 'null-result', 'unprocesed']);
  const fields = [
    'type: source',
    `title: "${dice.one(HINTS)}, seen ${dice.below(9)} times"`,
    `author: ${dice.one(['Ann', 'Ben', 'null'])}`,
    'url: https://example.org/bread',
    `date: 2026-0${dice.between(1, 9)}-1${dice.below(10)}`,
    `domain: ${dice.one(['food', 'fod', 'bread'])}`,
    `status: ${status}`,
    ...(dice.chance(0.5) ? [`priority: ${dice.one(['high', 'medium', 'low', 'High'])}`] : []),
    ...(dice.chance(0.3) ? [`claims_extracted: ["${one}"]`] : []),
  ];
  return `---
${fields.join('\n')}
---
## Content
It was seen that ${other}.

## Agent Notes
**KB connections:** [[${dice.one(['bread', 'slow bread', '_map'])}]]
**Extraction hints:** Two claims: (1) "${one}" — confidence: likely (much was seen). (2) "${other} in every town" — confidence: speculative (one bakery).
- CLAIM CANDIDATE: ${other} at night
${dice.chance(0.3) ? `- ~~CLAIM CANDIDATE: ${one} by day~~\n` : ''}`;
}
