/** Renames and moves in small vaults full of names that collide: links lead where they led, or are said to be lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Arranged, rearrange } from '../server/core/authoring/edits/rearrange';
import { moveFiles } from '../server/core/features/rename/moveFiles';
import { rename } from '../server/core/features/rename/rename';
import { refusal, renameNote, type TitlePart } from '../server/core/features/rename/renameNote';
import { notePath, noteText } from './support/collidingNotes';
import { RenameTrial } from './support/renameTrial';

const files = fc.array(fc.tuple(notePath, noteText), { minLength: 1, maxLength: 6 });
const title = fc.constantFrom(
  'bread',
  'New bread',
  'slow-bread',
  'Café',
  'cafe\u0301',
  'a: b?',
  'C# | [x]',
  '!!!',
  'x',
  'Part',
);

const step = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), index: fc.nat(), to: notePath }),
  fc.record({
    kind: fc.constant('folder' as const),
    to: fc.constantFrom('b', 'B', 'domains/food', 'new folder'),
  }),
  fc.record({ kind: fc.constant('swap' as const), index: fc.nat(), other: fc.nat() }),
  fc.record({
    kind: fc.constant('title' as const),
    index: fc.nat(),
    part: fc.constantFrom<TitlePart>('file', 'field', 'heading'),
    title,
    short: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('heading' as const), index: fc.nat(), heading: fc.nat(), title }),
  fc.record({
    kind: fc.constant('block' as const),
    index: fc.nat(),
    block: fc.nat(),
    id: fc.constantFrom('id', 'other', 'third', 'ü'),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

describe('renaming among names that collide', () => {
  it('keeps every link that can be kept, and changes nothing else', function () {
    this.timeout(60_000);
    let [done, lost] = [0, 0];
    fc.assert(
      fc.property(files, fc.array(step, { minLength: 1, maxLength: 4 }), (notes, steps) => {
        const trial = new RenameTrial(new Map(notes));
        for (const each of steps) {
          if (trial.take(JSON.stringify(each), arranged(trial, each)) !== null) done++;
          lost += trial.lost.length;
        }
      }),
      { numRuns: 3000 },
    );
    // Two names that differ in their normal form alone cannot be told apart by any link.
    assert.ok(done > 3000 && lost < done / 20, `${done} done, ${lost} links lost`);
  });
});

function arranged(trial: RenameTrial, step: Step): Arranged {
  const { vault, read } = trial;
  const paths = trial.paths.sort();
  const at = (index: number) => paths[index % paths.length] ?? '';
  if (step.kind === 'folder') {
    const inside = paths.some(
      path => path.startsWith('b/') && vault.has(`${step.to}${path.slice(1)}`),
    );
    return inside && step.to !== 'b'
      ? { refused: 'taken' }
      : moveFiles(vault, [{ from: 'b', to: step.to }], read);
  }
  const path = at(step.index);
  const note = vault.note(path);
  if (note === undefined) return { refused: 'no note' };
  switch (step.kind) {
    case 'move':
      return refusal(vault, path, step.to) ?? moveFiles(vault, [{ from: path, to: step.to }], read);
    case 'swap': {
      const other = at(step.other);
      const moves = new Map(
        other === path
          ? []
          : [
              [path, other],
              [other, path],
            ],
      );
      return rearrange(vault, moves, new Map(), read);
    }
    case 'title':
      if (note.links.some(({ span }) => span.start < (note.headings[0]?.span.end ?? 0)))
        return { refused: 'the title holds a link' };
      return renameNote(vault, note, step.part, step.title, step.short, read);
    case 'heading': {
      const index = step.heading % Math.max(1, note.headings.length);
      return rename(vault, { kind: 'heading', path, index }, step.title, false, read);
    }
    case 'block': {
      const index = step.block % Math.max(1, note.blocks.length);
      return rename(vault, { kind: 'block', path, index }, step.id, false, read);
    }
  }
}
