/** What other programs do to the files, and what an editor tells of it: at once, late, twice, wrongly or not at all. */
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Told } from '../Disk';
import type { Chaos, Step } from '../Step';

/** Tells the server of changes, in one of the ways in which it may hear of them. */
export async function tell(
  { editor, disk, dice, late }: Chaos,
  events: readonly Told[],
): Promise<void> {
  const kind = dice.next();
  if (kind < 0.5) {
    disk.tells(events);
    await editor.watched(events);
  } else if (kind < 0.65) {
    late.push(...events);
  } else if (kind < 0.75) {
    disk.tells(events);
    await editor.watched([...events, ...events]);
    for (const event of events) await editor.watched([event]);
  } else if (kind < 0.85) {
    const wrong = events.map(([path]): Told => [path, dice.one([1, 2, 3])]);
    disk.tells(wrong);
    await editor.watched(wrong);
  }
}

export function aNewPath({ disk, dice, vaults }: Chaos, near: string): string {
  const folder = dice.chance(0.4)
    ? dirname(near)
    : join(
        dice.one(vaults),
        dice.one(['domains/food', 'inbox/queue', 'agents/anna', 'sectors/bread', '.hidden', '']),
      );
  const name = dice.one([
    ...[`${basename(near, '.md')}.md`, basename(near).toUpperCase(), `made ${dice.below(30)}.md`],
    ...[
      'bread.md',
      'Bread.MD',
      '_map.md',
      '.hidden.md',
      'cafe\u0301.md',
      'bread.png',
      `a # b?${dice.below(3)}.md`,
      'x.md.md',
    ],
    ...[
      'line\nbreak.md',
      '%2e%2e.md',
      ' .md',
      '__proto__.md',
      'con.md',
      `${'long '.repeat(45)}.md`,
    ],
  ]);
  const path = join(folder, name);
  return path.startsWith(`${disk.root}/`) ? path : join(dice.one(vaults), 'made.md');
}

/** Bytes that are no note. */
function bytes({ dice }: Chaos): Buffer {
  const kind = dice.next();
  if (kind < 0.3) return Buffer.from('\ufeff[[nothing]]', 'utf16le');
  if (kind < 0.6) return Buffer.from('café [[nothing]]', 'latin1');
  if (kind < 0.9) return Buffer.from('a\0b');
  return Buffer.alloc(6 * 1024 * 1024, 'word ');
}

const note = (chaos: Chaos) => {
  const notes = chaos.disk.notes();
  return notes.length === 0 ? join(chaos.vaults[0] ?? '', 'first.md') : chaos.dice.one(notes);
};

async function write(chaos: Chaos): Promise<string> {
  const { disk, dice, texts } = chaos;
  const path = dice.chance(0.75) ? note(chaos) : aNewPath(chaos, note(chaos));
  const before = disk.read(path);
  const text = before === null ? texts.note(dice) : texts.edited(before, dice);
  if (dice.chance(0.15)) {
    // Half of it first, as others may see it.
    disk.write(path, text.slice(0, dice.below(text.length + 1)));
    await tell(chaos, [[path, before === null ? 1 : 2]]);
  }
  disk.write(path, dice.chance(0.05) ? bytes(chaos) : text);
  await tell(chaos, [[path, before === null ? 1 : 2]]);
  return path;
}

/** What stood below a folder goes with it or not in what is told. */
async function move(chaos: Chaos, from: string, to: string): Promise<string> {
  const { disk, dice } = chaos;
  if (from === to || to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) return 'nowhere';
  const inside = disk.files().filter(path => path.startsWith(`${from}/`));
  disk.rename(from, to);
  const all = dice.chance(0.5) ? inside : [];
  await tell(chaos, [
    ...[from, ...all].map((path): Told => [path, 3]),
    ...[to, ...all.map(path => to + path.slice(from.length))].map((path): Told => [path, 1]),
  ]);
  return `${from} to ${to}`;
}

const isRoot = ({ vaults, allFolders, disk }: Chaos, path: string) =>
  path === disk.root || [...vaults, ...allFolders].some(each => `${each}/`.startsWith(`${path}/`));

/** A folder that holds no root of a vault, mostly. */
function aFolder(chaos: Chaos): string | null {
  const all = chaos.disk.folders().filter(path => !path.includes('/.git') && !isRoot(chaos, path));
  return all.length === 0 ? null : chaos.dice.one(all);
}

