/** Completion of the parts of a link besides its target, as it comes over the wire. */
import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const MANY = Array.from({ length: 80 }, (_, at) => `## Part ${at}\n\nWords ${at}. ^id-${at}\n`);

describe('completion of the parts of a link', () => {
  let client: LspClient;

  before(async () => {
    client = await serve({
      'bread/rye loaf.md': `# Rye\n\n${MANY.join('\n')}`,
      'bread/crumb.png': 'x',
      'other.md': 'See [[a loaf to come]] and [[rye loaf|the loaf]].',
      'writing.md': 'Text.',
    });
  });
  after(cleanUp);

  const offered = async (marked: string): Promise<CompletionList> => {
    const list = await client.completion(
      'writing.md',
      ...(await client.show('writing.md', marked)),
    );
    assert.ok(list, marked);
    return list;
  };

  it('is asked for behind the marks that begin a part', () => {
    const { triggerCharacters = [] } = client.initialized?.capabilities.completionProvider ?? {};
    for (const mark of '[#^|(/<') assert.ok(triggerCharacters.includes(mark), mark);
  });

  it('offers fifty at most, each of which answers to what was typed', async () => {
    for (const typed of [
      '[[rye loaf#',
      '[[rye loaf#part',
      '[[rye loaf#^',
      '[[rye loaf#^words',
      '[x](bread/rye%20loaf.md#part',
    ]) {
      const { items, isIncomplete } = await offered(`A ${typed}‸`);
      assert.equal(items.length, 50, typed);
      assert.equal(isIncomplete, true);
      const part = /[#]([^#]*)$/u.exec(typed)?.[1];
      for (const item of items) assert.equal(item.filterText ?? '', part, typed);
    }
  });

  it('reads the words of blocks from the note, also where it is not open', async () => {
    const { items } = await offered('[[rye loaf#^words 77‸]]');
    assert.deepEqual(
      items.map(({ label, labelDetails, textEdit }) => [
        label,
        labelDetails?.description,
        textEdit?.newText,
      ]),
      [['Words 77.', '^id-77', '^id-77]]']],
    );
  });

  it('tells by kind what an entry is', async () => {
    const kindOf = async (marked: string) => (await offered(marked)).items[0]?.kind;
    assert.equal(await kindOf('[[rye loaf#‸'), CompletionItemKind.Struct);
    assert.equal(await kindOf('[[rye loaf#^‸'), CompletionItemKind.Constant);
    assert.equal(await kindOf('[[rye loaf|‸'), CompletionItemKind.Text);
    assert.equal(await kindOf('[[a loaf to‸'), CompletionItemKind.Variable);
    assert.equal(await kindOf('![](crumb‸)'), CompletionItemKind.File);
    assert.equal(await kindOf('[](./‸)'), CompletionItemKind.Folder);
  });

  it('offers a target no more once its note is written, and again when that is gone', async () => {
    const first = async () => (await offered('[[loaf to come‸')).items[0]?.kind;
    assert.equal(await first(), CompletionItemKind.Variable);
    await client.open('bread/a loaf to come.md', 'Text.');
    assert.equal(await first(), CompletionItemKind.Reference);
    await client.close('bread/a loaf to come.md');
    assert.equal(await first(), CompletionItemKind.Variable);
  });

  it('answers on a line of a million characters', async () => {
    const long = 'word '.repeat(200_000);
    for (const marked of [
      `${long}[[rye loaf#‸ ${long}`,
      `${long}[x](‸${long}`,
      `[x](${long}‸`,
      `${'['.repeat(100_000)}](‸`,
    ]) {
      const started = performance.now();
      await client.completion('writing.md', ...(await client.show('writing.md', marked)));
      assert.ok(performance.now() - started < 5000, marked.slice(0, 20));
    }
  });
});
