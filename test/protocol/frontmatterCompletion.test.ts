/** How an editor is told of completion in front matter: what it shows, what it puts in, and when a list opens by itself. */
import assert from 'node:assert/strict';
import type {
  CompletionContext,
  CompletionItem,
  CompletionList,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const asked: CompletionContext = { triggerKind: 1 };
const blank: CompletionContext = { triggerKind: 2, triggerCharacter: ' ' };
const again: CompletionContext = { triggerKind: 3 };

const FILES = {
  'domains/baking/rye bread rises slowly.md': `---
type: claim
domain: baking
confidence: likely
tags: [rye]
---
`,
  'inbox/queue/rye notes.md': '---\ntype: source\n---\n',
  'domains/baking/new.md': '',
};

describe('completion in front matter', () => {
  let client: LspClient;
  afterEach(cleanUp);

  const start = async (capabilities: object, initializationOptions?: object) => {
    client = await serve(FILES, {
      capabilities: { textDocument: { completion: { completionItem: capabilities } } },
      initializationOptions,
    });
  };
  const offered = async (
    marked: string,
    context: CompletionContext = asked,
    name = 'domains/baking/new.md',
  ): Promise<CompletionList | null> => {
    const [line, character] = await client.show(name, marked);
    return client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: client.uri(name) },
      position: { line, character },
      context,
    });
  };
  const item = async (marked: string, label: string): Promise<CompletionItem> => {
    const found = (await offered(marked))?.items.find(each => each.label === label);
    assert.ok(found !== undefined, `${label} is not offered`);
    return found;
  };
  const accepted = ({ textEdit, additionalTextEdits = [] }: CompletionItem): string => {
    assert.ok(textEdit !== undefined && 'range' in textEdit);
    const before = client.document('domains/baking/new.md');
    return TextDocument.applyEdits(before, [...additionalTextEdits, textEdit]);
  };

  it('opens the next list for a client that names its command, and writes snippets if it can', async () => {
    await start({ labelDetailsSupport: true, snippetSupport: true }, { suggestCommand: 'suggest' });
    const key = await item('---\ntype: claim\nconf‸\n---\n', 'confidence');
    assert.deepEqual(key.command, {
      title: 'Suggest',
      command: 'suggest',
      arguments: [{ auto: true }],
    });
    assert.equal(key.labelDetails?.description, 'required · choice');
    assert.match((key.documentation as MarkupContent).value, /\*\*proven\*\*: It was tested/u);
    const text = await item('---\ntype: claim\ndesc‸\n---\n', 'description');
    assert.equal(text.command, undefined);
    const tags = await item('---\ntype: claim\nta‸\n---\n', 'tags');
    assert.deepEqual([tags.insertTextFormat, tags.textEdit?.newText], [2, 'tags: [$0]']);
    const block = await item('-‸\n', 'New claim');
    assert.equal(block.insertTextFormat, 2);
    assert.equal(block.preselect, true);
    assert.match(block.textEdit?.newText ?? '', /\nconfidence: \$\{3\|experimental,proven,/u);
  });

  it('writes plain text and names no command for a client that told of neither', async () => {
    await start({});
    const key = await item('---\ntype: claim\nconf‸\n---\n', 'confidence');
    assert.equal(key.command, undefined);
    assert.equal(key.detail, 'required · choice');
    assert.equal(accepted(key), '---\ntype: claim\nconfidence: \n---\n');
    const tags = await item('---\ntype: claim\nta‸\n---\n', 'tags');
    assert.equal(tags.insertTextFormat, 1);
    assert.equal(accepted(tags), '---\ntype: claim\ntags:\n  - \n---\n');
    const block = accepted(await item('\n\n‸', 'New claim'));
    assert.match(block, /^---\ntype: claim\ndomain: baking\n[^$]*\n---\n\n# \n?$/u);
    assert.match(block, /^created: \d{4}-\d\d-\d\d$/mu);
  });

  it('opens behind a blank where one word of a few is due, and not where a line may end', async () => {
    await start({ labelDetailsSupport: true });
    const open = async (field: string, context = blank) =>
      (await offered(`---\ntype: claim\n${field}‸\n---\n`, context))?.items.length ?? 0;
    assert.equal(await open('confidence: '), 4);
    assert.ok((await open('created: ')) > 0);
    assert.equal(await open('supports:\n  - '), 0);
    assert.ok((await open('supports:\n  - ', asked)) > 0);
    assert.ok((await open('supports:\n  - r', again)) > 0);
    assert.equal(await open('tags: '), 0);
    assert.equal(await open('description: '), 0);
    assert.equal(await open('description: proven '), 0);
    assert.equal(await open('confidence: likel', again), 4);
    assert.equal(await open('confidence: likely', again), 0);
    assert.equal(await open('confidence: likely', asked), 4);
  });

  it('chooses the word that stands there, so that Enter changes nothing', async () => {
    await start({ labelDetailsSupport: true });
    const items = (await offered('---\ntype: claim\nconfidence: likely‸\n---\n'))?.items ?? [];
    assert.deepEqual(
      items.filter(each => each.preselect).map(each => each.label),
      ['likely'],
    );
    assert.deepEqual(new Set(items.map(each => each.filterText)), new Set(['likely']));
  });

  it('previews the notes of a relation, and keeps their order', async () => {
    await start({ labelDetailsSupport: true });
    const list = await offered('---\ntype: claim\nsupports:\n  - rye‸\n---\n');
    assert.deepEqual(
      list?.items.map(each => each.label),
      ['rye bread rises slowly'],
    );
    const [first] = list?.items ?? [];
    assert.equal(first?.filterText, 'rye');
    const resolved: CompletionItem = await client.connection.sendRequest(
      'completionItem/resolve',
      first,
    );
    assert.equal(resolved.detail, 'domains/baking/rye bread rises slowly.md');
  });

  it('takes the blank and the quote before a list with it, and still finds what was typed', async () => {
    await start({ labelDetailsSupport: true });
    const note = await item('---\ntype: claim\nsupports: "rye‸\n---\n', 'rye bread rises slowly');
    assert.equal(accepted(note), '---\ntype: claim\nsupports:\n  - rye bread rises slowly\n---\n');
    assert.equal(note.filterText, ' "rye');
    const tag = await item('---\ntype: claim\ntags: "r‸\n---\n', 'rye');
    assert.equal(accepted(tag), '---\ntype: claim\ntags: [rye]\n---\n');
    assert.equal(tag.filterText, '"rye');
  });

  it('shows what a vault holds as text', async () => {
    await start({ labelDetailsSupport: true });
    await client.open('a.md', '---\ntype: x\n"<b>[a](http://b)": 1\n---\n');
    const list = await offered('---\ntype: x\n‸\n---\n');
    const shown = list?.items.find(each => each.label.startsWith('<b>'));
    assert.equal(shown?.textEdit?.newText, '"<b>[a](http://b)": ');
    assert.equal(shown?.documentation, undefined);
  });

  it('never fails, wherever the cursor stands in whatever is half-typed', async () => {
    await start({ labelDetailsSupport: true, snippetSupport: true });
    const text = `\uFEFF---\r\ntype: "claim\r\ntags: [a, 'b, {c: [d]}, "e\r\nsupports:\r\n  - [[x\r\n  - - y\r\n? z\r\n: {a\r\n&a *b !c |\r\n---\r\n# x\r\n`;
    for (let at = 0; at <= text.length; at++) {
      await offered(`${text.slice(0, at)}‸${text.slice(at)}`);
    }
  });
});
