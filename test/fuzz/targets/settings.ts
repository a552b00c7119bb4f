/** Settings of a vault, which may be anybody's: whatever they say, they are read without harm. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { rules } from '../../../server/core/rules/all';
import type { Config } from '../../../server/core/schema/config';
import { readConfig } from '../../../server/core/schema/readConfig';
import { target } from '../Target';
import { shortText } from './anyText';
import { assertInside } from './parse';

const codes = rules.map(({ code }) => code);

const word = fc.constantFrom(
  ...['claim', 'game', 'food', '__proto__', 'constructor', 'toString', '', ' ', '*', '<domain>'],
  ...['link', 'link/near', 'off', 'error', 'related', 'title', 'a'.repeat(300), '\0', '🍞', '"'],
);
const path = fc.constantFrom(
  ...[
    'archive',
    'inbox/**',
    '../x',
    '/etc',
    'C:\\x',
    'a/../../b',
    '..',
    '.',
    './',
    '~',
    '%2e%2e/x',
  ],
  ...['domains/<domain>', '<agent>/<domain>', 'a//b', 'a\\..\\b', '**/**/**', '{a,b}', '+(a)', ''],
  ...['*****', '[', 'games/..', '\ud800', 'a\nb', 'con', 'x '],
);
const values = fc.oneof(
  word,
  path,
  fc.boolean(),
  fc.integer(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
);

const field = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...['kind', 'values', 'list', 'required', 'to', 'edge', 'legacy', 'requires', 'when'],
      ...['description', 'default', 'open'],
    ),
    word,
  ),
  fc.oneof(values, fc.constantFrom('choice', 'relation', 'date', 'text')),
  { maxKeys: 4 },
);
const type = fc.dictionary(
  fc.oneof(fc.constantFrom('folders', 'legacy', 'fields', 'description', 'body'), word),
  fc.oneof(values, fc.array(path, { maxLength: 3 }), fc.dictionary(word, field, { maxKeys: 3 })),
  { maxKeys: 4 },
);
/** With the names that mean something, so that most of it takes effect. */
const meant = fc.record(
  {
    domains: fc.array(word, { maxLength: 3 }),
    agents: fc.array(word, { maxLength: 3 }),
    exclude: fc.array(path, { maxLength: 3 }),
    severity: fc.dictionary(fc.constantFrom('link', 'link/near', 'x/y'), word, { maxKeys: 2 }),
    types: fc.dictionary(
      fc.constantFrom('game', 'claim', 'rule'),
      fc.record(
        {
          folders: fc.array(path, { maxLength: 2 }),
          fields: fc.dictionary(word, field, { maxKeys: 2 }),
        },
        { requiredKeys: [] },
      ),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: [] },
);
const anything = fc.dictionary(
  fc.oneof(fc.constantFrom('domains', 'agents', 'exclude', 'severity', 'types', 'message'), word),
  fc.oneof(
    values,
    fc.array(path, { maxLength: 4 }),
    fc.dictionary(word, fc.oneof(values, field), { maxKeys: 3 }),
    { weight: 3, arbitrary: fc.dictionary(word, type, { maxKeys: 3 }) },
  ),
  { maxKeys: 5 },
);

const settings = fc.oneof(meant, anything);

const slip = fc.tuple(
  fc.nat(),
  fc.nat(8),
  fc.constantFrom(
    '',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!js/function "x"',
    '? ',
    '\t',
    '"',
    '{',
    '---\n',
    '__proto__: ',
  ),
);

/** Settings as YAML, now and then with a slip of the pen or of ill will. */
export const settingsText = fc.oneof(
  { weight: 3, arbitrary: settings.map(each => stringify(each)) },
  {
    weight: 2,
    arbitrary: fc.tuple(settings, fc.array(slip, { maxLength: 3 })).map(([each, slips]) =>
      slips.reduce((text, [place, gone, put]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + gone);
      }, stringify(each)),
    ),
  },
  shortText,
);

/** What would reach every object, were a name of the settings taken for a prototype. */
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).sort().join();

export function assertSettings(text: string): Config {
  const { config, problems } = readConfig(text, codes);
  assertInside(
    text,
    problems.map(({ span }) => span),
  );
  assert.equal(Object.getOwnPropertyNames(Object.prototype).sort().join(), PROTOTYPE);
  for (const path of ['', 'a.md', 'inbox/queue/a [b].md', '../a.md']) config.excludes(path);
  for (const { folders } of config.schema.types)
    for (const folder of folders) {
      const parts = folder.split('/');
      assert.ok(!parts.includes('..') && !/^(?:\/|[a-z]:)|\\/iu.test(folder), `folder ${folder}`);
    }
  for (const [code, severity] of config.severity) {
    assert.ok(
      codes.some(each => each === code || each.startsWith(`${code}/`)),
      code,
    );
    assert.ok(['error', 'warning', 'information', 'hint', 'off'].includes(severity));
  }
  return config;
}

export const config = target({
  name: 'settings',
  feeds:
    '`.claimwright.yaml`: settings of every kind with hostile names, paths, patterns and values; slips; any text',
  holds:
    'nothing throws, problems lie in the text, no prototype is reached, no folder leads out of the vault, only rules get severities',
  weight: 15,
  input: settingsText,
  check: assertSettings,
});
