/** Generates Markdown in which blocks interrupt, hold and continue each other in every order, and links stand among all that hides them. */
import fc from 'fast-check';

const PREFIXES = [
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '\t',
  ' \t',
  '> ',
  '>',
  '>     ',
  '>\t',
  '> > ',
];
const MARKERS = [
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '-',
  '-\t',
  '10. ',
  '-     ',
  '- - ',
  '> - ',
  '1.\t',
  '- > ',
];
const LEAVES = [
  ...[
    'text',
    'text `code` more',
    '`open',
    '`` a ` b ``',
    'end`',
    'text  ',
    '\\`no code`',
    'a\tb',
    '[[link]]',
    '`[[x]]`',
  ],
  ...['```', '~~~', '````', '```ts', '``` a`b', '~~~ a`b', '   ```', '```` ', '~~~~'],
  ...[
    '# head',
    '#',
    '####### no',
    '# `a` #',
    '===',
    '---',
    '--',
    '=',
    '***',
    '* * *',
    '_ _ _',
    '- - -',
    '-- -',
  ],
  ...[
    '<div>',
    '</div>',
    '<span>',
    '<span> text',
    '<pre>',
    '</pre>',
    '<!-- one -->',
    '<!--',
    '-->',
    '<?php',
    '?>',
  ],
  ...[
    '<b>`code`</b>',
    '<https://x.org/`a`>',
    '<a title="`">`',
    '</b >',
    '<x-y z=1>',
    '<![CDATA[',
    ']]>',
    '<!X',
    '<a',
  ],
  ...['', '', '', '  ', '    ', '\t'],
];

/** Links, what makes none of them, and what may hide them; a line is some of these with or without blanks between. */
const INLINES = [
  ...[
    '[[a]]',
    '[[a]]',
    '![[a]]',
    '[[a|b]]',
    '[[a#b|c]]',
    '[[#b]]',
    '[[a\\|b]]',
    '[[a]',
    '[[',
    ']]',
    '[[a [b] c]]',
  ],
  ...[
    '[b](a.md)',
    '[b](a.md)',
    '![b](a.png)',
    '[b](<a b.md>)',
    '[b](a%20b.md "t")',
    "[b](a.md 't')",
    '[b](a.md (t))',
  ],
  ...[
    '[b](a(b).md)',
    '[b](a(b.md)',
    '[b](a\\(b.md)',
    '[b](a&amp;b.md)',
    '[b](#c)',
    '[b](a.md#c)',
    '[b]( a.md )',
    '[b](a b.md)',
  ],
  ...[
    '[b](https://x.org)',
    '[b](//x.org)',
    '[b](mailto:a@b.org)',
    '[b](<>)',
    '[b]()',
    '[](a.md)',
    '[b] (a.md)',
    '[b](<a.md)',
  ],
  ...[
    '[![b](a.png)](a.md)',
    '[b [c](a.md) d](b.md)',
    '![b [c](a.md) d](b.png)',
    '[b [[a]] c](a.md)',
    '[b',
    '](a.md)',
    ']',
    '[',
    '!',
  ],
  ...['[b]', '[b][c]', '[[a]](a.md)', '[^1]', '^[x [[a]]]', '(a.md)'],
  ...[
    '`',
    '``',
    '`x`',
    '`[[a]]`',
    '\\',
    '\\\\',
    '*',
    '**',
    '_',
    '<b>',
    '</b>',
    '<a href="',
    '">',
    '<!--',
    '-->',
    '<!-- x -->',
  ],
  ...[
    '<https://x.org>',
    '<https://x.org/[[a]]>',
    '&#91;',
    '%%',
    '%%x%%',
    '$',
    '$x$',
    '$5',
    '$$',
    'word',
    'word',
    'é',
    '😀',
    '|',
    '100%',
  ],
];
/** Lines that only begin a block can be. */
const LINK_LINES = [
  ...[
    '[r]: a.md',
    '[r]: <a b.md> "t"',
    '[r]: a.md "t" x',
    '[r]:',
    'a.md',
    '[^1]: a.md',
    '[^1]: [[a]]',
    '[[a]]: a.md',
    "'t'",
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| [[a\\|b]] | `x |',
    '---',
    '```',
    '    [[a]]',
    '%%',
    '$$',
    '<div>',
    '</div>',
    '<pre>',
    '# [[a]]',
    '',
  ],
];

const mixed = fc
  .tuple(
    fc.array(fc.constantFrom(...INLINES), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '', ' '),
  )
  .map(([pieces, between]) => pieces.join(between));

function linesOf(leaf: fc.Arbitrary<string>, plain: number): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.oneof({ weight: plain, arbitrary: fc.constant('') }, fc.constantFrom(...PREFIXES)),
      fc.oneof({ weight: 3 + plain, arbitrary: fc.constant('') }, fc.constantFrom(...MARKERS)),
      leaf,
    )
    .map(parts => parts.join(''));
  return (
    fc
      .tuple(
        fc.array(line, { minLength: 1, maxLength: 9 }),
        fc.constantFrom('\n', '\n', '\n', '\r\n'),
      )
      .map(([lines, end]) => lines.join(end))
      // What begins like front matter is none of the body.
      .filter(text => !text.startsWith('---'))
  );
}

export const generatedMarkdown = linesOf(fc.constantFrom(...LEAVES), 0);

/** Mostly paragraphs, for what stands in a line counts here. */
export const generatedLinks = linesOf(
  fc.oneof({ weight: 4, arbitrary: mixed }, fc.constantFrom(...LINK_LINES)),
  4,
);
