/** What accepting a completion makes of the text: one link, closed and quoted once, that leads to the note chosen. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

/** `X` stands for the target, `‸` for the cursor behind what was typed of it. */
const CASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'nothing behind': ['See [[rye‸', 'See [[X]]'],
  'nothing typed': ['See [[‸]]', 'See [[X]]'],
  'both brackets behind': ['See [[rye‸]] then', 'See [[X]] then'],
  'one bracket behind': ['See [[rye‸] then', 'See [[X]] then'],
  'text and brackets behind': ['See [[rye‸ is slow]] then', 'See [[X]] then'],
  'the cursor at the beginning of a target': ['See [[‸old target]] then', 'See [[X]] then'],
  'an alias behind': ['See [[rye‸|bread]] then', 'See [[X|bread]] then'],
  'text and an alias behind': ['See [[rye‸ old|bread]] then', 'See [[X|bread]] then'],
  'a heading behind': ['See [[rye‸#Crust]] then', 'See [[X#Crust]] then'],
  'a heading and an alias behind': ['[[rye‸#Crust|bread]]', '[[X#Crust|bread]]'],
  'text without brackets behind': ['See [[rye‸ and so on', 'See [[X]] and so on'],
  'another link behind': ['See [[rye‸ and [[other]]', 'See [[X]] and [[other]]'],
  'another link with an alias behind': ['[[rye‸ and [[other|o]]', '[[X]] and [[other|o]]'],
  'a tag and another link behind': ['[[rye‸ #tag [[other]]', '[[X]] #tag [[other]]'],
  'a link before': ['[[other]] and [[rye‸', '[[other]] and [[X]]'],
  'a Markdown link behind': ['[[rye‸ and [a](b.md)', '[[X]] and [a](b.md)'],
  'an embed': ['![[rye‸]]', '![[X]]'],
  'the alias of a table cell behind': ['| [[rye‸\\|bread]] | b |', '| [[X\\|bread]] | b |'],
  'the rest of a table row behind': ['| [[rye‸ | b |', '| [[X]] | b |'],
  'lines that end in CRLF': ['a\r\n[[rye‸\r\n[[other]]\r\n', 'a\r\n[[X]]\r\n[[other]]\r\n'],
  'emoji before': ['🍞🥖 é [[rye‸]] 🍞', '🍞🥖 é [[X]] 🍞'],
  'emoji behind': ['[[rye‸🍞]] 🍞', '[[X]] 🍞'],
  'a list': ['- one\n- [[rye‸\n- three\n', '- one\n- [[X]]\n- three\n'],
};

const FRONT_MATTER: typeof CASES = {
  'double quotes': ['supports:\n  - "[[rye‸"', 'supports:\n  - "[[X]]"'],
  'double quotes around brackets': ['parent: "[[rye‸]]"', 'parent: "[[X]]"'],
  'double quotes in the place of a list': ['supports: "[[rye‸]]"', 'supports:\n  - "[[X]]"'],
  'double quotes that nothing closes': ['supports:\n  - "[[rye‸]]', 'supports:\n  - "[[X]]"'],
  'single quotes that nothing closes': ["supports:\n  - '[[rye‸", "supports:\n  - '[[X]]'"],
  'single quotes': ["supports:\n  - '[[rye‸'", "supports:\n  - '[[X]]'"],
  'single quotes around brackets': ["supports: ['[[rye‸]]']", "supports: ['[[X]]']"],
  'a double-quoted list': ['related: ["[[rye‸"]', 'related: ["[[X]]"]'],
  'no quotes': ['supports:\n  - [[rye‸', 'supports:\n  - "[[X]]"'],
  'no quotes around brackets': ['supports:\n  - [[rye‸]]', 'supports:\n  - "[[X]]"'],
  'no quotes behind a key': ['parent: [[rye‸', 'parent: "[[X]]"'],
  'no quotes in the place of a list': ['related: [[rye‸', 'related:\n  - "[[X]]"'],
  'no quotes in a list of brackets': ['related: [[[rye‸]]]', 'related: ["[[X]]"]'],
  'no quotes before more': ['related: [[[rye‸]], "b"]', 'related: ["[[X]]", "b"]'],
  'an alias in quotes': ['supports:\n  - "[[rye‸|bread]]"', 'supports:\n  - "[[X|bread]]"'],
  'an alias in quotes that nothing closes': [
    'supports:\n  - "[[rye‸|bread]]',
    'supports:\n  - "[[X|bread]]"',
  ],
  'words around it in quotes': ['supports: "see [[rye‸ for"', 'supports: "see [[X]] for"'],
  'a block of text': ['description: >\n  see [[rye‸', 'description: >\n  see [[X]]'],
};

