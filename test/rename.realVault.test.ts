/** Random renames and moves in a real vault: every link leads where it led, and nothing else changes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Arranged, rearrange } from '../server/core/authoring/edits/rearrange';
import { moveFiles } from '../server/core/features/rename/moveFiles';
import { rename } from '../server/core/features/rename/rename';
import { refusal, renameNote, titlesIn } from '../server/core/features/rename/renameNote';
import { folderOf, isNotePath, nameOf, slugOf } from '../server/core/vault/names';
import { realVault } from './support/realVault';
import { RenameTrial } from './support/renameTrial';

/** How many renames; each is followed by a look at every link of the vault. */
const RUNS = Number(process.env['RENAMES'] ?? 500);

type Choose = <Item>(items: readonly Item[]) => Item;

describe('renaming in a real vault', function () {
  this.timeout(900_000);

  it('keeps every link, and changes nothing else', function () {
    const files = [...realVault(this).values()];
    const texts = new Map(files.map(file => [file.path, file.kind === 'set' ? file.text : null]));
    const counts = new Map<string, [done: number, refused: number, edits: number]>();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 0x7fffffff })), stream => {
        const trial = new RenameTrial(texts);
        const random = () => stream.next().value;
        const choose: Choose = items => {
          const item = items[random() % items.length];
          if (item === undefined) throw new Error('nothing to choose from');
          return item;
        };
        for (let run = 0; run < RUNS; run++) {
          const [kind, act] = choose(Object.entries(acts));
          const [what, arranged] = act(trial, choose);
          const count = counts.get(kind) ?? [0, 0, 0];
          const edits = trial.take(`${kind}: ${what}`, arranged);
          assert.deepEqual(trial.lost, []);
          count[edits === null ? 1 : 0]++;
          count[2] += edits ?? 0;
          counts.set(kind, count);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
    console.log(
      [...counts]
        .map(
          ([kind, [done, refused, edits]]) =>
            `      ${kind}: ${done} done, ${refused} refused, ${edits} edits`,
        )
        .join('\n'),
    );
    for (const kind of Object.keys(acts))
      assert.ok((counts.get(kind)?.[0] ?? 0) > 0, `${kind} was never done`);
  });
});

const WORDS =
  'why: rain falls upon old towns where bridges carry slow trains Über CO2 & 40% of (most) "quiet" people’s days'.split(
    ' ',
  );

type Act = (trial: RenameTrial, choose: Choose) => [what: string, arranged: Arranged];

const acts: Readonly<Record<string, Act>> = {
  'by file'(trial, choose) {
    const note = noteOf(trial, choose);
    const title = sentence(choose);
    return [
      `${note.path} → ${title}`,
      renameNote(trial.vault, note, 'file', title, false, trial.read),
    ];
  },
  'by heading'(trial, choose) {
    const note = noteOf(trial, choose);
    const title = sentence(choose);
    const { heading } = titlesIn(note);
    if (heading === null) return [note.path, { refused: 'no title' }];
    if (
      note.links.some(
        ({ span }) => span.start >= heading.span.start && span.end <= heading.span.end,
      )
    )
      return [note.path, { refused: 'the title holds a link' }];
    return [
      `${note.path} → ${title}`,
      renameNote(trial.vault, note, 'heading', title, false, trial.read),
    ];
  },
  'to a slug'(trial, choose) {
    const { path } = noteOf(trial, choose);
    return moved(trial, path, inFolder(folderOf(path), `${slugOf(sentence(choose))}.md`));
  },
  'to a name that another note has'(trial, choose) {
    const { path } = noteOf(trial, choose);
    const name = nameOf(choose(trial.paths.filter(isNotePath)));
    return moved(trial, path, inFolder(folderOf(path), `${choose([name, slugOf(name)])}.md`));
  },
  'to another folder'(trial, choose) {
    const { path } = noteOf(trial, choose);
    return moved(
      trial,
      path,
      inFolder(choose(trial.folders), path.slice(path.lastIndexOf('/') + 1)),
    );
  },
  'in capitals'(trial, choose) {
    const { path } = noteOf(trial, choose);
    return moved(trial, path, inFolder(folderOf(path), `${nameOf(path).toUpperCase()}.md`));
  },
  'a folder'(trial, choose) {
    const from = choose(trial.folders);
    const to = inFolder(
      choose([folderOf(from), 'shelf', ...trial.folders]),
      choose([`${from.slice(from.lastIndexOf('/') + 1)} 2`, slugOf(sentence(choose))]),
    );
    const inside = `${to}/`.startsWith(`${from}/`);
    const taken = trial.paths.some(path => path === to || path.startsWith(`${to}/`));
    if (inside || taken) return [from, { refused: 'no place' }];
    return [`${from} → ${to}`, moveFiles(trial.vault, [{ from, to }], trial.read)];
  },
  'a folder in capitals'(trial, choose) {
    const from = choose(trial.folders);
    const name = from.slice(from.lastIndexOf('/') + 1);
    const to = inFolder(
      folderOf(from),
      name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase(),
    );
    if (to === from) return [from, { refused: 'no capitals' }];
    return [`${from} → ${to}`, moveFiles(trial.vault, [{ from, to }], trial.read)];
  },
  'two notes change places'(trial, choose) {
    const [a, b] = [noteOf(trial, choose).path, noteOf(trial, choose).path];
    if (a === b) return [a, { refused: 'the same' }];
    const moves = new Map([
      [a, b],
      [b, a],
    ]);
    return [`${a} ↔ ${b}`, rearrange(trial.vault, moves, new Map(), trial.read)];
  },
  'a heading'(trial, choose) {
    const note = noteOf(trial, choose);
    const index = choose(note.headings.length === 0 ? [0] : [...note.headings.keys()]);
    const heading = note.headings[index];
    const holds = note.links.some(
      ({ span }) => heading && span.start >= heading.span.start && span.end <= heading.span.end,
    );
    if (heading === undefined || holds) return [note.path, { refused: 'no heading' }];
    const name = choose([sentence(choose), choose(note.headings).text]);
    if (name === '') return [note.path, { refused: 'empty' }];
    const target = { kind: 'heading', path: note.path, index } as const;
    return [
      `${note.path}#${heading.text} → ${name}`,
      rename(trial.vault, target, name, false, trial.read),
    ];
  },
};

function moved(trial: RenameTrial, from: string, to: string): [string, Arranged] {
  const what = `${from} → ${to}`;
  if (from === to) return [what, { refused: 'nothing moves' }];
  return [
    what,
    refusal(trial.vault, from, to) ?? moveFiles(trial.vault, [{ from, to }], trial.read),
  ];
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Linked notes, so that there is something to keep. */
function noteOf({ vault, paths }: RenameTrial, choose: Choose) {
  const notes = paths.filter(isNotePath);
  for (let tries = 0; ; tries++) {
    const note = vault.note(choose(notes));
    if (note !== undefined && (tries > 5 || vault.isLinked(note.path))) return note;
  }
}

function sentence(choose: Choose): string {
  return Array.from({ length: 3 + choose([0, 1, 2, 3, 4, 5]) }, () => choose(WORDS)).join(' ');
}
