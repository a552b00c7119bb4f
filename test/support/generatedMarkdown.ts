/** Generates Markdown in which blocks interrupt, hold and continue each other in every order. */
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

const line = fc
  .tuple(
    fc.constantFrom(...PREFIXES),
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(...MARKERS)),
    fc.constantFrom(...LEAVES),
  )
  .map(parts => parts.join(''));

export const generatedMarkdown = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 9 }), fc.constantFrom('\n', '\n', '\n', '\r\n'))
  .map(([lines, end]) => lines.join(end))
  // What begins like front matter is none of the body.
  .filter(text => !text.startsWith('---'));
