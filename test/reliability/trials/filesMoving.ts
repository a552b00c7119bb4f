/** Files that change, come, and go while they are read or written, and vaults in odd places. */
import assert from 'node:assert/strict';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { prepareNote } from '../../../server/cli/writeNote';
import { type LspClient, pause } from '../../support/lspClient';
import { inSandbox, put } from '../sandbox';
import { codesIn, everyCommand, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const NOTE = '---\ntype: claim\nconfidence: likley\n---\n\n[[gone]]\n';
const MENDED = NOTE.replace('likley', 'likely');
const ROUNDS = 5;

/** Changes files as fast as it can for as long as the work takes. */
async function during(
  change: (round: number) => void,
  work: () => Promise<unknown>,
): Promise<void> {
  let isOver = false;
  const changing = (async () => {
    for (let round = 0; !isOver; round++) {
      change(round);
      await pause(1);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await changing;
  }
}

const restless: Trial = {
  input: 'notes that vanish, come back, grow, are cut, and change places while they are read',
  through: 'server and command line',
  run: inSandbox({ 'still.md': NOTE }, async ({ vault }) => {
    const notes = Array.from({ length: 200 }, (_, at) => `n${at}.md`);
    for (const note of notes) put(join(vault, note), NOTE);
    const change = (round: number) => {
      const note = (step: number) => join(vault, notes[(round * 7 + step) % notes.length] ?? '');
      rmSync(note(0), { force: true });
      put(note(3), NOTE);
      appendFileSync(note(5), 'More and more text. '.repeat(500));
      put(note(11), '---\ntype: cl');
      put(note(13), NOTE);
      renameSync(note(13), note(17));
    };
    await during(change, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { check } = await everyCommand(vault, { only: ['check', 'links', 'fix'] });
        assert.match(codesIn(check, 'still.md'), /frontmatter\/invalid-value.*link\/missing/u);
      }
    });
    const use = async (client: LspClient) => {
      let round = 0;
      await during(
        () => change(round++),
        async () => {
          for (let step = 0; step < 100; step++)
            await client.watched({ [notes[step] ?? '']: 2, [notes[step + 1] ?? '']: 3 });
        },
      );
      for (const note of notes) put(join(vault, note), NOTE);
      await client.watched(Object.fromEntries(notes.map(note => [note, 2])));
      const still = client.found('still.md').map(({ code }) => code);
      for (const note of notes) await client.codes(note, still.join(' '));
    };
    await throughServer(vault, use);
    return 'each is read as it is at some moment, and at rest as it is; a note that nobody touches is reported each time';
  }),
};

const changed: Trial = {
  input: 'a note that somebody saves between being read and being mended',
  through: 'command line',
  run: inSandbox({ 'a.md': NOTE }, async ({ vault }) => {
    const note = join(vault, 'a.md');
    const late = prepareNote(vault, 'a.md', NOTE, MENDED);
    assert.ok(typeof late !== 'string');
    writeFileSync(note, 'Somebody’s own words.');
    assert.equal(late.commit(), 'changed meanwhile');
    late.discard();
    assert.equal(prepareNote(vault, 'a.md', NOTE, MENDED), 'changed meanwhile');
    assert.equal(readFileSync(note, 'utf8'), 'Somebody’s own words.');
    rmSync(note);
    assert.equal(prepareNote(vault, 'a.md', NOTE, MENDED), 'is gone');
    return 'left as it was saved, which is said';
  }),
};

const swapped: Trial = {
  input: 'a note, or its folder, that becomes a link to the like outside while it is mended',
  through: 'command line',
  run: inSandbox({ 'sub/a.md': NOTE, 'b.md': NOTE }, async box => {
    const { vault, outside } = box;
    for (const name of ['a.md', 'b.md']) put(join(outside, name), NOTE);
    box.remember();
    const folder = prepareNote(vault, 'sub/a.md', NOTE, MENDED);
    const note = prepareNote(vault, 'b.md', NOTE, MENDED);
    assert.ok(typeof folder !== 'string' && typeof note !== 'string');
    renameSync(join(vault, 'sub'), join(vault, 'old'));
    symlinkSync(outside, join(vault, 'sub'));
    rmSync(join(vault, 'b.md'));
    symlinkSync(join(outside, 'b.md'), join(vault, 'b.md'));
    assert.equal(folder.commit(), 'changed meanwhile');
    assert.equal(note.commit(), 'changed meanwhile');
    folder.discard();
    note.discard();
    return 'refused, and nothing outside is written';
  }),
};

const hard: Trial = {
  input: 'a note that has a second name outside of the vault',
  through: 'command line',
  run: inSandbox({}, async box => {
    put(join(box.outside, 'second.md'), NOTE);
    linkSync(join(box.outside, 'second.md'), join(box.vault, 'a.md'));
    box.remember();
    await throughCli(['fix', box.vault]);
    assert.equal(readFileSync(join(box.vault, 'a.md'), 'utf8'), MENDED);
    return 'mended in the vault; under the other name it stays as it was';
  }),
};

const PLACES = [
  'a b',
  '[c] (d)',
  'e%20f#g?h',
  'line\nbreak',
  '"q" \'r\'',
  '-rf',
  '$(x)',
  'é',
  '😀',
];

const places: Trial = {
  input: `vaults at ${PLACES.length} odd places, and one behind a link`,
  through: 'server and command line',
  run: inSandbox({}, async box => {
    for (const name of PLACES) put(join(box.around, 'odd', name, 'a.md'), NOTE);
    mkdirSync(join(box.around, 'odd/real'));
    put(join(box.around, 'odd/real/a.md'), NOTE);
    symlinkSync('real', join(box.around, 'odd/behind'));
    for (const name of [...PLACES, 'behind']) {
      const folder = join(box.around, 'odd', name);
      const { check } = await everyCommand(folder, { only: ['check'] });
      assert.match(codesIn(check, 'a.md'), /link\/missing/u);
      await throughServer(folder, client =>
        client.until(name, () => client.found('a.md').some(({ code }) => code === 'link/missing')),
      );
      await throughCli(['fix', folder]);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), MENDED);
    }
    rmSync(join(box.around, 'odd'), { recursive: true });
    box.remember();
    return 'served and mended at each';
  }),
};

export const filesMoving: TrialGroup = {
  name: 'files that change meanwhile',
  promise:
    'What somebody else writes is never written over, and what changes while it is read costs no other note.',
  trials: [restless, changed, swapped, hard, places],
};
