/** A draft is checked as if it stood in the vault, and the vault is the same afterwards. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDraft } from '../server/core/authoring/drafts/checkDraft';
import type { Author } from '../server/core/authoring/moves/Author';
import { checkNote } from '../server/core/rules/check';
import type { Change } from '../server/core/vault/Vault';
import { notePath, noteText } from './support/collidingNotes';
import { TODAY } from './support/day';
import { freshVault, snapshot } from './support/snapshot';
import { strangeText } from './support/strangeTexts';

function authorOf(files: ReadonlyMap<string, Change>): Author {
  const read = (path: string) => {
    const file = files.get(path);
    return file?.kind === 'set' ? file.text : null;
  };
  return { vault: freshVault(files), path: null, selection: null, today: TODAY, agent: null, read };
}

const vaultOf = (changes: readonly Change[]) => new Map(changes.map(each => [each.path, each]));

describe('a draft', () => {
  it('is told what it would be told as a note, and leaves nothing in the vault', () => {
    const aFile = fc
      .tuple(notePath, noteText)
      .map(([path, text]): Change => ({ kind: 'set', path, text }));
    const files = fc.array(aFile, { minLength: 1, maxLength: 8 }).map(vaultOf);
    const somewhere = fc.oneof(notePath, fc.constant('new/draft.md'));
    let checked = 0;
    fc.assert(
      fc.property(files, somewhere, fc.oneof(strangeText, noteText), (kept, path, text) => {
        const author = authorOf(kept);
        const before = snapshot(author.vault);
        const report = checkDraft(author, { text, path });
        assert.deepEqual(snapshot(author.vault), before);
        if ('refused' in report) return;
        checked++;
        const written = freshVault(new Map([...kept, [path, { kind: 'set', path, text }]]));
        assert.deepEqual(report.findings, checkNote(written, path, TODAY));
      }),
      { numRuns: 120 },
    );
    assert.ok(checked > 40, String(checked));
  });

  const author = () =>
    authorOf(
      vaultOf([
        {
          kind: 'set',
          path: 'domains/food/slow bread tastes better.md',
          text: '---\ntype: claim\ndomain: food\nconfidence: likely\n---\n',
        },
      ]),
    );
  const DRAFT = '---\ntype: claim\ntitle: slow bread tastes much better\ndomain: food\n---\n';

  it('stands where its title and domain say, and is compared with other claims', () => {
    const report = checkDraft(author(), { text: DRAFT, path: null });
    assert.ok(!('refused' in report));
    assert.equal(report.path, 'domains/food/slow bread tastes much better.md');
    assert.deepEqual(
      report.alike.map(({ path }) => path),
      ['domains/food/slow bread tastes better.md'],
    );
  });

  it('needs a path that stays in the vault', () => {
    const wrong = [
      '../a.md',
      '/a.md',
      'a/../../b.md',
      'a.txt',
      'a//b.md',
      './a.md',
      'C:\\a.md',
      'a\n.md',
    ];
    for (const path of wrong)
      assert.ok('refused' in checkDraft(author(), { text: DRAFT, path }), JSON.stringify(path));
    assert.ok('refused' in checkDraft(author(), { text: 'no title', path: null }));
  });
});
