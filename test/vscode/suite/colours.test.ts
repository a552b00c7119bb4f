/** Inside VS Code: which words of a note have which scopes, and that every standard theme colours them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { builtinSchema } from '../../../server/core/schema/builtin';
import { parseNote } from '../../../server/core/text/parseNote';
import { BODY, CONFIDENCE, FRONT_MATTER, LINK, marker, NOT_LINKS, SCOPES } from './coloured-note';
import { type EditorGrammars, editorGrammars, type Token } from './editor-grammars';
import { standardThemes } from './editor-themes';

describe('colours', () => {
  let grammars: EditorGrammars;
  let tokens: readonly Token[];

  before(async () => {
    grammars = await editorGrammars();
    tokens = grammars.tokens(FRONT_MATTER + BODY);
  });

  it('tell links, relations, confidence and markers apart', () => {
    for (const [text, scope] of SCOPES) {
      const found = tokens.filter(token => token.text === text && token.scopes.some(isOurs));
      assert.ok(found.length > 0, `${text} has no scope of ours`);
      for (const { scopes } of found) assert.ok(scopes.includes(scope), `${text}: ${scopes}`);
    }
    const questions = tokens.filter(({ scopes }) => scopes.includes(marker('question')));
    assert.deepEqual(
      questions.map(({ text }) => text),
      ['QUESTION:', 'QUESTION:', 'QUESTION'],
    );
    assert.equal(tokens.filter(({ text }) => text === 'SOURCE:').length, 2);
  });

  it('know every level of confidence, quoted or not', () => {
    for (const [word, scope] of Object.entries(CONFIDENCE)) {
      for (const value of [word, `"${word}"`, `'${word}' # why`]) {
        const found = grammars.tokens(`---\ntype: claim\nconfidence: ${value}\n---\n`);
        const { scopes = [] } = found.find(({ text }) => text === word) ?? {};
        assert.ok(
          scopes.includes(`${scope}.confidence.${word}.claimwright`),
          `${value}: ${scopes}`,
        );
      }
    }
    const found = grammars.tokens('---\ntype: claim\nconfidence: not likely\n---\n');
    assert.ok(found.every(({ scopes }) => !scopes.some(scope => /\.likely\./u.test(scope))));
  });

  it('leave everything else as it was', () => {
    const inner = (text: string) => tokens.find(token => token.text.includes(text))?.scopes.at(-1);
    assert.equal(inner('plain-words'), 'string.unquoted.plain.out.yaml');
    assert.equal(inner('of-all'), 'comment.line.number-sign.yaml');
    assert.equal(inner('block-words'), 'string.unquoted.block.yaml');
    assert.equal(inner('map-value'), 'string.unquoted.plain.out.yaml');
    assert.equal(inner('null'), 'constant.language.yaml');
    assert.equal(inner('depends_on'), 'entity.name.tag.yaml');
    assert.equal(inner('created'), 'entity.name.tag.yaml');
    assert.equal(inner('bold-words'), 'markup.bold.markdown');
    assert.equal(inner('item-words'), 'markup.italic.markdown');
    assert.equal(inner('cell-words'), 'markup.italic.markdown');
    assert.equal(inner('and plain'), 'meta.paragraph.markdown');
    assert.equal(inner('OPEN SOURCE: no-marker'), 'meta.paragraph.markdown');
  });

  it('see nothing in code, comments, formulas and behind backslashes', () => {
    const found = grammars.tokens(NOT_LINKS).filter(({ scopes }) => scopes.some(isOurs));
    assert.deepEqual(
      found.map(({ text }) => text),
      ['%% [[x]] %%'],
    );
    assert.match(found[0]?.scopes.at(-1) ?? '', /^comment\./u);
  });

  it('show as links just what the language server reads as links', async () => {
    const notes = await vscode.workspace.findFiles('**/*.md');
    let links = 0;
    for (const { fsPath } of notes) {
      const text = readFileSync(fsPath, 'utf8');
      const targets = grammars
        .tokens(text)
        .filter(({ scopes }) => scopes.includes(LINK))
        .map(token => token.text.trim());
      const read = parseNote(fsPath, text, builtinSchema.relationFields).links.map(({ target }) =>
        text.slice(target.span.start, target.span.end),
      );
      assert.deepEqual(targets.sort(), read.sort(), fsPath);
      links += read.length;
    }
    assert.ok(links > 50, `only ${links} links`);
  });

  it('are no strings in the body, where VS Code would stop suggesting', () => {
    for (const { text, scopes } of grammars.tokens(BODY)) {
      if (!scopes.some(isOurs)) continue;
      assert.ok(!scopes.some(scope => /\bstring\b/u.test(scope)), `${text}: ${scopes}`);
    }
  });

  it('differ from plain text in every standard theme', () => {
    const themes = standardThemes();
    const names = [...themes.keys()].join(', ');
    assert.ok(themes.size >= 8, names);
    // Older releases call them default ones.
    for (const wanted of ['Dark+', 'Light+', 'Dark Modern', 'Light Modern'])
      assert.ok(themes.has(wanted) || themes.has(`Default ${wanted}`), names);
    assert.equal([...themes.keys()].filter(name => name.includes('High Contrast')).length, 2);
    for (const [name, theme] of themes) {
      const looks = grammars.looks(FRONT_MATTER + BODY, theme);
      const look = (text: string) => {
        const found = looks.find(each => each.text.includes(text));
        assert.ok(found, `${name} does not show ${text} as one`);
        return found;
      };
      const { colour: plain } = look('then');
      for (const [text] of SCOPES) {
        // A bracket may look as its neighbour does; its own scope is looked at above.
        if (!/[a-z]{2}/iu.test(text)) continue;
        assert.notEqual(look(text).colour.toLowerCase(), plain.toLowerCase(), `${text} in ${name}`);
      }
      assert.ok(look('first-name').underlined && look('bare-name').underlined, name);
      assert.ok(!look('shown-name').underlined, name);
    }
  });

  it('show the levels of confidence apart in every theme that has the colours', () => {
    for (const [name, theme] of standardThemes()) {
      // These two have one colour for nearly everything.
      if (name.startsWith('Visual Studio')) continue;
      const colours = Object.keys(CONFIDENCE).map(word =>
        grammars
          .looks(`---\ntype: claim\nconfidence: ${word}\n---\n`, theme)
          .find(({ text }) => text === word),
      );
      assert.equal(new Set(colours.map(look => look?.colour ?? '')).size, 4, name);
    }
  });
});

function isOurs(scope: string): boolean {
  return scope.endsWith('.claimwright') && !scope.startsWith('meta.');
}
