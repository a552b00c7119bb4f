/** Whatever a source holds, its hints are found in order, where they are written, and stay when one is answered. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hint } from '../../../server/core/authoring/hints/Hint';
import { hintsOf } from '../../../server/core/authoring/hints/hintsOf';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { unescaped } from '../../../server/core/text/frontmatter';
import { parseNote } from '../../../server/core/text/parseNote';
import { applyEdits } from '../../../server/core/text/span';
import { strangeText } from '../../support/strangeTexts';
import { target } from '../Target';

export const TYPES = ['source', 'musing'] as const;

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

export const hintedText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })),
    {
      maxLength: 40,
    },
  )
  .map(pieces => `---\ntype: source\n---\n${pieces.join('')}`);

/** The mark of a quoted block in front of a line that goes on is no word of a hint. */
const QUOTED_LINE = /\n[ \t]*(?:>[ \t]?)+/gu;

/** They are where they say, in order and apart. */
export function assertHintsInPlace(text: string, type: (typeof TYPES)[number]): void {
  let before = 0;
  for (const { span, text: said } of hintsIn(text, type)) {
    assert.ok(before <= span.start && span.start < span.end && span.end <= text.length);
    const written = text.slice(span.start, span.end);
    const read = ([null, 'single', 'double'] as const).map(style =>
      unescaped(written, style).replace(QUOTED_LINE, '\n'),
    );
    assert.ok(read.includes(said), JSON.stringify([written, said]));
    assert.equal(said.trim(), said);
    before = span.end;
  }
}

/** They stay what they are when one of them is dropped or answered; `false` where there is none for that. */
export function assertHintsStay(text: string, which: number): boolean {
  const hints = hintsIn(text);
  const hint = hints[which % Math.max(1, hints.length)];
  // A mark beside a mark is another one.
  if (hint === undefined || text.includes('~') || /\n[ \t]*\r?\n/u.test(hint.text)) return false;
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
  return true;
}

export const hints = target({
  name: 'hints',
  feeds: 'sources and musings made of what hints are written with, in any order',
  holds:
    'hints are in order, apart and as they are written; dropping or answering one changes no other',
  weight: 80,
  input: fc.tuple(
    fc.oneof({ weight: 4, arbitrary: hintedText }, strangeText),
    fc.constantFrom(...TYPES),
    fc.nat(),
  ),
  check([text, type, which]) {
    assertHintsInPlace(text, type);
    if (text.startsWith('---\ntype: source\n---\n')) assertHintsStay(text, which);
  },
});
