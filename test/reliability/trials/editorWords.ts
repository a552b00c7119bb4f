/** Words of notes that would be links, images, commands, icons or scripts, on everything that the server has an editor show. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as lsp from 'vscode-languageserver-protocol';
import { claimPreviewMethod } from '../../../server/lsp/protocol';
import type { LspClient } from '../../support/lspClient';
import { vaultOf } from '../../support/runCli';
import { assertHarmless, assertText, hostileNotes } from '../hostileWords';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const TARGET = 'domains/baking/target.md';
const SOURCE = 'inbox/queue/source.md';
const CONFIG = '.claimwright.yaml';

interface Served {
  readonly client: LspClient;
  readonly files: Readonly<Record<string, string>>;
}

/** Holds every answer to being harmless, and asks all that can be asked at some places of a note. */
type Surface = (served: Served) => Promise<void>;

const surfaces: Readonly<Record<string, Surface>> = {
  'hovers, at each word of each note': async served => {
    for (const name of Object.keys(served.files))
      await atEach(served, name, async (textDocument, position) => {
        const found = await ask<lsp.Hover>(served, 'textDocument/hover', {
          textDocument,
          position,
        });
        return found === null ? 0 : assertHarmless(found, `hover in ${name}`);
      });
  },
  'completions and what is told of each': async served => {
    for (const name of Object.keys(served.files))
      await atEach(served, name, async (textDocument, position) => {
        const params = { textDocument, position, context: { triggerKind: 1 } };
        const list = await ask<lsp.CompletionList>(served, 'textDocument/completion', params);
        let seen = 0;
        for (const item of list?.items.slice(0, 5) ?? []) {
          const whole = await ask<lsp.CompletionItem>(served, 'completionItem/resolve', item);
          seen += assertHarmless(whole, `completion in ${name}`);
        }
        return seen;
      });
  },
  'code lenses': async served => {
    await each(served, async textDocument => {
      const lenses = await ask<lsp.CodeLens[]>(served, 'textDocument/codeLens', { textDocument });
      let seen = 0;
      for (const lens of lenses ?? [])
        seen += assertHarmless(
          lens.command === undefined ? await ask(served, 'codeLens/resolve', lens) : lens,
          'code lens',
        );
      return seen;
    });
  },
  'code actions': async served => {
    await each(served, async (textDocument, range) => {
      const params = { textDocument, range, context: { diagnostics: [] } };
      return assertHarmless(await ask(served, 'textDocument/codeAction', params), 'code action');
    });
  },
  'the preview in the claim view': async served => {
    for (const name of [TARGET, 'asks.md', SOURCE]) {
      const text = await ask<string>(served, claimPreviewMethod, { uri: served.client.uri(name) });
      assert.ok(text !== null && text !== '', name);
      assertText(text, `claim preview of ${name}`);
    }
  },
  'inlay hints': async served => {
    await each(served, async (textDocument, range) => {
      const hints = await ask<lsp.InlayHint[]>(served, 'textDocument/inlayHint', {
        textDocument,
        range,
      });
      for (const hint of hints ?? []) assert.equal(typeof hint.label, 'string');
      assertHarmless(hints, 'inlay hint');
      return hints?.length ?? 0;
    });
  },
  'problems, which are plain text': async ({ client }) => {
    const all = [...client.diagnostics.values()].flatMap(({ diagnostics }) => diagnostics);
    const texts = all.map(({ message }) => message);
    for (const text of texts) assert.equal(typeof text, 'string');
    assert.ok(texts.join().includes('command:'), 'they name what was written');
    for (const { codeDescription } of all)
      assert.match(codeDescription?.href ?? '', /^file:[^?#]+\/docs\/rules\/[a-z-]+\.md$/u);
  },
};

const trials: readonly Trial[] = Object.entries(surfaces).map(
  ([input, surface]): Trial => ({
    input,
    through: 'server',
    async run() {
      await listening(async at => {
        const files = hostileNotes(at);
        const use = async (client: LspClient) => {
          for (const [name, text] of Object.entries(files)) await client.open(name, text);
          await client.until('problems', () => client.found('asks.md').length > 0);
          await surface({ client, files });
        };
        const settings = {
          codeLens: { enabled: true, hints: true },
          inlayHints: { confidence: true },
        };
        await throughServer(vaultOf(files), use, {
          settings,
          initializationOptions: {
            suggestCommand: 'editor.action.triggerSuggest',
            showReferencesCommand: 'claimwright.showLinks',
            hintCommand: 'claimwright.hint',
          },
          bound: { seconds: 20, megabytes: 600 },
        });
      });
      return 'words, and nothing else; nothing was asked for over the network';
    },
  }),
);

/** Throws where anybody asks. */
async function listening(use: (at: string) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
  assert.deepEqual(asked, []);
}

async function ask<Answer>(
  { client }: Served,
  method: string,
  params: object,
): Promise<Answer | null> {
  return client.connection.sendRequest<Answer | null>(method, params);
}

type Document = lsp.TextDocumentIdentifier;

/** `use` says how much it saw: something, in all notes together. */
async function each(
  { client, files }: Served,
  use: (textDocument: Document, range: lsp.Range) => Promise<number>,
): Promise<void> {
  let seen = 0;
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  for (const name of Object.keys(files)) seen += await use({ uri: client.uri(name) }, range);
  assert.ok(seen > 0, 'there was something to see');
}

/** At the first characters, the middle and the end of each line. */
async function atEach(
  { client, files }: Served,
  name: string,
  use: (textDocument: Document, position: lsp.Position) => Promise<number>,
): Promise<void> {
  let seen = 0;
  for (const [line, text] of (files[name] ?? '').split('\n').entries()) {
    const places = new Set([1, 4, text.indexOf(':') + 3, text.length - 1, text.length]);
    for (const character of places)
      if (character >= 0 && character <= text.length)
        seen += await use({ uri: client.uri(name) }, { line, character });
  }
  assert.ok(seen > 0 || name === CONFIG, `there was something to see in ${name}`);
}

export const editorWords: TrialGroup = {
  name: 'hostile words in the editor',
  promise:
    'What notes and settings say is shown as text. Titles, fields, targets, hints and settings that would be links to commands, images on the web, HTML, scripts or icons come back as words from everything that the server has an editor show: links lead to notes alone, and commands are the extension’s. `test/vscode/driven/hostileNotes.test.ts` shows the same vault in a real window, `test/webview` the pages.',
  trials,
};
