/** Completion and hover in the settings at every place of texts that are whole, cut off, and nonsense. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { configCompletion } from '../server/core/features/settings/configCompletion';
import { configContext } from '../server/core/features/settings/configContext';
import { configHover } from '../server/core/features/settings/configHover';
import { Vault } from '../server/core/vault/Vault';

const vault = new Vault();

/** The path and the word at the cursor `‸`. */
function at(marked: string): [path: string, word: string] | null {
  const context = configContext(marked.replace('‸', ''), marked.indexOf('‸'));
  return context && [context.path.join('/'), context.word];
}

function offered(marked: string, typing = false): string[] {
  const found = configCompletion(vault, marked.replace('‸', ''), marked.indexOf('‸'), typing);
  return found?.entries.map(({ newText }) => newText) ?? [];
}

describe('a cursor in the settings', () => {
  it('stands below keys that are less deep', () => {
    assert.deepEqual(at('‸'), ['', '']);
    assert.deepEqual(at('types:\n  a‸b:\n'), ['types', 'ab']);
    assert.deepEqual(at('types:\r\n  a:\r\n    ‸\r\n  b:\r\n'), ['types/a', '']);
    assert.deepEqual(at('types:\n  a:\n    fields:\n  ‸'), ['types', '']);
    assert.deepEqual(at('types:\n  a:\n\n    # words: here\n    x‸'), ['types/a', 'x']);
    assert.deepEqual(at('types:\n  "a b":\n    ‸'), ['types/a b', '']);
    assert.deepEqual(at('\uFEFFdo‸'), ['', 'do']);
  });

  it('stands in entries of lists', () => {
    assert.deepEqual(at('domains:\n  - ‸'), ['domains/0', '']);
    assert.deepEqual(at('domains:\n- a\n- b‸'), ['domains/0', 'b']);
    assert.deepEqual(at('domains:\n  - a\n  - "b‸c"'), ['domains/0', 'bc']);
    assert.deepEqual(at('types:\n  a:\n    requires:\n      - any: [x]\n        ‸'), [
      'types/a/requires/0',
      '',
    ]);
    assert.deepEqual(at('types:\n  a:\n    requires:\n      - wh‸en:\n'), [
      'types/a/requires/0',
      'when',
    ]);
  });

  it('stands in brackets, closed or not, on one line or several', () => {
    assert.deepEqual(at('domains: [a, b‸'), ['domains/0', 'b']);
    assert.deepEqual(at('domains: [\n  a,\n  ‸\n]'), ['domains/0', '']);
    assert.deepEqual(at('severity: { link: o‸ }'), ['severity/link', 'o']);
    assert.deepEqual(at('severity: { link: off, ‸ }'), ['severity', '']);
    assert.deepEqual(at('types: { a: { fields: { f: { to: [claim, ‸'), [
      'types/a/fields/f/to/0',
      '',
    ]);
    assert.deepEqual(at('domains: ["a, [", ‸'), ['domains/0', '']);
    assert.deepEqual(at('domains: [a]\nag‸'), ['', 'ag']);
  });

  it('stands nowhere in comments, in blocks of text, and behind a value', () => {
    for (const marked of [
      '# a‸',
      'domains: # a‸',
      'meaning: |\n  a‸',
      'a: b ‸',
      'a: b\n  ‸',
      'a‸ b: c'.replace('‸ b', ' b ‸'),
    ])
      assert.deepEqual(offered(marked), [], marked);
  });

  it('gets keys with their colons, and none that stand there already', () => {
    assert.deepEqual(offered('domains:\n‸\ntypes:'), [
      'agents:',
      'exclude:',
      'severity:',
      'message:',
    ]);
    assert.deepEqual(offered('dom‸: [a]'), [
      'domains',
      'agents',
      'exclude',
      'severity',
      'message',
      'types',
    ]);
    assert.deepEqual(offered('message:\n  ‸\n  body: x'), [
      'subject: ',
      'trailers:',
      'signatures:',
    ]);
    assert.ok(offered('types:\n  a:\n    fields:\n      f: { ‸').includes('required: '));
    const requirement =
      'types:\n  a:\n    requires:\n      - any: [f]\n        ‸\n        because: x';
    assert.deepEqual(offered(requirement), ['when:', 'least: ', 'not:']);
  });

  it('gets keys that its kind of field can have', () => {
    const field = (said: string) => offered(`types:\n  a:\n    fields:\n      f: { ${said}, ‸ }`);
    assert.ok(field('required: true').includes('to:'));
    assert.ok(field('kind: relation').includes('to:'));
    assert.ok(!field('kind: date').includes('to:'));
    assert.ok(field('kind: date').includes('future: '));
    assert.ok(!field('values: [a]').includes('future: '));
  });

  it('gets nothing by itself that Enter could put in unwanted', () => {
    for (const [marked, first] of [
      ['severity:\n  link: off‸', 'error'],
      ['types:\n  a:\n  ‸', 'claim:'],
    ] as const) {
      assert.ok(offered(marked).includes(first), marked);
      assert.deepEqual(offered(marked, true), [], marked);
    }
    assert.ok(offered('severity:\n  link: of‸', true).includes('off'));
    assert.ok(offered('severity:\n  link: ‸', true).includes('off'));
    assert.ok(offered('severity: { ‸', true).includes('link: '));
    assert.ok(offered('ty‸', true).includes('types:'));
  });

  it('never fails, and stays in its line', () => {
    const pieces = [
      'types:',
      'a:',
      'fields:',
      'f:',
      'kind: ',
      'to:',
      '- ',
      'claim',
      '{',
      '}',
      '[',
      ']',
      ',',
      'domains:',
      'severity:',
      'link',
      '"',
      "'",
      '\t',
      '\n',
      '\n  ',
      '\n    ',
      '\n      ',
      ': ',
      ' #',
      '|',
      '__proto__',
      '\r\n',
      '🍞',
      '\uFEFF',
    ];
    const texts = fc
      .array(fc.constantFrom(...pieces), { maxLength: 30 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(200), (text, place) => {
        const offset = Math.min(place, text.length);
        const found = configCompletion(vault, text, offset);
        configHover(vault, text, offset);
        if (found === null) return;
        const { start, end } = found.replace;
        assert.ok(start <= offset && offset <= end && end <= text.length);
        assert.doesNotMatch(text.slice(start, end), /\n/u);
      }),
      { numRuns: 2000 },
    );
  });
});
