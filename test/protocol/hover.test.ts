/** What hovering a link shows, and that nothing a vault holds becomes more than text in it. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Hover } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const EVIL = [
  '<img src=x onerror=alert(1)>',
  '![p](http://evil.example/p.png)',
  '[click](command:workbench.action.quit)',
  '`` `code` ``',
  '<command:evil>',
  '[ref]: http://evil.example',
  '&lt;b&gt; $(alert) ~~gone~~ **bold** _it_ # h | cell \\',
  'http://evil.example www.evil.example evil@evil.example',
].join(' ');

const CLAIM = `---
type: claim
domain: baking
description: 'Heat is patience'
confidence: likely
challenged_by:
  - "[[other]]"
---

# Ovens

The **first** paragraph, with [[other|an alias]] and \`code\`,
on two lines.

The second.
`;

describe('hover', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      'domains/ovens heat slowly.md': CLAIM,
      'backs it.md': '---\nsupports:\n  - ovens heat slowly\n---\n',
      'one/twin.md': 'The first twin.',
      'two/twin.md': 'The second twin.',
      'titled.md': '---\ntitle: A Much Longer Title\n---\nTitled text.',
      'other.md': 'Other text.',
      'images/chart_a_b.png': 'x',
      'evil.md': `---\ntitle: >-\n  ${EVIL}\ntype: >-\n  ${EVIL}\nconfidence: >-\n  ${EVIL}\ndescription: >-\n  ${EVIL}\nchallenged_by: >-\n  ${EVIL}\n---\n\n${EVIL}\n`,
      'one/<img src=x>(a)[b]`c`!.md': 'First.',
      'two/<img src=x>(a)[b]`c`!.md': 'Second.',
      'two/1. - x/same_*name*.md': 'Second.',
      'one/same_*name*.md': 'Second.',
      '![x](command.png': 'x',
    });
  });
  after(cleanUp);

  const over = async (marked: string) =>
    client.hover('writing.md', ...(await client.show('writing.md', marked)));
  const shows = async (marked: string, ...expected: readonly RegExp[]) => {
    const shown = (await over(marked)) ?? '';
    for (const each of expected) assert.match(shown, each, shown);
  };

  it('shows title, facts, description, opening, and who supports and challenges it', async () => {
    await shows(
      'See [[ovens ‸heat slowly]].',
      /^\*\*\[ovens heat slowly\]\(file:\/\/\/.*ovens%20heat%20slowly\.md\)\*\*/u,
      /claim · likely · baking · 2 notes link here/u,
      /\*Heat is patience\*/u,
      /The first paragraph, with an alias and code, on two lines\./u,
      /Supported by\n\n- backs it/u,
      /Challenged by\n\n- other/u,
    );
  });

  it('covers the link, with both its ends, and nothing beside it', async () => {
    await client.show('writing.md', '🍞 See [[other|o]] and [[twin]].‸');
    for (const character of [7, 8, 14, 18]) {
      const hover = await client.ask<Hover | null>('hover', 'writing.md', 0, character);
      assert.deepEqual(hover?.range, {
        start: { line: 0, character: 7 },
        end: { line: 0, character: 18 },
      });
    }
    for (const character of [0, 6, 19, 22])
      assert.equal(await client.hover('writing.md', 0, character), null);
  });

  it('works in front matter, with brackets and without', async () => {
    for (const value of ['"[[oth‸er]]"', 'oth‸er', '"oth‸er.md"', "'[[oth‸er|x]]'"]) {
      await shows(`---\r\nsupports:\r\n  - ${value}\r\n---\r\n`, /Other text/u);
    }
    assert.equal(await over('---\ndepends_on:\n  - a tria‸l of ten ovens\n---\n'), null);
    assert.equal(await over('---\ndescription: oth‸er\n---\n'), null);
  });

  it('says what a link that leads nowhere may have meant', async () => {
    await shows(
      '[[ovens heat ‸quickly]]',
      /No note is named/u,
      /Did you mean\n\n- \[ovens heat sl/u,
    );
    assert.equal(await over('[[zzz‸qqq]]'), 'No note is named “zzzqqq”.');
  });

  it('shows every note that an ambiguous link can mean', async () => {
    await shows('[[tw‸in]]', /^2 notes/u, /one\/twin\.md\) in one/u, /two\/twin\.md\) in two/u);
  });

  it('says that a link is only near', async () => {
    await shows('[[A Much ‸Longer Title]]', /Titled text/u, /Not its file name/u);
  });

  it('names an attachment as it was written', async () => {
    assert.deepEqual(textOf(await over('![[chart_a_b‸.png]]')), [
      '“chart_a_b.png” is a file of this vault.',
    ]);
    assert.deepEqual(linksOf(await over('[[![x](command‸.png]]')), []);
  });

  it('shows nothing in code, in other files, and in folders', async () => {
    assert.equal(await over('Text `[[oth‸er]]` text'), null);
    mkdirSync(client.file('folder.md'));
    for (const name of ['folder.md', 'images/chart_a_b.png', 'gone.md', '../outside.md'])
      assert.equal(await client.hover(name, 0, 0), null);
  });

  it('lets nothing from a vault become a link, an image, HTML or code', async () => {
    for (const marked of [
      '[[ev‸il]]',
      '[[<img src=x>(a‸)]]',
      '[[<b>bo‸ld</b> ![p](http://evil.example/p.png)]]',
      '[[ev‸il <img src=x> http://evil.example www.evil.example]]',
      '[[same_*na‸me*]]',
      '---\nsupports: "<img src=x>(a‸)[b]`c`!.md"\n---\n',
      '---\nrelated: "![p](http://evil.exa‸mple) <i> [x](command:y) and on.md"\n---\n',
    ]) {
      const shown = await over(marked);
      assert.notEqual(shown, null, marked);
      linksOf(shown);
    }
    await client.show('evil.md', EVIL);
    linksOf(await over('[[ev‸il]]'));
  });

  it('explains keys and values of front matter, exactly them', async () => {
    await shows(
      '---\ntype: claim\nconfi‸dence: likely\n---\n',
      /^\*\*confidence\*\* · choice · required\n\nHow well/u,
      /\n- `likely`: Good evidence .* \(2 notes\)\n/u,
    );
    await shows('---\ntype: claim\nconfidence: "lik‸ely"\n---\n', /^\*\*likely\*\* · confidence/u);
    const hover = await client.ask<Hover | null>('hover', 'writing.md', 2, 14);
    assert.deepEqual(hover?.range, {
      start: { line: 2, character: 13 },
      end: { line: 2, character: 19 },
    });
    assert.equal(await client.hover('writing.md', 2, 11), null);
    assert.equal(await client.hover('writing.md', 3, 1), null);
    const [day, ago] = [new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10), '[34]'];
    await shows(
      `---\ntype: claim\ncreated: ‸${day}\n---\n`,
      new RegExp(`^\\w+day, ${day}: ${ago}\\d days ago$`, 'u'),
    );
  });

  it('lets nothing of front matter become more than text either', async () => {
    const quoted = `'${EVIL.replaceAll("'", "''")}'`;
    for (const marked of [
      `---\ntype: ‸${quoted}\n---\n`,
      `---\ntype: ${quoted}\nmo‸od: 1\n---\n`,
      `---\ntype: ${quoted}\nconfidence: lik‸ely\n---\n`,
      `---\ntype: claim\n‸${quoted}: 1\n---\n`,
      `---\ntype: claim\ndomain: ‸${quoted}\n---\n`,
      `---\ntype: claim\nconfidence: ‸${quoted}\n---\n`,
      `---\ntype: claim\ntags: [‸${quoted}]\n---\n`,
      `---\ntype: claim\nta‸gs: ['<b>', '[x](command:y)', '\`c\` www.evil.example']\n---\n`,
      `---\ntype: claim\nsco‸pe: '![p](http://evil.example) <i>'\n---\n`,
    ]) {
      const shown = await over(marked);
      assert.notEqual(shown, null, marked);
      assert.deepEqual(linksOf(shown), []);
      for (const word of codeOf(shown)) assert.match(word ?? '', /^[\w./*<>-]+$/u, marked);
    }
  });

  it('links to notes whatever their addresses hold', async () => {
    for (const [name, written] of [
      ['odd/a) b (c.md', 'a) b (c'],
      ['odd/50% 2.md', '50% 2'],
      ["odd/it's.md", "it's"],
      ['odd/a\\b.md', 'odd/a\\b'],
    ] as const) {
      client.write(name, 'Odd text.');
      // Other editors write addresses otherwise than VS Code does.
      const uri = pathToFileURL(client.file(name)).href;
      await client.open(name, 'Odd text.', uri);
      if (name.includes('\\')) continue;
      const shown = await over(`[[‸${written}]]`);
      const [link] = linksOf(shown);
      assert.equal(link && decodeURIComponent(link), `file://${client.file(name)}`);
    }
  });
});

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodesOf(markdown: string | null): readonly Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(fromMarkdown(markdown ?? ''));
}

function textOf(markdown: string | null): (string | undefined)[] {
  return nodesOf(markdown).flatMap(node => (node.type === 'text' ? [node.value] : []));
}

/** What it shows as code. */
function codeOf(markdown: string | null): (string | undefined)[] {
  return nodesOf(markdown).flatMap(node => (node.type === 'inlineCode' ? [node.value] : []));
}

const ALLOWED = 'root paragraph text strong emphasis list listItem link inlineCode'.split(' ');

/** The addresses of its links; fails where it holds anything but text, our own marks, and links to notes. */
function linksOf(markdown: string | null): string[] {
  const links = nodesOf(markdown).flatMap(node => {
    assert.ok(ALLOWED.includes(node.type), `${node.type} in ${markdown}`);
    return node.url === undefined ? [] : [node.url];
  });
  for (const link of links) assert.match(link, /^file:\/\/\/.*\.md$/u);
  // Editors make links of bare addresses, which plain Markdown does not.
  const bare = (markdown ?? '').replace(/\]\(file:[^)]*\)/gu, ']');
  assert.doesNotMatch(bare, /https?:\/\/|(?<!\\)www\.|\w@\w/u);
  return links;
}
