/** Settings that are typed at random, in an editor and on the disk: the server bears it, and is as before once they are whole again. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanUp, type LspClient, serve } from '../support/lspClient';

const FILE = '.claimwright.yaml';
const SETTINGS = `# Settings.
types:
  game:
    meaning: Something people play.
    folders: [games/<domain>]
    subtype: sort
    extends: { video: board }
    fields:
      sort:
        required: true
        values: { board: On a table., video: "On a screen." }
      about: { kind: relation, list: true, to: [claim] }
severity:
  link/missing: warning
exclude:
  - drafts/**
`;
const NOTES = {
  'games/play/chess.md': '---\ntype: game\nsort: boards\n---\n[[nothing]]\n',
  'drafts/a.md': '[[nothing]]\n',
  'b.md': '[[chess]]\n',
};

const PIECES = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n- ',
    ': ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '*',
    '&',
    '!',
  ],
  ...['\t', '|', '>', '---\n', '\u0000', '\ud800', '\u2028', '__proto__: ', 'types: ', 'fields:\n'],
  ...['link/missing: off', 'game', '<domain>', '*a', '&a ', '<<: ', '!!js/function ', '(((('],
] as const;

const step = fc.record({
  at: fc.nat(1000).map(each => each / 1000),
  removed: fc.oneof(fc.constant(0), fc.nat(12)),
  inserted: fc.oneof(fc.constantFrom(...PIECES), fc.constant('')),
  saved: fc.integer({ min: 0, max: 9 }).map(chance => chance === 0),
});

describe('settings that are typed at random', () => {
  afterEach(cleanUp);

  it('leave a server that answers, and that is as before once they are whole again', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async steps => {
        const client = await serve({ ...NOTES, [FILE]: SETTINGS });
        const logged: string[] = [];
        client.connection.onNotification('window/logMessage', ({ type, message }) => {
          if (type === 1) logged.push(message);
        });
        await settled(client);
        await client.open(FILE, SETTINGS);
        for (const each of steps) await take(client, each);
        assert.deepEqual(logged, []);
        await client.type(FILE, SETTINGS);
        await save(client);
        await settled(client);
        await client.codes(FILE, '');
        assert.equal(await client.stop(), 0);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

async function take(
  client: LspClient,
  {
    at,
    removed,
    inserted,
    saved,
  }: { at: number; removed: number; inserted: string; saved: boolean },
): Promise<void> {
  const document = client.document(FILE);
  const from = Math.floor(at * document.getText().length);
  const start = document.positionAt(from);
  await client.type(FILE, inserted, { start, end: document.positionAt(from + removed) });
  const caret = document.positionAt(from + inserted.length);
  const range = { start: caret, end: caret };
  const asked = [
    client.completion(FILE, caret.line, caret.character),
    client.hover(FILE, caret.line, caret.character),
    client.codeActions(FILE, range),
  ];
  if (saved) await save(client);
  await Promise.all(asked);
}

/** As an editor does: to the disk, which a client that watches tells of. */
async function save(client: LspClient): Promise<void> {
  client.write(FILE, client.document(FILE).getText());
  await client.watched({ [FILE]: 2 });
}

async function settled(client: LspClient): Promise<void> {
  await client.codes('games/play/chess.md', 'frontmatter/invalid-value link/missing');
  await client.codes('drafts/a.md', '');
  await client.codes('b.md', '');
}