/** As a checkout: many notes at once, most of them back to what they were. */
async function checkOut(chaos: Chaos): Promise<string> {
  const { disk, dice, texts } = chaos;
  const events: Told[] = [];
  const share = dice.next() * 0.5;
  for (const path of disk.firstPaths) {
    if (!dice.chance(share)) continue;
    events.push([path, disk.read(path) === null ? 1 : 2]);
    if (dice.chance(0.8)) disk.restoreSome([path]);
    else disk.write(path, texts.note(dice));
  }
  for (const path of disk.notes()) {
    if (disk.firstPaths.includes(path) || !dice.chance(share)) continue;
    disk.remove(path);
    events.push([path, 3]);
  }
  if (dice.chance(0.5)) await tell(chaos, events);
  else for (const event of events) await tell(chaos, [event]);
  return `${events.length} files`;
}

async function link(chaos: Chaos): Promise<string> {
  const { dice, disk, vaults } = chaos;
  const near = note(chaos);
  const path = aNewPath(chaos, near);
  disk.write(path, '');
  disk.remove(path);
  symlinkSync(dice.one([near, dice.one(vaults), path, '/nowhere', basename(near), '..']), path);
  await tell(chaos, [[path, 1]]);
  return path;
}

async function otherwise(chaos: Chaos): Promise<string> {
  const { dice, disk } = chaos;
  const path = note(chaos);
  const kind = dice.next();
  if (kind < 0.4) {
    // A folder in its place, perhaps with notes in it.
    disk.remove(path);
    mkdirSync(path, { recursive: true });
    if (dice.chance(0.7)) disk.write(join(path, 'inner.md'), '[[bread]]');
    await tell(chaos, [
      [path, 3],
      [path, 1],
    ]);
  } else if (kind < 0.7) {
    const folder = aFolder(chaos);
    if (folder === null) return 'nothing';
    disk.remove(folder);
    disk.write(folder, 'A file where a folder was.');
    await tell(chaos, [
      [folder, 3],
      [folder, 1],
    ]);
    return folder;
  } else if (kind < 0.9 || process.platform === 'win32') {
    if (lstatSync(path).isSymbolicLink()) return 'nothing';
    chmodSync(path, dice.one([0o000, 0o444, 0o644]));
    await tell(chaos, [[path, 2]]);
  } else {
    disk.remove(path);
    execFileSync('mkfifo', [path]);
    await tell(chaos, [[path, 2]]);
  }
  return path;
}

const steps: readonly Step[] = [
  { name: 'write a file', weight: 12, run: write },
  {
    name: 'delete a file',
    weight: 5,
    async run(chaos) {
      const path = note(chaos);
      chaos.disk.remove(path);
      await tell(chaos, [[path, 3]]);
      return path;
    },
  },
  {
    name: 'rename a file',
    weight: 5,
    run: chaos => {
      const from = note(chaos);
      return chaos.disk.read(from) === null
        ? Promise.resolve('nothing')
        : move(chaos, from, aNewPath(chaos, from));
    },
  },
  {
    name: 'move a folder',
    weight: 3,
    async run(chaos) {
      const from = aFolder(chaos);
      if (from === null) return 'nothing';
      const into = chaos.dice.one(chaos.vaults);
      return move(
        chaos,
        from,
        join(into, chaos.dice.one(['moved', 'domains/moved', '.away', basename(from)])),
      );
    },
  },
  {
    name: 'delete a folder',
    weight: 1,
    async run(chaos) {
      const folder = aFolder(chaos);
      if (folder === null) return 'nothing';
      chaos.disk.remove(folder);
      await tell(chaos, [[folder, 3]]);
      return folder;
    },
  },
  { name: 'check out', weight: 2, run: checkOut },
  { name: 'link', weight: 2, run: link },
  { name: 'something else', weight: 3, run: otherwise },
  {
    name: 'an attachment',
    weight: 1,
    async run(chaos) {
      const path = join(
        chaos.dice.one(chaos.vaults),
        chaos.dice.one(['bread.png', 'assets/Bread.PNG', '_map.canvas']),
      );
      if (chaos.disk.read(path) === null) {
        chaos.disk.write(path, 'x');
        await tell(chaos, [[path, 1]]);
      } else {
        chaos.disk.remove(path);
        await tell(chaos, [[path, 3]]);
      }
      return path;
    },
  },
];

/** Each is one change of other programs. */
export const disk: readonly Step[] = steps.map(step => ({
  ...step,
  run: chaos => {
    chaos.counts.external++;
    return step.run(chaos);
  },
}));

/** Nothing happens, but what was not told yet is told, in any order. */
export const late: readonly Step[] = [
  {
    name: 'tell what was not told yet',
    weight: 3,
    async run({ editor, disk: files, dice, late: waiting }) {
      const events = waiting.splice(0).sort(() => dice.next() - 0.5);
      files.tells(events);
      await editor.watched(events);
      return `${events.length} events`;
    },
  },
];
