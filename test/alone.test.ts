/** Rules that say they hang on the note alone find the same in a vault that holds nothing else. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { rules } from '../server/core/rules/all';
import { checkNote } from '../server/core/rules/check';
import { Vault } from '../server/core/vault/Vault';
import { listFiles, readChange } from '../server/disk';
import { generateVault } from './bench/generateVault';
import { TODAY } from './support/day';

const early = new Set(rules.filter(({ alone }) => alone === true).map(({ code }) => code));

describe('what is told before other notes are read', () => {
  it('is told in the end as well, and all of what those rules tell then', () => {
    const root = resolve(__dirname, '../examples/vault');
    const example = [...listFiles(root)].map(path => readChange(root, path));
    const generated = [...generateVault(400)].map(({ path, text }) => ({
      kind: 'set' as const,
      path,
      text: text.replace(/^confidence: l/mu, 'confidense: l').replace('type: claim', 'type: clam'),
    }));
    const told = new Set<string>();
    for (const files of [example, generated]) {
      const whole = new Vault();
      whole.load(files);
      for (const file of files) {
        const single = new Vault();
        single.load([file]);
        const alone = checkNote(single, file.path, TODAY, { alone: true });
        const all = checkNote(whole, file.path, TODAY);
        assert.deepEqual(
          alone,
          all.filter(({ code }) => early.has(code)),
          file.path,
        );
        for (const { code } of alone) told.add(code);
      }
    }
    assert.ok(told.size >= 5, [...told].join(' '));
  });
});
