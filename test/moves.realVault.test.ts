/** Random moves of authors in a real vault: each is refused in words, or makes no error and breaks no link. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { VaultEdit } from '../server/core/authoring/edits/VaultEdit';
import type { Move } from '../server/core/authoring/moves/Move';
import { make } from '../server/core/authoring/moves/moves';
import { checkNote } from '../server/core/rules/check';
import { textOf } from '../server/core/text/frontmatter';
import { applyEdits } from '../server/core/text/span';
import { type Change, Vault } from '../server/core/vault/Vault';
import { realVault } from './support/realVault';

/** How many moves of each kind. */
const RUNS = Number(process.env['MOVES'] ?? 100);
const TODAY = '2026-11-22';

type Choose = <Item>(items: readonly Item[]) => Item;
type Texts = ReadonlyMap<string, string | null>;

/** What a move is about, and what it is. */
interface Attempt {
  readonly path: string | null;
  readonly move: Move;
}

const WORDS =
  'why: rain falls upon old towns where bridges carry slow trains Über CO2 & 40% of (most) "quiet" people’s days'.split(
    ' ',
  );

describe('moves of authors in a real vault', function () {
  this.timeout(900_000);

  it('make no error and break no link', function () {
    const files = [...realVault(this).values()];
    const texts = new Map(files.map(file => [file.path, file.kind === 'set' ? file.text : null]));
    const vault = new Vault();
    vault.apply(files);
    const before = new Map([...vault.notes()].map(path => [path, toldOf(vault, path)]));
    const byType = pathsByType(vault);
    const counts = new Map<string, [made: number, refused: number]>();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 0x7fffffff })), stream => {
        const choose: Choose = items => {
          const item = items[stream.next().value % items.length];
          if (item === undefined) throw new Error('nothing to choose from');
          return item;
        };
        for (const [kind, attempt] of Object.entries(attempts)) {
          const count: [number, number] = [0, 0];
          for (let run = 0; run < RUNS; run++) {
            const made = tried(vault, texts, before, attempt(byType, choose));
            count[made ? 0 : 1]++;
          }
          counts.set(kind, count);
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
    for (const [kind, [made, refused]] of counts) {
      console.log(`      ${kind}: ${made} made, ${refused} refused`);
      assert.ok(made > 0, `${kind} was never made`);
    }
  });
});

type ByType = ReadonlyMap<string, readonly string[]>;

function pathsByType(vault: Vault): ByType {
  const all = new Map<string, string[]>();
  for (const path of vault.notes()) {
    const type = vault.config.schema.type(
      textOf(vault.note(path)?.frontmatter ?? null, 'type') ?? '',
    );
    if (type !== undefined) all.set(type.name, [...(all.get(type.name) ?? []), path]);
  }
  return all;
}

const of = (byType: ByType, choose: Choose, ...types: string[]) =>
  choose(types.flatMap(type => byType.get(type) ?? []));
const sentence = (choose: Choose) =>
  Array.from({ length: 4 + choose([0, 1, 2, 3, 4, 5]) }, () => choose(WORDS)).join(' ');

const attempts: Readonly<Record<string, (byType: ByType, choose: Choose) => Attempt>> = {
  claim: (byType, choose) => ({
    path: choose([null, of(byType, choose, 'claim', 'source', 'musing', 'belief')]),
    move: { kind: 'claim', title: sentence(choose), domain: null },
  }),
  note: (byType, choose) => ({
    path: of(byType, choose, 'claim', 'musing', 'belief', 'position', 'entity'),
    move: {
      kind: 'note',
      type: choose(['belief', 'position', 'musing', 'entity', 'conviction', 'map', 'sector']),
      title: sentence(choose),
      folder: null,
    },
  }),
  source: (byType, choose) => ({
    path: of(byType, choose, 'claim', 'source'),
    move: {
      kind: 'source',
      title: sentence(choose),
      url: `https://example.org/${sentence(choose).replace(/\W+/gu, '-')}`,
      author: choose(['', 'Ida Oak', 'Ida Oak, Jo Elm', 'The Tarnleigh Courier (@courier)']),
      domain: null,
      text: choose(['', '---\r\ntype: claim\r\n---\r\n# no note', '```\nopen', '<!-- [[x']),
    },
  }),
  counter: (byType, choose) => ({
    path: of(byType, choose, 'claim', 'belief', 'position'),
    move: { kind: 'counter', title: sentence(choose) },
  }),
  objection: (byType, choose) => ({
    path: of(byType, choose, 'claim', 'belief'),
    move: { kind: 'objection', text: sentence(choose) },
  }),
  retire: (byType, choose) => ({
    path: of(byType, choose, 'claim'),
    move: {
      kind: 'retire',
      by: choose([null, of(byType, choose, 'claim')]),
      reason: sentence(choose),
    },
  }),
  done: (byType, choose) => ({ path: of(byType, choose, 'source'), move: { kind: 'done' } }),
  'null-result': (byType, choose) => ({
    path: of(byType, choose, 'source'),
    move: { kind: 'null-result', notes: sentence(choose) },
  }),
  evaluated: (byType, choose) => ({
    path: of(byType, choose, 'claim', 'belief', 'position'),
    move: { kind: 'evaluated' },
  }),
};

