/** What an author selects of a source is quoted as it stands, and a hostile source costs no more than it must. */
import assert from 'node:assert/strict';
import { claimDraft } from '../server/core/authoring/drafts/claimDraft';
import { connectionsOf } from '../server/core/authoring/drafts/connections';
import { partsOf } from '../server/core/authoring/drafts/partsOf';
import { selectedText } from '../server/core/authoring/drafts/selectedText';
import { typeOf } from '../server/core/authoring/drafts/typeOf';
import { Vault } from '../server/core/vault/Vault';
import { TODAY } from './support/day';

const PATH = 'inbox/queue/kerbs.md';

function sourceOf(body: string) {
  const text = `---\ntype: source\ntitle: Lanes\nauthor: Ida\ndomain: streets\n---\n${body}`;
  const vault = new Vault();
  vault.apply([{ kind: 'set', path: PATH, text }]);
  const note = vault.note(PATH);
  assert.ok(note);
  return { vault, origin: { note, text, type: typeOf(vault, PATH) } };
}

/** The quoted block of a claim, whatever else stands in it. */
function quotedOf(body: string, selected: string): string[] {
  const { vault, origin } = sourceOf(body);
  const start = origin.text.indexOf(selected);
  assert.ok(start >= 0);
  const draft = claimDraft(
    vault,
    {
      title: 'kerbs keep cars out of lanes',
      domain: null,
      confidence: null,
      reason: null,
      quoted: selectedText(origin, { start, end: start + selected.length }),
      today: TODAY,
      agent: null,
    },
    origin,
  );
  assert.ok(typeof draft !== 'string');
  return draft.text.split('\n').filter(line => line.startsWith('>'));
}

const FROM = ['>', '> — Ida, “Lanes”'];

describe('a selection in a source', () => {
  it('keeps its table', () => {
    const table = '| lane | cars |\n|------|------|\n| [[kerb|a kerb]] | 2 |';
    assert.deepEqual(quotedOf(`\n${table}\n`, table), [
      '> | lane | cars |',
      '> |------|------|',
      '> | a kerb | 2 |',
      ...FROM,
    ]);
  });

  it('keeps its lead-in, its lists and its questions', () => {
    const said =
      'The trial found three things:\n\n\n- Kerbs work\n  1. in **rain**\n* Does paint?\n> # Never';
    assert.deepEqual(quotedOf(`\n${said}\n`, said), [
      '> The trial found three things:',
      '>',
      '> - Kerbs work',
      '>   1. in rain',
      '> * Does paint?',
      '> Never',
      ...FROM,
    ]);
  });

  it('is not cut, however long a sentence is', () => {
    const long = `Kerbs keep ${'cars and vans and '.repeat(60)}buses out.`;
    assert.deepEqual(quotedOf(`\n${long}\n`, long), [`> ${long}`, ...FROM]);
  });

  it('opens nothing where it is put', () => {
    const acting = '```js\nkerbs();\n```\nKerbs\n===\n<!-- hidden %% $\n---\nend ^block';
    assert.deepEqual(quotedOf(`\n${acting}\n`, acting), [
      '> kerbs();',
      '>',
      '> Kerbs',
      '>',
      '> hidden $',
      '>',
      '> end',
      ...FROM,
    ]);
  });

  it('is quoted without front matter, and not at all where it is nothing else', () => {
    const body = '\nKerbs keep cars out.\n';
    assert.deepEqual(quotedOf(body, `domain: streets\n---\n${body}`), [
      '> Kerbs keep cars out.',
      ...FROM,
    ]);
    const { origin } = sourceOf(body);
    assert.equal(selectedText(origin, { start: 4, end: 20 }), null);
  });
});

describe('a line of very many links', () => {
  it('costs time in proportion to it', function () {
    this.timeout(10_000);
    const { vault, origin } = sourceOf(
      `\n## KB connections\n${'[[kerbs keep cars out]] '.repeat(40_000)}`,
    );
    const lines = partsOf(origin.note, origin.text);
    const start = performance.now();
    connectionsOf(vault, origin.note, lines);
    assert.ok(performance.now() - start < 1500);
  });
});
