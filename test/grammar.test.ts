/** The grammars colour what the schema says, and each one is told to the editor. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributes } from '../package.json';
import { builtinSchema } from '../server/core/schema/builtin';
import frontMatter from '../syntaxes/front-matter.tmLanguage.json';

const ROOT = join(__dirname, '..');

describe('grammars', () => {
  it('know the relation fields of the schema', () => {
    const names = [...builtinSchema.relationFields].sort();
    assert.ok(names.length > 10);
    const { begin } = frontMatter.repository.relation;
    assert.equal(begin, `(?<=${names.map(name => `^${name}`).join('|')}):(?=[ \\t\\r\\n])`);
  });

  it('know the words of every confidence, from the strongest to the weakest', () => {
    const levels: Set<string>[] = [];
    for (const type of builtinSchema.types) {
      const values = type.field('confidence')?.values ?? [];
      for (const [level, { name }] of values.entries()) {
        levels[level] = (levels[level] ?? new Set()).add(name);
      }
    }
    assert.ok(levels.length > 2);
    const groups = levels.map(words => `(${[...words].join('|')})`).join('|');
    const [first] = frontMatter.repository.confidence.patterns;
    assert.ok(first?.match?.includes(`(?:${groups})`), `the words are not ${groups}`);
  });

  it('are all contributed, each under its own scope', () => {
    const files = readdirSync(join(ROOT, 'syntaxes')).filter(file => /\.tmLanguage\./u.test(file));
    assert.deepEqual(
      contributes.grammars.map(({ path }) => path).sort(),
      files.map(file => `./syntaxes/${file}`).sort(),
    );
    for (const { path, scopeName, injectTo, language } of contributes.grammars) {
      const grammar = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
      assert.equal(grammar.scopeName, scopeName, path);
      if (language === undefined) assert.deepEqual(injectTo, ['text.html.markdown'], path);
      else
        assert.ok(
          contributes.languages.some(({ id }) => id === language),
          path,
        );
    }
  });
});
