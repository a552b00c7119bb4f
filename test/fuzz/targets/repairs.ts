/** Repairs of links: only links that are broken are edited, and they lead where the author chose. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chosenEdits, reportedLinks } from '../../../server/core/features/repair/repairNote';
import { repairer } from '../../../server/core/rules/repair/repair';
import { applyEdits } from '../../../server/core/text/span';
import { Vault } from '../../../server/core/vault/Vault';
import { notePath, noteText } from '../../support/collidingNotes';
import { TODAY } from '../../support/day';
import { target } from '../Target';

const input = fc.record({
  notes: fc.array(fc.tuple(notePath, noteText), { minLength: 1, maxLength: 6 }),
  at: fc.nat(),
  /** Which candidate is chosen, by link; the last ones stand for a link that is taken out. */
  chosen: fc.array(fc.nat(3), { maxLength: 6 }),
});

type Input = typeof input extends fc.Arbitrary<infer Each> ? Each : never;

export function assertRepaired({ notes, at, chosen }: Input): void {
  const texts = new Map(notes);
  const vault = new Vault();
  vault.apply([...texts].map(([path, text]) => ({ kind: 'set', path, text })));
  const path = [...texts.keys()][at % texts.size] ?? '';
  const text = texts.get(path) ?? '';
  const reported = [...reportedLinks(vault, path, TODAY, repairer(vault))];
  const choices = reported.map(({ link, candidates }, index) => ({
    written: link.target.written,
    path: candidates[chosen[index % Math.max(1, chosen.length)] ?? 0]?.path ?? null,
  }));
  const sound = vault.note(path)?.links.filter(link => vault.resolve(link, path).kind === 'found');
  const edits = chosenEdits(vault, path, text, choices);
  for (const { span } of edits)
    for (const link of sound ?? [])
      assert.ok(
        span.end <= link.span.start || link.span.end <= span.start,
        'a sound link is edited',
      );
  const after = applyEdits(text, edits);
  const before = vault.note(path);
  vault.apply([{ kind: 'set', path, text: after }]);
  const note = vault.note(path);
  if (before?.fault === null) assert.equal(note?.fault, null, `${after} cannot be read`);
  const leads = note?.links.map(link => vault.resolve(link, path));
  const count = (kind: string) => leads?.filter(each => each.kind === kind).length ?? 0;
  assert.ok(count('found') >= (sound?.length ?? 0), `fewer links are sound in\n${after}`);
}

export const repairs = target({
  name: 'repairs',
  feeds: 'repairs of every broken link of a note, chosen at random, among names that collide',
  holds: 'no sound link is touched, front matter stays readable, and no fewer links lead somewhere',
  weight: 3,
  input,
  check: assertRepaired,
});
