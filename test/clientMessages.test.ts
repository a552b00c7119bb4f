/** No message of the client shows words of a note as they stand: a link in them could run a command. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unlinked } from '../server/lsp/protocol';

const CLIENT = resolve(import.meta.dirname, '..', 'client');
/** As VS Code finds links in messages. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/iu;

describe('messages of the client', () => {
  it('all go through one file', () => {
    const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
    const showing = files.filter(
      file =>
        file.endsWith('.ts') &&
        /\bshow(?:Information|Warning|Error)Message\b/u.test(
          readFileSync(join(CLIENT, file), 'utf8'),
        ),
    );
    assert.deepEqual(showing, ['tell.ts']);
  });

  it('hold no link, and the same to read', () => {
    const title = 'A [report](command:workbench.action.quit) [[and]](file:///etc) [x] (y)';
    assert.match(title, LINK);
    assert.doesNotMatch(unlinked(title), LINK);
    assert.equal(unlinked(title).replaceAll('\u2060', ''), title);
  });
});
