/** Incremental equals from-scratch on small vaults full of colliding names, whatever happens to them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../server/core/vault/Vault';
import { type Step, step } from './support/collidingNotes';
import { freshVault, KeptVault, snapshot } from './support/snapshot';

function changesOf(kept: KeptVault, next: Step): readonly Change[] {
  if (next.kind === 'apply') return next.changes;
  const files = [...kept.files.values()];
  const file = files[next.index % Math.max(1, files.length)];
  if (file?.kind !== 'set' || file.text === null) return [];
  const { path, text } = file;
  if (next.kind === 'rename') {
    return [
      { kind: 'remove', path },
      { kind: 'set', path: next.to, text },
    ];
  }
  const at = next.at % (text.length + 1);
  const edited = text.slice(0, at) + next.text + text.slice(at + next.removed);
  return [{ kind: 'set', path, text: edited }];
}

describe('incremental equals from-scratch', () => {
  it('after each of many changes to small vaults', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), steps => {
        const kept = new KeptVault();
        for (const next of steps) {
          kept.apply(changesOf(kept, next));
          const fresh = freshVault(kept.files);
          assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(fresh));
        }
      }),
      { numRuns: 600 },
    );
  });
});
