/** What looks for slow regular expressions finds them, and knows every expression there is. The search is a trial. */
import assert from 'node:assert/strict';
import { attacksOn } from './attacks';
import { bounded, boundOf, madeLater } from './bounded';
import { inManifests, madeWhileLoaded, readSources } from './expressions';
import { grammarPatterns, loadEngine, slowInGrammar } from './grammars';
import { allExpressions, analysedSlow, foundSlow } from './judge';

/** Each of another kind: exponential, cubic, quadratic in backtracking, and quadratic only as a search. */
const SLOW: readonly (readonly [source: string, flags: string])[] = [
  ['^(a+)+$', 'u'],
  ['^(?:a|a)*$', 'u'],
  ['^(?:\\w+\\s?)*!$', 'u'],
  ['^[ \\t]*(?:x)?[ \\t]*(?:y)?[ \\t]*$', 'u'],
  ['^(.*?)\\s*$', 'u'],
  ['\\s+$', 'u'],
  ['\\[[^\\]]*\\]', 'gu'],
  ['"[^\\n]*:', 'gu'],
  ['(?:\\bvery )+much', 'iu'],
  ['\\[[^\\]\\n]*\\]\\([^)\\n]*\\)', 'gu'],
  ['[T ]\\d\\d:\\d\\d.*$', 'u'],
  ['<!--[^]*?-->', 'gu'],
  ["(?<!\\$['.,-]*)\\$", 'gu'],
];
const QUICK: readonly (readonly [source: string, flags: string])[] = [
  ['(?<!\\s)\\s+$', 'u'],
  ['\\[[^[\\]]*\\]', 'gu'],
  ['^\\s*$', 'u'],
  ['a{1,200}b', 'gu'],
  ["\\$(?<!\\$['.,-]*\\$)", 'gu'],
  ['^(?:[^"\\\\]|\\\\.)*$', 'su'],
];

describe('regular expressions', () => {
  for (const [source, flags] of SLOW)
    it(`finds what /${source}/${flags} is slow on`, () => {
      assert.notEqual(foundSlow({ file: 'none', source, flags }), null);
    });

  for (const [source, flags] of QUICK)
    it(`finds nothing against /${source}/${flags}`, () => {
      assert.equal(foundSlow({ file: 'none', source, flags }), null);
      assert.equal(analysedSlow({ file: 'none', source, flags }), null);
    });

  it('finds by analysis what repeats one character', () => {
    assert.notEqual(analysedSlow({ file: 'none', source: '\\s+$', flags: 'u' }), null);
    assert.notEqual(analysedSlow({ file: 'none', source: '^(.*?)\\s*$', flags: 'u' }), null);
  });

  it('makes texts of the parts of an expression', () => {
    const texts = attacksOn('^<!(?:xy|z)*\\[(\\d+),', 'u');
    assert.ok(texts.some(({ before, pump }) => before === '<!' && pump === 'xy'));
    assert.ok(texts.some(({ before, pump }) => before === '<!xy[' && pump === '0'));
  });

  it('knows every expression that is made of parts', () => {
    const { made } = readSources();
    const files = new Set(madeWhileLoaded().map(({ file }) => file));
    assert.ok(made.length > 8, 'the places are looked for in vain');
    for (const { file, by } of made) {
      assert.equal(by, 'new RegExp', `${file} makes an expression of a string by ${by}`);
      const isKnown = files.has(file) || madeLater.some(each => each.file === file);
      assert.ok(isKnown, `${file} makes an expression that no test knows: add it to madeLater`);
    }
    for (const { file } of madeLater)
      assert.ok(
        made.some(each => each.file === file),
        file,
      );
  });

  it('reads the manifests', () => {
    assert.deepEqual(
      [...new Set(inManifests().map(({ file }) => file))],
      ['package.json', 'syntaxes/settings.language-configuration.json'],
    );
  });

  it('allows no expression that is gone', () => {
    for (const bound of bounded)
      assert.ok(
        allExpressions().some(each => boundOf(each) === bound),
        `${bound.file}: /${bound.begins}…/ is no more`,
      );
  });

  it('finds a slow pattern of a grammar', async () => {
    await loadEngine();
    assert.ok(grammarPatterns().length > 20);
    assert.notEqual(slowInGrammar('[ \\t]+$'), null);
  });
}).timeout(120_000);
