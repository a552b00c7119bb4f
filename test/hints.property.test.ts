/** Whatever a source holds, its hints are found in order, where they are written, and in time that grows with the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hint } from '../server/core/authoring/hints/Hint';
import { hintsOf } from '../server/core/authoring/hints/hintsOf';
import { builtinSchema } from '../server/core/schema/builtin';
import { unescaped } from '../server/core/text/frontmatter';
import { parseNote } from '../server/core/text/parseNote';
import { applyEdits } from '../server/core/text/span';
import { strangeText } from './support/strangeTexts';

const TYPES = ['source', 'musing'] as const;

function hintsIn(text: string, type: (typeof TYPES)[number] = 'source'): Hint[] {
  const note = parseNote('inbox/queue/note.md', text, builtinSchema.relationFields);
  return hintsOf(note, text, builtinSchema.type(type));
}

const PIECES = [
  ...['**Extraction hints:** ', '\n**Extraction hints:**\n', '## Extraction Notes\n', '\n\n', '\n'],
  ...[
    'EXTRACTION HINT: ',
    '\n\nCLAIM CANDIDATE: ',
    '## Claim candidates\n',
    "## Ada's assessment\n",
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '(1) ',
    ' (2) ',
    '(3) ',
    'Claim: ',
    'Claims about ',
    'Extract ',
    'Focus on ',
  ],
  ...[
    '"',
    '“',
    '”',
    "'",
    '**',
    '`',
    '(',
    ')',
    '~~',
    ' → [[x]]',
    ' -> [[',
    ' — ',
    '; ',
    ': ',
    '. ',
    '? ',
  ],
  ...['lanes are widened', 'a lane as a gift', 'deserves a claim', 'may be claim candidates'],
  ...[
    'confidence: likely',
    '(speculative)',
    'enriches the lane claim',
    'Evidence: a count',
    '🚲',
    '\r\n',
  ],
  ...['that', 'which', 'is', 'are', 'the', 'and', 'most extractable', '<a claim>', '```\n', '    '],
];

const hintedText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })),
    {
      maxLength: 40,
    },
  )
  .map(pieces => `---\ntype: source\n---\n${pieces.join('')}`);

describe('hints of any text', function () {
  this.timeout(120_000);

  it('are where they say, in order and apart', () => {
    fc.assert(
      fc.property(fc.oneof(hintedText, strangeText), fc.constantFrom(...TYPES), (text, type) => {
        let before = 0;
        for (const { span, text: said } of hintsIn(text, type)) {
          assert.ok(before <= span.start && span.start < span.end && span.end <= text.length);
          const written = text.slice(span.start, span.end);
          assert.ok(
            [null, 'single', 'double'].some(each => unescaped(written, each as null) === said),
          );
          assert.equal(said.trim(), said);
          before = span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('stay what they are when one of them is dropped or answered', () => {
    fc.assert(
      fc.property(hintedText, fc.nat(), (text, which) => {
        const hints = hintsIn(text);
        const hint = hints[which % Math.max(1, hints.length)];
        // A mark beside a mark is another one.
        fc.pre(hint !== undefined && !text.includes('~') && !/\n[ \t]*\r?\n/u.test(hint.text));
        const at = hints.indexOf(hint);
        const { start, end } = hint.span;
        const struck = hintsIn(
          applyEdits(text, [
            { span: { start, end: start }, newText: '~~' },
            { span: { start: end, end }, newText: '~~' },
          ]),
        );
        assert.deepEqual(
          struck.map(each => [each.text, each.kind, each.dropped]),
          hints.map((each, index) => [each.text, each.kind, index === at]),
        );
        const answered = hintsIn(
          applyEdits(text, [{ span: { start: end, end }, newText: ' → [[a claim]]' }]),
        );
        assert.deepEqual(
          answered.map(each => [each.text, each.kind]),
          hints.map(each => [each.text, each.kind]),
        );
        assert.equal(answered[at]?.answer, 'a claim');
      }),
      { numRuns: 2000 },
    );
  });

  const hostile: Readonly<Record<string, (size: number) => string>> = {
    'one long line': size => 'is '.repeat(size / 3),
    'one long word': size => 'a'.repeat(size),
    blanks: size => ' '.repeat(size),
    'blanks before an arrow': size => `${' '.repeat(size)}→ [[x]]`,
    'lines through everything': size => '~~a'.repeat(size / 3),
    answers: size => 'A lane is a gift → [[x]]. '.repeat(size / 26),
    numbers: size => Array.from({ length: size / 8 }, (_, at) => `(${at % 99}) a `).join(''),
    'quotes that never close': size => '"a '.repeat(size / 3),
    brackets: size => '('.repeat(size),
    'full stops': size => '.'.repeat(size),
    'closed full stops': size => '.")'.repeat(size / 3),
    dashes: size => '- — '.repeat(size / 4),
    emphasis: size => `It is ${'key most '.repeat(size / 9)}`,
    'code spans': size => '`a` '.repeat(size / 4),
    'many bullets': size => '- Claim: a lane is a gift\n'.repeat(size / 26),
    'many sections': size => '**Extraction hints:** A lane is a gift.\n'.repeat(size / 40),
    'many candidates': size => 'X deserves a claim. '.repeat(size / 20),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`cost what the text is long: ${name}`, () => {
      const timed = (size: number) => {
        const note = `**Extraction hints:**\n${text(size)}`;
        const parsed = parseNote('inbox/queue/note.md', note, builtinSchema.relationFields);
        const before = process.cpuUsage();
        hintsOf(parsed, note, builtinSchema.type('source'));
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      // The best of three, in processor time: other programs may have the processor meanwhile.
      const best = (size: number) => Math.min(timed(size), timed(size), timed(size));
      const [small, large] = [best(100_000), best(1_000_000)];
      assert.ok(large < 200 + 40 * small, `${small} ms, ten times as long ${large} ms`);
      assert.ok(large < 6000, `${large} ms`);
    });
  }
});
