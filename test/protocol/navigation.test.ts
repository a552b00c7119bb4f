/** Finding one's way as an editor asks for it: references, links, symbols, folding and selection. */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const FILES = {
  'food/b.md':
    '---\ntitle: Whole title\naliases: [Loaf]\n---\r\n# Whole title\n\n## 🍞 Crust\n\nText. ^id\n',
  'a.md': '---\nsupports: [b]\n---\n🍞 [[b#🍞 Crust|x]] and [[b]].\n',
  'figure.png': 'x',
};

describe('navigation', () => {
  let client: LspClient;

  before(async () => {
    client = await serve(FILES);
  });
  after(cleanUp);

  const path = (uri: string) => uri.slice(client.uri('.').length + 1);
  const range = ({ start, end }: lsp.Range) =>
    `${start.line}:${start.character}-${end.line}:${end.character}`;

  function request<Answer>(method: string, params: object, by = client): Promise<Answer> {
    return by.connection.sendRequest(method, params);
  }

  function of<Answer>(method: string, name: string, by = client): Promise<Answer> {
    return request(`textDocument/${method}`, { textDocument: { uri: by.uri(name) } }, by);
  }

  async function references(marked: string, includeDeclaration: boolean): Promise<string[]> {
    const [line, character] = await client.show('writing.md', marked);
    const found = await request<lsp.Location[] | null>('textDocument/references', {
      textDocument: { uri: client.uri('writing.md') },
      position: { line, character },
      context: { includeDeclaration },
    });
    return (found ?? []).map(each => `${path(each.uri)} ${range(each.range)}`);
  }

  it('tells the references of a note, with what they lead to where that is asked for', async () => {
    const links = ['a.md 1:11-1:12', 'a.md 3:5-3:15', 'a.md 3:26-3:27', 'writing.md 0:2-0:3'];
    assert.deepEqual(await references('[[b‸]]', false), links);
    assert.deepEqual(await references('[[b‸]]', true), ['food/b.md 4:0-4:13', ...links]);
  });

  it('tells the references of a heading, with the link as it is typed', async () => {
    assert.deepEqual(await references('🍞 [[b#🍞 cr‸ust]]', true), [
      'food/b.md 6:0-6:11',
      'a.md 3:5-3:15',
      'writing.md 0:5-0:15',
    ]);
  });

  it('tells no references where no link leads', async () => {
    assert.deepEqual(await references('\nTe‸xt', true), []);
  });

  it('links targets, with the place where they lead', async () => {
    await client.show(
      'writing.md',
      '‸[[b#^id|x]] ![[figure.png]] [[nowhere]]\n[m](food/b.md#🍞%20crust)',
    );
    const links = await of<lsp.DocumentLink[]>('documentLink', 'writing.md');
    assert.deepEqual(
      links.map(each => [range(each.range), path(each.target ?? ''), each.tooltip]),
      [
        ['0:2-0:7', 'food/b.md#9,1', 'Whole title'],
        ['0:15-0:25', 'figure.png', 'figure.png'],
        ['1:4-1:24', 'food/b.md#7,1', 'Whole title'],
      ],
    );
  });

  it('tells the outline', async () => {
    const symbols = await of<lsp.DocumentSymbol[]>('documentSymbol', 'food/b.md');
    const told = (all: readonly lsp.DocumentSymbol[]): unknown[] =>
      all.map(each => [
        `${each.name}, ${each.detail}`,
        range(each.range),
        range(each.selectionRange),
        ...told(each.children ?? []),
      ]);
    assert.deepEqual(told(symbols), [
      ['Front matter, Whole title', '0:0-4:0', '1:7-1:18'],
      [
        'Whole title, undefined',
        '4:0-9:0',
        '4:0-4:13',
        ['🍞 Crust, undefined', '6:0-9:0', '6:0-6:11', ['^id, undefined', '8:0-8:9', '8:6-8:9']],
      ],
    ]);
  });

  it('finds notes, aliases and headings, also in what is typed just now', async () => {
    const found = async (query: string, by = client) => {
      const symbols = await request<lsp.SymbolInformation[]>('workspace/symbol', { query }, by);
      return symbols.map(
        ({ name, kind, containerName, location }) =>
          `${name} | ${kind} | ${containerName} | ${location.uri.slice(by.uri('.').length + 1)} ${range(location.range)}`,
      );
    };
    const file = 'food/b.md';
    assert.deepEqual(await found('title whole'), [`Whole title | 1 | food | ${file} 4:0-4:13`]);
    assert.deepEqual(await found('loaf'), [`Loaf | 20 | Whole title | ${file} 2:10-2:14`]);
    assert.deepEqual(await found('crusst'), [`🍞 Crust | 15 | Whole title | ${file} 6:0-6:11`]);
    await client.show('writing.md', '‸## Zeppelins above');
    assert.deepEqual(await found('zeppelins'), [
      'Zeppelins above | 15 | writing | writing.md 0:0-0:18',
    ]);
    await client.show('writing.md', '‸Nothing');
    assert.deepEqual(await found('zeppelins'), []);
    assert.ok((await found('')).length >= 2);
    const other = await serve(FILES, { initializationOptions: { listsHeadings: true } });
    assert.deepEqual(await found('crust', other), [
      `## 🍞 Crust | 15 | undefined | ${file} 6:0-6:11`,
    ]);
  });

  it('leaves the outline to a client that has one', async () => {
    const other = await serve(FILES, { initializationOptions: { listsHeadings: true } });
    assert.equal(other.initialized?.capabilities.documentSymbolProvider, false);
    assert.equal(client.initialized?.capabilities.documentSymbolProvider, true);
  });

  it('folds front matter and sections', async () => {
    const ranges = await of<lsp.FoldingRange[]>('foldingRange', 'food/b.md');
    assert.deepEqual(ranges, [
      { startLine: 0, endLine: 3, kind: 'region' },
      { startLine: 4, endLine: 8 },
      { startLine: 6, endLine: 8 },
    ]);
  });

  it('widens several selections', async () => {
    await client.show('writing.md', '‸# One\n\nA [[b]].\n');
    const positions = [
      { line: 2, character: 5 },
      { line: 0, character: 2 },
    ];
    const textDocument = { uri: client.uri('writing.md') };
    const method = 'textDocument/selectionRange';
    const found = await request<lsp.SelectionRange[]>(method, { textDocument, positions });
    const chain = (each: lsp.SelectionRange | undefined): string[] =>
      each === undefined ? [] : [range(each.range), ...chain(each.parent)];
    assert.deepEqual(found.map(chain), [
      ['2:4-2:5', '2:2-2:7', '2:0-2:8', '0:0-3:0'],
      ['0:2-0:5', '0:0-0:5', '0:0-3:0'],
    ]);
  });

  it('answers nothing outside of notes, and an empty selection in an empty one', async () => {
    for (const method of ['documentLink', 'documentSymbol', 'foldingRange'])
      assert.equal(await of(method, 'figure.png'), null, method);
    await client.show('writing.md', '‸');
    const textDocument = { uri: client.uri('writing.md') };
    const zero = { line: 0, character: 0 };
    const params = { textDocument, positions: [zero] };
    const found = await request('textDocument/selectionRange', params);
    assert.deepEqual(found, [{ range: { start: zero, end: zero } }]);
  });
});
