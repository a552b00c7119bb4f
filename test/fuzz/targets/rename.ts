/** Renames and moves: links lead where they led, or are said to be lost, and nothing else changes. */
import fc from 'fast-check';
import { type Arranged, rearrange } from '../../../server/core/authoring/edits/rearrange';
import { moveFiles } from '../../../server/core/features/rename/moveFiles';
import { rename as renamePart } from '../../../server/core/features/rename/rename';
import {
  refusal,
  renameNote,
  type TitlePart,
} from '../../../server/core/features/rename/renameNote';
import { notePath, noteText } from '../../support/collidingNotes';
import { RenameTrial } from '../../support/renameTrial';
import { target } from '../Target';

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

export const renames = fc.tuple(files, fc.array(step, { minLength: 1, maxLength: 4 }));

/** How many of the steps were done, and how many links they could not keep. */
export function assertRenamed(
  notes: readonly (readonly [string, string])[],
  steps: readonly Step[],
): { done: number; lost: number } {
  let [done, lost] = [0, 0];
  const trial = new RenameTrial(new Map(notes));
  for (const each of steps) {
    if (trial.take(JSON.stringify(each), arranged(trial, each)) !== null) done++;
    lost += trial.lost.length;
  }
  return { done, lost };
}

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
      return renamePart(vault, { kind: 'heading', path, index }, step.title, false, read);
    }
    case 'block': {
      const index = step.block % Math.max(1, note.blocks.length);
      return renamePart(vault, { kind: 'block', path, index }, step.id, false, read);
    }
  }
}

export const rename = target({
  name: 'rename',
  feeds:
    'renames of notes, titles, headings, blocks and folders, and swaps, among names that collide',
  holds:
    'links lead where they led or are said to be lost; only links and titles are edited, and the inverse edits give the same text',
  weight: 3,
  input: renames,
  check: ([notes, steps]) => assertRenamed(notes, steps),
});
