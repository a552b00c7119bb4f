/** Whatever completion puts into a link leads to just the heading or the note that its entry shows, all over a real vault. */
import assert from 'node:assert/strict';
import { completion } from '../server/core/features/completion/completion';
import { definition } from '../server/core/features/navigation/definition';
import { encoded } from '../server/core/text/destination';
import { applyEdits } from '../server/core/text/span';
import { canonicalTarget } from '../server/core/vault/canonical';
import { nameOf } from '../server/core/vault/names';
import { relativePath } from '../server/core/vault/relativePath';
import type { Vault } from '../server/core/vault/Vault';
import { realVault } from './support/realVault';
import { freshVault } from './support/snapshot';

const HOST = 'agents/host of links.md';

/** Each entry offered behind `typed`, with where the finished link leads. */
function* followed(vault: Vault, typed: string, most = Number.POSITIVE_INFINITY) {
  vault.apply([{ kind: 'set', path: HOST, text: typed }]);
  const found = completion(vault, HOST, typed, typed.length);
  assert.ok(found, typed);
  for (const entry of found.entries.slice(0, most)) {
    const text = applyEdits(typed, [{ span: found.replace, newText: entry.newText }]);
    vault.apply([{ kind: 'set', path: HOST, text }]);
    yield { text, entry, leads: definition(vault, HOST, 4) };
  }
}

describe('completion inside of links, on a real vault', function () {
  this.timeout(120_000);
  let vault: Vault;

  before(function () {
    vault = freshVault(realVault(this));
  });

  it('offers headings to which the link then leads, by words and by anchors', () => {
    let followedLinks = 0;
    for (const path of [...vault.notes()]) {
      const note = vault.note(path);
      const begun = [
        `[[${canonicalTarget(vault, path, HOST)}#`,
        `[x](${encoded(relativePath('agents', path), false)}#`,
        `[x](<${encoded(relativePath('agents', path), true)}#`,
      ];
      for (const { text, entry, leads } of begun.flatMap(each => [...followed(vault, each)])) {
        const [place] = leads;
        const heading = note?.headings.find(each => each.span.start === place?.target.start);
        assert.deepEqual([place?.path, heading?.text], [path, entry.title], text);
        followedLinks++;
      }
    }
    assert.ok(followedLinks > 1000);
  });

  it('offers paths to which the link then leads', () => {
    let followedLinks = 0;
    for (const path of [...vault.notes()]) {
      const words = nameOf(path).split(/[ -]/u).slice(0, 6).join(' ');
      for (const begun of [`[x](${words}`, `[x](<${words}`]) {
        for (const { text, entry, leads } of followed(vault, begun, 3)) {
          if (entry.path === undefined) continue;
          assert.deepEqual(
            leads.map(each => each.path),
            [entry.path],
            text,
          );
          followedLinks++;
        }
      }
    }
    assert.ok(followedLinks > 1000);
  });
});
