/** What the extension takes from the page of the graph: only what has the form of a message. */
import assert from 'node:assert/strict';
import { isAsked, isChoice } from '../../client/webviews/graph/messages';

const note = { kind: 'note', path: 'a.md', steps: 2 };
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64');

describe('messages of the page of the graph', () => {
  for (const message of [
    { kind: 'ready' },
    { kind: 'scope', scope: note },
    { kind: 'scope', scope: { kind: 'domain', domain: 'health' } },
    { kind: 'scope', scope: { kind: 'vault' } },
    { kind: 'follow', follow: false },
    { kind: 'open', path: 'a.md', keepFocus: true },
    { kind: 'save', format: 'svg', text: '<svg></svg>' },
    { kind: 'save', format: 'png', text: png },
  ])
    it(`takes ${JSON.stringify(message)}`, () => assert.equal(isAsked(message), true));

  for (const message of [
    null,
    undefined,
    'ready',
    [],
    {},
    { kind: 'run' },
    { kind: 'scope' },
    { kind: 'scope', scope: { ...note, steps: 5 } },
    { kind: 'scope', scope: { ...note, steps: '2' } },
    { kind: 'scope', scope: { ...note, path: 1 } },
    { kind: 'scope', scope: { kind: 'domain' } },
    { kind: 'follow', follow: 'yes' },
    { kind: 'open', path: 'a.md' },
    { kind: 'open', path: ['a.md'], keepFocus: true },
    { kind: 'save', format: 'html', text: '<svg></svg>' },
    { kind: 'save', format: 'svg', text: '<html>' },
    { kind: 'save', format: 'png', text: 'not a picture' },
    { kind: 'save', format: 'png', text: `${png}\n<script>` },
  ])
    it(`does not take ${JSON.stringify(message)}`, () => assert.equal(isAsked(message), false));

  it('knows what it kept through a reload', () => {
    const choice = { vault: 'file:///vault', scope: note, follow: true };
    assert.equal(isChoice(choice), true);
    assert.equal(isChoice({ ...choice, vault: null }), false);
    assert.equal(isChoice({ ...choice, scope: 'vault' }), false);
  });
});
