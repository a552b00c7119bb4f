/** Storms of changes on the disk: whatever comes, in whatever order, the server answers meanwhile and ends up where a new one would. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generateVault } from '../bench/generateVault';
import { random } from '../bench/titles';
import { cleanUp, LspClient, type LspClientOptions, makeVault } from '../support/lspClient';
import { probe, writerQuestions } from '../support/probe';
import {
  checkOut,
  moveFolder,
  problemsFromScratch,
  problemsIn,
  settled,
  writeSteadily,
} from '../support/storms';

const NOTES = 400;
/** Milliseconds that half the answers may not take, on whatever machine: behind all of a storm they would. */
const LONGEST = 1000;
/** Milliseconds without a problem that differs after which no more are expected. */
const QUIET = 800;

describe('storms', function () {
  this.timeout(60_000);
  let client: LspClient;
  let names: string[];
  let questions: (() => Promise<unknown>)[];

  beforeEach(async () => {
    const files = Object.fromEntries([...generateVault(NOTES)].map(each => [each.path, each.text]));
    names = Object.keys(files).sort();
    client = await LspClient.start({ folders: [makeVault(files)] });
    await client.ready();
    questions = await writerQuestions(client, 'the', basename(names[7] ?? '', '.md'));
    await settled(client, QUIET);
  });
  afterEach(cleanUp);

  const textOf = (name: string) => readFileSync(client.file(name), 'utf8');
  /** Another text of the same note, with a fault that it did not have, and mostly another title. */
  const rewritten = (name: string) =>
    `${textOf(name).replace(/^# .*/mu, '$& now')}\n[[no ${name}]]\n`;

  async function endsAsFromScratch(storm: Promise<unknown>): Promise<void> {
    const before = client.published.length;
    const differs = () => client.until('something differs', () => client.published.length > before);
    const work = storm.then(differs).then(() => settled(client, QUIET));
    const { p50 } = await probe(questions, work);
    assert.ok(p50 < LONGEST, `half the answers took ${p50} ms`);
    await client.close('a note being written.md');
    await isAsFromScratch(client.root);
  }

  /** Soon: on a busy machine a pause between two problems can be long. */
  async function isAsFromScratch(root: string): Promise<void> {
    const wanted = await problemsFromScratch(root);
    const same = () => isDeepStrictEqual(problemsIn(client), wanted);
    await client.until('it ends as from scratch', same, 20_000).catch(() => {});
    assert.deepEqual(problemsIn(client), wanted);
  }

  it('may be a checkout of most notes, told at once', () =>
    endsAsFromScratch(checkOut(client, names.slice(0, 300), rewritten)));

  it('may be a checkout told note by note', () =>
    endsAsFromScratch(
      (async () => {
        for (const name of names.slice(0, 300)) await checkOut(client, [name], rewritten);
      })(),
    ));

  it('may be a folder that moves, told by itself or with all that is in it', async () => {
    const folder = mostNotes(names);
    const inside = names.filter(name => name.startsWith(`${folder}/`));
    assert.ok(inside.length > 10, `${inside.length} notes`);
    await moveFolder(client, folder, 'moved by itself');
    const moved = inside.map(name => `moved by itself/${name.slice(folder.length + 1)}`);
    await endsAsFromScratch(moveFolder(client, 'moved by itself', 'moved with all', moved));
  });

  it('may be an agent that writes one note after another', () => {
    const model = textOf(names[0] ?? '');
    const written = Array.from({ length: 60 }, (_, at) => `agents/new/note ${at}.md`);
    return endsAsFromScratch(
      writeSteadily(client, written, 50, name => `${model}\n[[${basename(name, '.md')}1]]\n`),
    );
  });

  it('may be anything in any order, told late and more than once', () => {
    const next = random(41);
    const one = <T>(all: readonly T[]) => all[Math.floor(next() * all.length)] as T;
    const storm = async () => {
      let there = [...names];
      let late: Record<string, 1 | 2 | 3> = {};
      for (let step = 0; step < 120; step++) {
        const name = one(there);
        const other = `${dirname(name)}/later/${step}.md`;
        const kind = next();
        if (kind < 0.4) {
          client.write(name, rewritten(name));
          late[name] = 2;
        } else if (kind < 0.6) {
          rmSync(client.file(name));
          late[name] = 3;
          there = there.filter(each => each !== name);
        } else if (kind < 0.8) {
          mkdirSync(dirname(client.file(other)), { recursive: true });
          renameSync(client.file(name), client.file(other));
          late[name] = 3;
          late[other] = 1;
          there = there.map(each => (each === name ? other : each));
        } else {
          client.write(other, textOf(name));
          late[other] = 1;
          there.push(other);
        }
        if (next() < 0.7) continue;
        await client.watched(late);
        if (next() < 0.5) late = {};
      }
      await client.watched(late);
    };
    return endsAsFromScratch(storm());
  });

  it('may come while the vault is read for the first time', async () => {
    const { root } = client;
    client.kill();
    client = await LspClient.start({ folders: [root] });
    await client.until('it reads', () => client.progress.length > 0);
    await checkOut(client, names.slice(0, 200), rewritten);
    await moveFolder(client, mostNotes(names), 'moved meanwhile');
    await client.ready();
    await isAsFromScratch(root);
  });

  describe('of many notes', () => {
    const MANY = 600;
    const named = Array.from({ length: MANY }, (_, at) => `notes/note ${at}.md`);
    const files = Object.fromEntries(named.map(name => [name, 'Text.']));
    const broken = () => '[[nothing]]';
    const shown = () => client.progress.slice(begun);
    let begun = 0;

    async function start(options: LspClientOptions): Promise<void> {
      client.kill();
      client = await LspClient.start({ folders: [makeVault(files)], ...options });
      await client.ready();
      await settled(client, QUIET);
      begun = client.progress.length;
    }

    it('shows how far it is, from beginning to end', async () => {
      await start({});
      await checkOut(client, named, broken);
      await client.until('all is checked', () => client.statuses.at(-1)?.errors === MANY);
      await client.until('the end', () => shown().at(-1)?.kind === 'end');
      assert.deepEqual(shown()[0], {
        kind: 'begin',
        title: 'Claimwright',
        message: 'Reading changed notes',
        cancellable: true,
        percentage: 0,
      });
      assert.equal(shown().filter(({ kind }) => kind !== 'report').length, 2);
      await checkOut(client, named.slice(0, 20), () => 'Text.');
      await client.until('few are checked', () => client.statuses.at(-1)?.errors === MANY - 20);
      assert.equal(shown().at(-1)?.kind, 'end', 'nothing is shown of few');
    });

    it('may be cancelled: notes are read all the same, and checked with the next change', async () => {
      await start({ cancelProgress: 'Reading changed notes' });
      await client.open('open.md', 'Text.');
      await checkOut(client, named, name => `# As ${name} says\n\n[[nothing]]`);
      await client.until('it stops', () => (client.statuses.at(-1)?.unchecked ?? 0) > 0);
      await client.until('the end', () => shown().at(-1)?.kind === 'end');
      await settled(client, QUIET);
      const { unchecked = 0, errors = 0, state } = client.statuses.at(-1) ?? {};
      assert.equal(state, 'ready');
      assert.equal(unchecked + errors, MANY, 'the others were checked before');
      assert.ok(unchecked > 0, 'some are left');
      const cursor = await client.show('open.md', `[[nothing]] [[As ${named[MANY - 1]} sa‸`);
      await client.codes('open.md', 'link/missing', 5000);
      const list = await client.completion('open.md', ...cursor);
      assert.ok(
        list?.items.some(({ label }) => label === 'note 599'),
        'the last was read',
      );
      assert.equal(client.statuses.at(-1)?.unchecked, unchecked, 'typing checks no others');
      await client.type('open.md', 'Text.');
      await checkOut(client, ['notes/another.md'], broken);
      await client.until('all is checked', () => client.statuses.at(-1)?.errors === MANY + 1);
      assert.equal(client.statuses.at(-1)?.unchecked, 0);
    });
  });
});

/** The folder in which most notes stand. */
function mostNotes(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
