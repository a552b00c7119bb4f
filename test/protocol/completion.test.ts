/** What completion offers in a link, in which order, and how an editor is told to show it. */
import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const CLAIM = `---
type: claim
domain: baking
description: "Why patience pays"
confidence: likely
source: "A baker"
created: 2026-01-02
---

# Slow bread, warm kitchen

Enzymes need a night.
`;

describe('completion', () => {
  let client: LspClient;

  before(async () => {
    const many = Array.from({ length: 80 }, (_, at) => [`many/harbour report ${at}.md`, 'Text.']);
    client = await serve({
      'domains/baking/slow bread, warm kitchen, better taste.md': CLAIM,
      'domains/baking/warm kitchen.md': 'Text.',
      'domains/baking/same name.md': 'Text.',
      'domains/cooking/same name.md': 'Text.',
      'inbox/slow ferments make bread taste of more than flour.md': 'Text.',
      'figure.png': 'x',
      'linked.md': 'See [[writing]].',
      'writing.md': 'See [[warm kitchen]].',
      ...Object.fromEntries(many),
    });
  });
  after(cleanUp);

  const offered = async (marked: string, name = 'writing.md'): Promise<CompletionList | null> =>
    client.completion(name, ...(await client.show(name, marked)));
  const items = async (marked: string, name?: string): Promise<CompletionItem[]> =>
    (await offered(marked, name))?.items ?? [];
  const targets = async (marked: string, name?: string) =>
    (await items(marked, name)).map(item => item.textEdit?.newText.replace(/\]\]$/u, ''));

  it('finds notes by words from anywhere in the name, behind blanks and commas too', async () => {
    const slow = 'slow bread, warm kitchen, better taste';
    for (const typed of [
      'slow',
      'slow ',
      'slow bread,',
      'slow bread, ',
      'kitchen better',
      'TASTE be',
    ]) {
      assert.ok((await targets(`See [[${typed}‸`)).includes(slow), typed);
    }
    assert.equal((await targets('[[bread, warm kit‸'))[0], slow);
    assert.deepEqual((await targets('[[warm kitchen‸')).slice(0, 2), ['warm kitchen', slow]);
  });

  it('keeps its order in the editor: every entry answers to what was typed', async () => {
    for (const typed of ['kitchen', 'bread slow', 'slow bread, ', ' warm']) {
      const list = await offered(`A [[${typed}‸ and more`);
      assert.equal(list?.isIncomplete, true);
      assert.ok((list?.items.length ?? 0) > 0);
      for (const [index, item] of (list?.items ?? []).entries()) {
        assert.equal(item.filterText, typed);
        assert.equal(item.sortText, String(index).padStart(3, '0'));
        const edit = item.textEdit;
        assert.ok(edit !== undefined && 'range' in edit);
        assert.deepEqual(edit.range.start, { line: 0, character: 4 });
        assert.ok(edit.range.end.character >= 4 + typed.length);
        assert.equal(edit.range.end.line, 0);
      }
    }
  });

  it('offers fifty at most, and asks to be asked again', async () => {
    for (const typed of ['', 'harbour', 'report 7']) {
      const list = await offered(`[[${typed}‸`);
      assert.equal(list?.isIncomplete, true);
      assert.ok((list?.items.length ?? 0) <= 50, typed);
    }
    assert.equal((await items('[[harbour‸')).length, 50);
    assert.equal((await targets('[[harbour report 77‸'))[0], 'harbour report 77');
  });

  it('offers what the note links to and what links to it before anything is typed', async () => {
    const first = (await targets('Seen: [[warm kitchen]], then [[‸')).slice(0, 2);
    assert.deepEqual(first, ['warm kitchen', 'linked']);
  });

  it('never offers the note itself, nor files that are no notes', async () => {
    assert.ok(!(await targets('[[writing‸')).includes('writing'));
    assert.ok(!(await targets('[[figure‸')).some(target => target?.startsWith('figure')));
  });

  it('answers with nothing to what nothing is like', async () => {
    assert.deepEqual((await offered('[[zzzzqqqq‸'))?.items, []);
  });

  it('puts the folder before a name that stands in several', async () => {
    const both = ['baking/same name', 'cooking/same name'];
    assert.deepEqual((await targets('[[same name‸')).slice(0, 2).sort(), both);
    const inside = await targets('[[same name‸', 'domains/baking/new.md');
    assert.deepEqual(inside.slice(0, 2).sort(), both);
  });

  it('shows title, type, confidence and folder, and the rest when an entry is chosen', async () => {
    const item = (await items('[[slow bread‸'))[0];
    assert.ok(item !== undefined);
    assert.equal(item.label, 'slow bread, warm kitchen, better taste');
    assert.equal(item.labelDetails?.description, 'likely · claim · domains/baking');
    assert.equal(item.documentation, undefined);
    const resolved: CompletionItem = await client.connection.sendRequest(
      'completionItem/resolve',
      item,
    );
    assert.equal(resolved.detail, 'domains/baking/slow bread, warm kitchen, better taste.md');
    const { kind, value } = resolved.documentation as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /Why patience pays/u);
    assert.match(value, /Enzymes need a night/u);
    assert.deepEqual(resolved.textEdit, item.textEdit);
  });

  it('resolves entries of notes that are gone, and items that are not its own', async () => {
    for (const data of [
      undefined,
      7,
      [],
      ['/nowhere', 'a.md'],
      [client.root, 'gone.md'],
      [{}, null],
    ]) {
      const item = { label: 'x', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    }
  });

  it('offers notes that are not saved yet, and no more when they are closed', async () => {
    await client.open('brand new idea.md', 'Text.');
    assert.equal((await targets('[[brand new‸'))[0], 'brand new idea');
    await client.close('brand new idea.md');
    assert.ok(!(await targets('[[brand new‸')).includes('brand new idea'));
  });

  const silent: Readonly<Record<string, string>> = {
    'outside of links': 'warm ‸',
    'behind a single bracket': '[warm‸',
    'behind a closed link': '[[warm]]‸',
    'behind an escaped bracket': '\\[[warm‸',
    'behind the bar of a link that leads nowhere': '[[no such kitchen|warm‸',
    'behind the bar of one in a table': '| [[no such kitchen\\|warm‸]] |',
    'behind the heading mark': '[[warm kitchen#warm‸]]',
    'in a code span': 'Text `[[warm‸` text',
    'in a fence': '```\n[[warm‸\n```\n',
    'in an unclosed fence': '~~~js\n[[warm‸',
    'in indented code': 'Text.\n\n    [[warm‸\n',
    'on the next line': '[[warm\n‸',
  };
  for (const [where, marked] of Object.entries(silent)) {
    it(`offers nothing ${where}`, async () => {
      assert.deepEqual((await items(marked)).length, 0);
    });
  }
});