describe('accepting a completion', () => {
  let client: LspClient;
  /** A plain target, and one that quoting has to escape. */
  const targets = ['rye bread rises slowly', 'rye isn\'t "slow"'];

  before(async () => {
    const notes = targets.map(target => [`notes/${target}.md`, `# Rye\n\nAbout ${target}.`]);
    client = await serve({ ...Object.fromEntries(notes), 'other.md': 'Text.' });
  });
  after(cleanUp);

  /** The text after the entry for `target` was accepted, and where the link then stands. */
  async function accepted(marked: string, target: string): Promise<[string, TextDocument]> {
    const cursor = await client.show('writing.md', marked);
    const list = await client.completion('writing.md', ...cursor);
    const path = `notes/${target}.md`;
    const item = list?.items.find(each => (each.data as string[])[1] === path);
    const { textEdit, additionalTextEdits = [] } = item ?? {};
    assert.ok(textEdit !== undefined && 'range' in textEdit, `${target} is not offered`);
    const before = client.document('writing.md');
    const text = TextDocument.applyEdits(before, [...additionalTextEdits, textEdit]);
    return [text, TextDocument.create('file:///x.md', 'markdown', 1, text)];
  }

  async function leadsTo(text: string, document: TextDocument, target: string): Promise<void> {
    await client.type('writing.md', text);
    const { line, character } = document.positionAt(text.indexOf('[[rye') + 3);
    const shown = (await client.hover('writing.md', line, character)) ?? '';
    assert.match(shown, /About rye/u);
    assert.ok(shown.includes(encodeURIComponent(target).replace(/'/gu, '%27')), shown);
  }

  for (const [what, [before, after]] of Object.entries(CASES)) {
    it(`with ${what}`, async () => {
      for (const target of targets) {
        const [text, document] = await accepted(before, target);
        assert.equal(text, after.replace('X', target));
        await leadsTo(text, document, target);
      }
    });
  }

  for (const [what, [before, after]] of Object.entries(FRONT_MATTER)) {
    for (const eol of ['\n', '\r\n']) {
      it(`in front matter with ${what}${eol === '\n' ? '' : ' (CRLF)'}`, async () => {
        const whole = (field: string) =>
          ['---', 'type: claim', ...field.split('\n'), 'created: 2026-01-02', '---', ''].join(eol);
        for (const target of targets) {
          const [text, document] = await accepted(whole(before), target);
          const quote = /["'](?=\[\[)/u.exec(after)?.[0] ?? (/"see/u.test(after) ? '"' : '');
          const escaped =
            quote === '"'
              ? target.replace(/"/gu, '\\"')
              : quote
                ? target.replace(/'/gu, "''")
                : target;
          assert.equal(text, whole(after).replace('X', escaped));
          if (escaped === target) await leadsTo(text, document, target);
        }
      });
    }
  }

  // Both wait for the core: quotes close before a kept alias, and links in front matter are read with their escapes.
  it('closes the quotes behind an alias that stays', async () => {
    const marked = '---\nsupports:\n  - [[rye‸|bread]]\n---\n';
    const [text] = await accepted(marked, 'rye bread rises slowly');
    assert.equal(text, '---\nsupports:\n  - "[[rye bread rises slowly|bread]]"\n---\n');
  });

  it('writes quotes in front matter so that the link still leads to the note', async () => {
    for (const quote of ['"', "'", '']) {
      const marked = `---\ntype: claim\nsupports:\n  - ${quote}[[rye‸${quote}\n---\n`;
      const target = targets[1] ?? '';
      const [text, document] = await accepted(marked, target);
      await leadsTo(text, document, target);
    }
  });
});
