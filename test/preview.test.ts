/** What a Markdown preview shows of a note: its links, what it embeds, and nothing of either where it is no note of a vault. */
import assert from 'node:assert/strict';
import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { byWritten } from '../client/preview/shown';
import { wikiLinks } from '../client/preview/wiki-links';
import type { PreviewLink } from '../server/core/features/preview/form';
import { preview } from '../server/core/features/preview/preview';
import { Vault } from '../server/core/vault/Vault';

type Files = Readonly<Record<string, string>>;

const CLAIM = '---\ntype: claim\nconfidence: likely\n---\n# Stones hold heat\n\nText.\n';

function linksOf(files: Files, path = 'a.md'): PreviewLink[] {
  const vault = new Vault();
  vault.apply(
    Object.entries(files).map(([each, text]) => ({
      kind: 'set',
      path: each,
      text: each.endsWith('.md') ? text : null,
    })),
  );
  return preview(vault, path, each => files[each] ?? null);
}

/** As VS Code does: parsed without a word of the document, then rendered with it. */
function rendered(files: Files, path = 'a.md', { confidence = true, known = true } = {}): string {
  const links = byWritten(linksOf(files, path));
  const shown = { links: known ? links : null, confidence, embedded: false };
  return html(
    files[path] ?? '',
    md => wikiLinks(md, document => (document === path ? shown : null)),
    path,
  );
}

function html(text: string, plugin: (md: MarkdownIt) => MarkdownIt, document: string): string {
  const md = plugin(markdownIt({ html: true, linkify: true }));
  // Lines and anchors, as VS Code gives them.
  md.core.ruler.push('lines', ({ tokens }) => {
    for (const token of tokens) {
      if (token.map === null || token.type === 'inline') continue;
      token.attrSet('data-line', String(token.map[0]));
      token.attrJoin('class', 'code-line');
    }
  });
  md.renderer.rules['heading_open'] = (tokens, at, options, _, renderer) => {
    const words = (each: Token): string =>
      each.children?.map(words).join('') ?? (each.type === 'text' ? each.content : '');
    const [open, inline] = [tokens[at], tokens[at + 1]];
    if (open && inline) open.attrSet('id', words(inline).toLowerCase().replaceAll(' ', '-'));
    return renderer.renderToken(tokens, at, options);
  };
  const tokens = md.parse(text.replace(/^---\n[\s\S]*?\n---\n/u, ''), {});
  return md.renderer.render(tokens, md.options, { currentDocument: document });
}

function link(files: Files, written: string): PreviewLink {
  const found = linksOf(files).find(each => each.written === written);
  assert.ok(found, written);
  return found;
}

