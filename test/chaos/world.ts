/** The folders that a run begins with: a marked vault with another in it, a plain one, and an empty one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateVault } from '../bench/generateVault';
import { makeVault } from '../support/lspClient';
import { Dice } from './Dice';
import { Disk } from './Disk';
import { source, Texts } from './texts';

const MARKER = '.claimwright.yaml';

export interface World {
  readonly disk: Disk;
  readonly texts: Texts;
  /** Of the workspace, at first, and all that may be. */
  readonly folders: readonly string[];
  readonly allFolders: readonly string[];
  readonly vaults: readonly string[];
}

export function makeWorld(seed: number, notes: number): World {
  const dice = new Dice(seed);
  const generated = [...generateVault(notes)];
  const texts = new Texts(
    seed,
    generated.map(({ text }) => text),
  );
  const disk = new Disk(makeVault({}));
  const at = (name: string) => join(disk.root, name);
  const [main, inner, plain, empty, outer] = ['main', 'main/inner', 'plain', 'empty', 'outer'].map(
    at,
  ) as [string, string, string, string, string];
  for (const { path, text } of generated)
    disk.write(join(dice.chance(0.8) ? main : plain, path), text);
  const colliding = ['bread', 'slow bread', 'Bread', '_map', 'x'];
  const folders = ['', 'a', 'domains/food', 'agents/anna', 'inbox/queue', 'b/a'];
  for (const vault of [main, inner, plain])
    for (const name of colliding)
      for (const folder of folders)
        if (dice.chance(0.35)) disk.write(join(vault, folder, `${name}.md`), texts.note(dice));
  for (const vault of [main, plain])
    for (let more = 6; more > 0; more--)
      disk.write(join(vault, 'inbox/queue', `2026-01-0${more}-source.md`), source(dice));
  disk.write(join(main, MARKER), 'domains: [food]\n');
  disk.write(join(inner, MARKER), '');
  disk.write(join(outer, 'inner', MARKER), '');
  disk.write(join(outer, 'inner/note.md'), '[[outside]] [[note]]');
  disk.write(join(outer, 'outside.md'), '[[note]]');
  mkdirSync(empty);
  disk.keepAsFirst();
  return {
    disk,
    texts,
    folders: [main, plain, empty],
    allFolders: [main, plain, empty, inner, outer, join(main, 'domains')],
    vaults: [main, plain, inner, empty, join(outer, 'inner')],
  };
}
