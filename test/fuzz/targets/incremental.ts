/** A vault to which changes were applied is the vault that is read from scratch. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../../server/core/vault/Vault';
import { type Step, step } from '../../support/collidingNotes';
import { freshVault, KeptVault, snapshot } from '../../support/snapshot';
import { target } from '../Target';

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

export const steps = fc.array(step, { minLength: 1, maxLength: 14 });

/** Returns the codes of all that was found in between. */
export function assertIncremental(all: readonly Step[]): Set<string> {
  const seen = new Set<string>();
  const kept = new KeptVault();
  for (const next of all) {
    kept.apply(changesOf(kept, next));
    const fresh = freshVault(kept.files);
    assert.deepEqual(snapshot(kept.vault, kept.findings), snapshot(fresh));
    for (const { code } of [...kept.findings.values()].flat()) seen.add(code);
  }
  return seen;
}

export const incremental = target({
  name: 'incremental',
  feeds: 'edits, renames, removals and new notes, one after the other, among names that collide',
  holds: 'after each the vault, its links and all findings are those of a vault read from scratch',
  weight: 0.7,
  input: steps,
  check: assertIncremental,
});