/** Makes the move, looks at all that it touches, and takes it back. Whether it was made. */
function tried(vault: Vault, texts: Texts, before: Snapshot, { path, move }: Attempt): boolean {
  const read = (each: string) => texts.get(each) ?? null;
  const made = make({ vault, path, selection: null, today: TODAY, agent: null, read }, move);
  const what = `${JSON.stringify(move)} in ${path}`;
  if ('refused' in made) {
    assert.match(made.refused, /^[\p{Lu}“].*[.?]$/u, what);
    return false;
  }
  const { edit, open } = made;
  const { changes, back } = changesOf(edit, texts, what);
  const came = new Map(edit.renames.map(({ from, to }) => [to, from]));
  const moved = new Map(edit.renames.map(({ from, to }) => [from, to]));
  const { affected } = vault.apply(changes);
  for (const each of affected) {
    const known = before.get(came.get(each) ?? each);
    const { errors, leads } = toldOf(vault, each);
    // What only the author can say is theirs to fill in.
    const own = known === undefined ? errors.filter(error => !isOpen(error)) : errors;
    const fresh = own.filter(error => !known?.errors.includes(error));
    assert.deepEqual(fresh, [], `${what}: ${each}`);
    for (const [to, count] of known?.leads ?? []) {
      const now = leads.get(moved.get(to) ?? to) ?? 0;
      assert.ok(now >= count, `${what}: a link of ${each} no longer leads to ${to}`);
    }
  }
  if (open !== null) assert.ok(vault.has(open.path), `${what}: opens ${open.path}`);
  vault.apply(back);
  return true;
}

function isOpen(error: string): boolean {
  return error.startsWith('frontmatter/missing-field');
}

/** What is told of each note: its errors, and how many of its links lead to which file. */
type Snapshot = ReadonlyMap<string, Told>;

interface Told {
  readonly errors: readonly string[];
  readonly leads: ReadonlyMap<string, number>;
}

function toldOf(vault: Vault, path: string): Told {
  const errors = checkNote(vault, path, TODAY)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  const leads = new Map<string, number>();
  for (const link of vault.note(path)?.links ?? []) {
    const led = vault.resolve(link, path);
    if (led.kind !== 'found' && led.kind !== 'near') continue;
    leads.set(led.path, (leads.get(led.path) ?? 0) + 1);
  }
  return { errors, leads };
}

/** What a move does to the files, and what takes it back. */
function changesOf(
  { edits, creates, renames }: VaultEdit,
  texts: Texts,
  what: string,
): { changes: Change[]; back: Change[] } {
  const changes: Change[] = [];
  const back: Change[] = [];
  const moved = new Map(renames.map(({ from, to }) => [from, to]));
  for (const path of new Set([...edits.keys(), ...moved.keys()])) {
    const text = texts.get(path) ?? null;
    assert.ok(text !== null, `${what}: ${path} has no text`);
    const to = moved.get(path) ?? path;
    if (to !== path) changes.push({ kind: 'remove', path });
    changes.push({ kind: 'set', path: to, text: applyEdits(text, edits.get(path) ?? []) });
    if (to !== path) back.push({ kind: 'remove', path: to });
    back.push({ kind: 'set', path, text });
  }
  for (const { path, text } of creates) {
    assert.ok(!texts.has(path), `${what}: ${path} is there already`);
    changes.push({ kind: 'set', path, text });
    back.push({ kind: 'remove', path });
  }
  return { changes, back };
}