describe('a Markdown preview', () => {
  describe('of links', () => {
    it('leads to the file, from the folder of the note, with its confidence', () => {
      const files = {
        'x/a.md': 'See [[stones hold heat|stones]] and [[b c]].\n',
        'y/stones hold heat.md': CLAIM,
        'x/b c.md': '',
      };
      const [first, second] = linksOf(files, 'x/a.md');
      assert.deepEqual(first, {
        written: 'stones hold heat',
        kind: 'found',
        href: '../y/stones%20hold%20heat.md',
        title: 'stones hold heat\nlikely · claim · y',
        confidence: 'likely',
        embed: null,
      });
      assert.equal(second?.href, './b%20c.md');
      assert.equal(
        rendered(files, 'x/a.md'),
        '<p data-line="0" class="code-line">See <a class="claimwright-link claimwright-found" title="stones hold heat\nlikely · claim · y" href="../y/stones%20hold%20heat.md">stones</a> <span class="claimwright-confidence" title="Confidence: likely">likely</span> and <a class="claimwright-link claimwright-found" title="b c\nx" href="./b%20c.md">b c</a>.</p>\n',
      );
      assert.ok(!rendered(files, 'x/a.md', { confidence: false }).includes('confidence'));
    });

    it('says why one leads nowhere', () => {
      const files = {
        'a.md': '[[gone]] [[twin]] [[b#Gone]] [[b#^gone]] [[Title of b]]\n',
        'x/twin.md': '',
        'y/twin.md': '',
        'b.md': '# Title of b\n',
      };
      const kinds = linksOf(files).map(({ kind, href, title }) => [kind, href, title]);
      assert.deepEqual(kinds, [
        ['missing', null, 'No note or file is called “gone”.'],
        ['ambiguous', null, '2 notes may be meant by “twin”:\nx/twin.md\ny/twin.md'],
        ['no-place', './b.md', 'Title of b\nIt has no heading “Gone”.'],
        ['no-place', './b.md', 'Title of b\nIt has no block “gone”.'],
        ['near', './b.md', 'Title of b'],
      ]);
      assert.match(
        rendered(files),
        /<a class="claimwright-link claimwright-missing" title="No note or file is called “gone”." role="link" aria-disabled="true">gone<\/a>/u,
      );
    });

    it('leads to headings as VS Code calls them, and to blocks', () => {
      const files = {
        'a.md':
          '[[b#Söme Thing! else]] [[#Own]] [[b#See x]] [[b#^one]] [[a]]\n\n# Own\n\nText ^two\n\n- Item ^three\n',
        'b.md': '# Söme Thing! else\n\n# See [[a|x]]\n\nText. ^one\n',
      };
      assert.deepEqual(
        linksOf(files).map(({ href }) => href),
        ['./b.md#s%C3%B6me-thing-else', './a.md#own', './b.md', './b.md#%5Eone', './a.md'],
      );
      const own = rendered(files);
      assert.ok(own.includes('<h1 data-line="2" class="code-line" id="own">'), own);
      assert.ok(own.includes('<p id="%5Etwo" data-line="4" class="code-line">Text</p>'), own);
      assert.match(own, /<li id="%5Ethree"[^>]*>Item<\/li>/u);
      // A heading that holds a link is called by what is shown.
      const heading = { ...files, 'a.md': '[[b#See a x]]\n' };
      assert.equal(linksOf(heading)[0]?.href, './b.md#see-x');
    });

    it('shows the words of an alias, of a path, and none of what code or an escape holds', () => {
      const files = {
        'a.md': '[[x/b]] [[b#H]] [[#H]] [[b|]] `[[b]]` \\[[b]] [[b\\|in a table]]\n\n# H\n',
        'x/b.md': '# H\n',
      };
      const words = [...rendered(files).matchAll(/<a [^>]*>([^<]*)<\/a>/gu)].map(each => each[1]);
      assert.deepEqual(words, ['x/b', 'b &gt; H', 'H', 'b', 'in a table']);
    });

    it('keeps links in tables apart from cells', () => {
      const files = { 'a.md': '| a | b |\n| - | - |\n| [[b\\|c]] | d |\n', 'b.md': '' };
      assert.match(rendered(files), /<td><a [^>]*>c<\/a><\/td>\n<td>d<\/td>/u);
    });

    it('puts no link into another one', () => {
      const files = {
        'a.md': '<a href="x">see [[b]]</a> [![[i.png]]](b.md) [c [[b]]](x)\n',
        'b.md': '',
        'i.png': '',
      };
      const text = rendered(files);
      assert.ok(
        text.includes('see <span class="claimwright-unknown" title="b">b</span></a>'),
        text,
      );
      // Of links in each other Markdown takes the inner one.
      assert.match(text, /\[c <a [^>]*>b<\/a>\]\(x\)/u);
      assert.ok(text.includes('<a href="b.md"><img src="./i.png" alt="i.png"></a>'), text);
    });

    it('looks like text while notes are read', () => {
      const text = rendered({ 'a.md': '[[b|c]]\n', 'b.md': '' }, 'a.md', { known: false });
      assert.ok(
        text.includes(
          '<span class="claimwright-unknown" title="Not all notes are read yet.">c</span>',
        ),
        text,
      );
    });
  });

  describe('of anything else than a note of a vault', () => {
    it('is what it is without the plugin', () => {
      const text =
        '# [[a|b]] *c*\n\n[[x]](y.md) ![[z.png]] [[*e*]] text ^id\n\n[[r]]\n\n![[note]]\n\n[r]: https://x.org\n';
      const plain = html(text, md => md, 'out.md');
      assert.equal(
        html(text, md => wikiLinks(md, () => null), 'out.md'),
        plain,
      );
      assert.ok(plain.includes('<a href="y.md">[x]</a>'));
    });
  });

  describe('of embeds', () => {
    const NOTE =
      '---\ntype: claim\nconfidence: proven\n---\n# B\n\nTop [[c]].\n\n## Part\n\nSaid ![i](i.png) [m](m.md#x) [s](#part) [w](https://x.org).\n\n## Other\n\nA block. ^one\n';
    const files = (embed: string, more: Files = {}): Files => ({
      'a.md': `Before.\n\n${embed}\n\nBehind.\n`,
      'x/b.md': NOTE,
      'x/c.md': '# C\n',
      'x/i.png': '',
      ...more,
    });

    it('shows the whole note, its links from its own place, and no anchors or lines of its own', () => {
      const text = rendered(files('![[b]]'));
      assert.ok(
        text.startsWith(
          '<p data-line="0" class="code-line">Before.</p>\n<div class="claimwright-block code-line" data-line="2"><div class="claimwright-embed" role="group" aria-label="Embedded: B">\n' +
            '<div class="claimwright-embed-title"><a href="./x/b.md" data-href="./x/b.md" title="B\nproven · claim · x">B</a> <span class="claimwright-confidence" title="Confidence: proven">proven</span></div>\n',
        ),
        text,
      );
      assert.ok(text.includes('href="./x/c.md">c</a>'), text);
      assert.ok(text.includes('<img src="./x/i.png" alt="i">'), text);
      assert.ok(text.includes('<a href="./x/m.md#x">m</a>'), text);
      assert.ok(text.includes('<a href="./x/b.md#part">s</a>'), text);
      assert.ok(text.includes('<a href="https://x.org">w</a>'), text);
      assert.ok(text.includes('<h2 class="">Part</h2>') || text.includes('<h2>Part</h2>'), text);
      assert.ok(!text.includes('^one') && !text.includes('id="%5Eone"'), text);
      assert.ok(!text.includes('confidence: proven'), text);
    });

    it('shows a section, or a block', () => {
      const section = rendered(files('![[b#Part]]'));
      assert.ok(section.includes('Part</h2>') && !section.includes('Other'), section);
      assert.ok(section.includes('href="./x/b.md#part"'), section);
      const block = rendered(files('![[b#^one]]'));
      assert.ok(block.includes('A block.') && !block.includes('Part'), block);
    });

    it('shows an image, with its size or what stands for it', () => {
      const more = { 'x/i.png': '' };
      assert.ok(rendered(files('![[i.png]]', more)).includes('<img src="./x/i.png" alt="i.png">'));
      assert.ok(
        rendered(files('![[i.png|300x20]]', more)).includes(
          '<img src="./x/i.png" alt="i.png" width="300" height="20">',
        ),
      );
      assert.ok(rendered(files('![[i.png|a sketch]]', more)).includes('alt="a sketch">'));
    });

    it('ends where a note embeds itself, at any remove', () => {
      const round = { 'x/b.md': 'One. ![[c]]\n', 'x/c.md': 'Two. ![[b]]\n' };
      const text = rendered(files('![[b]]', round));
      assert.equal(text.split('One.').length, 2, text);
      assert.equal(text.split('Two.').length, 2, text);
      assert.match(text, /title="b\nx\nIt embeds itself\." href="\.\/x\/b\.md"/u);
      const own = rendered({ 'a.md': '# H\n\n![[#Part]]\n\n## Part\n\nSaid ![[a]].\n' });
      assert.equal(own.split('Said').length, 3, own);
      assert.match(own, /It embeds itself\./u);
    });

    it('goes three notes deep, and no deeper', () => {
      const deep: Record<string, string> = { 'a.md': '![[n1]]\n' };
      for (let at = 1; at < 6; at++) deep[`n${at}.md`] = `Text ${at}.\n\n![[n${at + 1}]]\n`;
      const text = rendered({ ...deep, 'n6.md': '' });
      assert.ok(text.includes('Text 3.') && !text.includes('Text 4.'), text);
      assert.match(text, /It stands more than 3 embedded notes deep\./u);
    });

    it('is bounded in what one note, and all of them, bring', () => {
      const long = `${'Words of a paragraph.\n\n'.repeat(5000)}End.\n`;
      const { embed } = link({ 'a.md': '![[b]]\n', 'b.md': long }, 'b');
      assert.ok(embed?.kind === 'text' && embed.cut && embed.text.length <= 20_000);
      assert.ok(embed.text.endsWith('paragraph.'));
      assert.ok(
        rendered({ 'a.md': '![[b]]\n', 'b.md': long }).includes('The rest stands in the note.'),
      );
      const many: Record<string, string> = { 'a.md': '' };
      for (let at = 0; at < 100; at++) {
        many['a.md'] += `![[n${at}]]\n\n`;
        many[`n${at}.md`] = long;
      }
      const all = linksOf(many).map(each => each.embed);
      const size = all.reduce(
        (sum, each) => sum + (each?.kind === 'text' ? each.text.length : 0),
        0,
      );
      assert.ok(size <= 200_000, String(size));
      assert.ok(all.some(each => each?.kind === 'refused'));
      const few = Object.fromEntries(
        Object.keys(many).map(path => [path, path === 'a.md' ? (many[path] ?? '') : 'x\n']),
      );
      assert.equal(linksOf(few).filter(each => each.embed?.kind === 'text').length, 50);
    });

    it('is a link in the middle of a heading as of a line, and never breaks a paragraph', () => {
      const text = rendered(files('See ![[b#^one]] here'));
      assert.match(
        text,
        /<div class="claimwright-block code-line" data-line="2">See <div [\s\S]*<\/div> here<\/div>/u,
      );
      const list = rendered(files('- ![[b#^one]]'));
      assert.match(list, /<li data-line="2" class="code-line"><div class="claimwright-embed"/u);
    });
  });

  it('works out the anchors of a note once, however many links lead to its headings', () => {
    const all = Array.from({ length: 1000 }, (_, at) => `heading number ${at}`);
    const files = {
      'a.md': all.map(each => `[[b#${each}]]`).join('\n'),
      'b.md': all.map(each => `## ${each}\n`).join('\n'),
    };
    const before = process.cpuUsage();
    assert.equal(linksOf(files).filter(({ kind }) => kind === 'found').length, 1000);
    // Milliseconds; anew for each link it is ten times as much.
    assert.ok(process.cpuUsage(before).user / 1000 < 1500);
  });

  it('takes nothing of a title, an alias or a target for HTML, and no address but a path', () => {
    const evil = '"><script>alert(1)</script>';
    const files = {
      'a.md': `[[b|${evil}]] [[c${evil}]] ![[b]] [[b#${evil}]] [[command:x]] [[javascript:alert(1)|j]]\n`,
      'b.md': `---\ntype: claim\nconfidence: '${evil}'\n---\n# ${evil}\n`,
      'javascript:alert(1).md': '',
      'command:x.md': '',
      'x\ud800.md': '',
    };
    const text = rendered(files);
    const embed = text.indexOf('claimwright-embed-title');
    // The text of the note is Markdown as it is in its own preview; everything around it is not.
    const around = text.replace(/<h1[\s\S]*?<\/h1>/gu, '');
    assert.ok(embed > 0 && !around.includes('<script'), text);
    for (const { href } of linksOf(files)) assert.match(href ?? './', /^\.{1,2}\//u);
    assert.ok(!/(?:href|src)="(?:command|javascript|data):/iu.test(text), text);
  });
});
