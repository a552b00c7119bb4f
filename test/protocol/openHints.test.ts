/** Hints that wait in all vaults: those first that should be seen to first, a part at a time. */
import assert from 'node:assert/strict';
import { type OpenHints, type OpenHintsParams, openHintsMethod } from '../../server/lsp/protocol';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const FILES = {
  '.claimwright.yaml': 'exclude: [inbox/templates/**]\n',
  'domains/ovens/a stone floor keeps an oven hot through the night.md': '---\ntype: claim\n---\n',
  'inbox/queue/late.md': source({ priority: 'high', date: '2026-03-01' }, [
    'loaves of bread are one in number on a windy day',
    'loaves of bread are two in number on a windy day',
  ]),
  'inbox/queue/early.md': source({ priority: 'high', date: '2026-01-05' }, [
    'a stone floor keeps an oven hot through the night',
    'loaves of bread are three in number on a windy day',
  ]),
  'inbox/queue/low.md': source({ priority: 'low', date: '2025-01-01' }, [
    'loaves of bread are four in number on a windy day',
  ]),
  'inbox/queue/nothing.md': source({ priority: 'high', date: '2020-01-01' }, []),
  'inbox/queue/begun.md': source({ status: 'processing', priority: 'high' }, [
    'loaves of bread are five in number on a windy day',
  ]),
  'inbox/archive/done.md': source({ status: 'processed' }, [
    'a stone floor keeps an oven hot through the night',
  ]),
  'inbox/templates/form.md': source({}, ['loaves of bread are six in number on a windy day']),
  'agents/ada/musings/why.md':
    '---\ntype: musing\n---\n\nCLAIM CANDIDATE: the ovens of this town are cold in the morning\n',
};

describe('open hints', () => {
  afterEach(cleanUp);

  it('come as the inbox has their sources, then from musings; nothing comes that nobody has to decide', async () => {
    const client = await serve(FILES);
    const { notes, next, refused } = await ask(client, { from: 0, most: 99 });
    assert.deepEqual([next, refused], [null, null]);
    assert.deepEqual(
      notes.map(({ path, hints }) => [path, hints.filter(isOpen).length]),
      [
        ['inbox/queue/early.md', 1],
        ['inbox/queue/late.md', 2],
        ['inbox/queue/low.md', 1],
        ['inbox/queue/begun.md', 1],
        ['agents/ada/musings/why.md', 1],
      ],
    );
  });

  it('come in parts of which each goes on where the last one ended', async () => {
    const client = await serve(FILES);
    const parts: string[][] = [];
    for (let from: number | null = 0; from !== null; ) {
      const { notes, next } = await ask(client, { from, most: 2 });
      assert.ok(next === null || next > from);
      parts.push(notes.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
      from = next;
    }
    assert.deepEqual(parts, [['early.md', 'late.md'], ['low.md', 'begun.md'], ['why.md']]);
  });

  it('read no more sources than the part needs', async () => {
    const many = Array.from({ length: 100 }, (_, at) => [
      `inbox/queue/${at}.md`,
      source({ date: '2026-01-01' }, [`loaves of bread are ${at} in number on a windy day`]),
    ]);
    const client = await serve(Object.fromEntries(many));
    const part = await ask(client, { from: 10, most: 10 });
    assert.deepEqual([part.notes.length, part.next], [10, 20]);
  });
});

function source(fields: Readonly<Record<string, string>>, claims: readonly string[]): string {
  const all = { type: 'source', status: 'unprocessed', domain: 'ovens', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const hints = claims.map(claim => `- Claim: "${claim}"`);
  return `---\n${lines.join('\n')}\n---\n\n## Agent Notes\n**Extraction hints:**\n${hints.join('\n')}\n`;
}

function ask(client: LspClient, params: OpenHintsParams): Promise<OpenHints> {
  return client.connection.sendRequest(openHintsMethod, params);
}

function isOpen({ promoted, dropped }: OpenHints['notes'][number]['hints'][number]): boolean {
  return promoted === null && !dropped;
}
