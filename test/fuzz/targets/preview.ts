/** What a note shows in the Markdown preview and in hovers: words and places in the vault, nothing that runs or is fetched. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import markdownIt, { type Token } from 'markdown-it';
import { byWritten } from '../../../client/preview/shown';
import { wikiLinks } from '../../../client/preview/wiki-links';
import { hover } from '../../../server/core/features/navigation/hover';
import { encoded } from '../../../server/core/features/preview/encodedPath';
import { preview as previewOf } from '../../../server/core/features/preview/preview';
import { Vault } from '../../../server/core/vault/Vault';
import { hoverText } from '../../../server/lsp/hoverText';
import { target } from '../Target';

/** Without links and images of Markdown itself, which are VS Code's to judge. */
const PIECES = [
  ...[
    '[[',
    ']]',
    '![[',
    '|',
    '#',
    '^',
    'a',
    'b',
    'x.png',
    'a.md',
    'javascript:alert(1)',
    'command:x',
  ],
  ...[
    'https://evil.example/x.png',
    '//evil.example',
    'data:text/html,x',
    '"><script>',
    "' onerror=",
  ],
  ...[
    '<img src=x>',
    '&quot;',
    '&#58;',
    '%00',
    '%2f',
    '\\',
    '`',
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    ' ',
  ],
  ...['vscode:', 'file:///etc', '\u202e', '\0', '🍞', '{', '*', '_', '~~', '$', '\u2028', '\ud800'],
];
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map(all => all.join(''));
const FOLDERS = ['', 'c/', 'javascript:x/', '"x/', '<b>/', 'command:y/', '%2e%2e/'];

const file = fc.tuple(
  fc.constantFrom(...FOLDERS),
  fc.oneof(fc.constantFrom('a', 'b', 'x', 'javascript:alert(1)', 'command:x'), words),
  fc.constantFrom('.md', '.md', '.md', '.png'),
  words,
);

const input = fc.record({
  files: fc.array(file, { maxLength: 5 }),
  title: words,
  body: words,
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

const PATH = 'c/note.md';

export function assertHarmless({ files, title, body: words }: Input): void {
  const body = `${words}\n\n[[said]] ![[said]]\n`;
  const texts = new Map<string, string | null>();
  for (const [folder, name, end, text] of files)
    if (name !== '')
      texts.set(folder + name.replaceAll('/', '') + end, end === '.png' ? null : text);
  const own = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\n---\n${body}`;
  texts.set(PATH, own);
  texts.set('c/said.md', own);
  const vault = new Vault();
  vault.apply([...texts].map(([path, text]) => ({ kind: 'set', path, text })));
  const read = (path: string) => texts.get(path) ?? null;
  const links = byWritten(previewOf(vault, PATH, read));
  const md = wikiLinks(markdownIt(), () => ({ links, confidence: true, embedded: false }));
  const html = md.render(body, { currentDocument: PATH });
  for (const [, name = '', written = ''] of html.matchAll(/\s(href|src|data-href)="([^"]*)"/gu))
    assert.match(written, /^\.{1,2}\//u, `${name} leads to ${written}`);
  // Only what the plugin and the parser make themselves; what authors write is escaped.
  for (const [, tag = ''] of html.matchAll(/<\/?([a-z0-9]+)/giu))
    assert.match(tag, TAGS, `a tag ${tag}`);
  for (const offset of [...own.matchAll(/\[\[/gu)].map(({ index }) => index + 2))
    assertHover(vault, offset, read);
}

const TAGS = /^(?:p|a|span|div|em|strong|s|code|pre|blockquote|ul|ol|li|h[1-6]|hr|br|img)$/u;
const plain = markdownIt({ html: true, linkify: true });

/** A hover is Markdown, in which nothing may be but words, emphasis, lists and links to notes. */
function assertHover(vault: Vault, offset: number, read: (path: string) => string | null): void {
  const found = hover(vault, PATH, offset, read);
  if (found === null) return;
  const shown = hoverText(found, path => `file:///vault/${encoded(path)}`);
  const look = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      assert.ok(!/^(?:image|html|code|fence)/u.test(token.type), `${token.type} in ${shown}`);
      if (token.type === 'link_open')
        assert.match(String(token.attrGet('href')), /^file:\/\/\/vault\//u, shown);
      look(token.children ?? []);
    }
  };
  look(plain.parse(shown, {}));
}

export const preview = target({
  name: 'preview',
  feeds:
    'previews and hovers of notes whose names, titles, links and texts are scripts, addresses, commands and marks of HTML',
  holds:
    'addresses begin with `./` or `../`, no tag but those of Markdown is there, hovers link to notes and nowhere else',
  weight: 8,
  input,
  check: assertHarmless,
});
