/** The cache of parsed notes: never a wrong answer, whatever becomes of the notes and of the cache itself. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Block } from '../server/cache/block';
import { userCacheFolder, vaultFolder } from '../server/cache/cacheFolder';
import { NoteCache } from '../server/cache/NoteCache';
import { TICK } from '../server/cache/noteFile';
import { LEAST_NOTES, openCache } from '../server/cache/openCache';
import { listFiles, readChange } from '../server/disk';
import { random } from './bench/titles';

const KEY = Buffer.alloc(20, 1);

/** Longer than files that differ bear the same time on the file systems that tests run on. */
const SETTLED = 20;

describe('Cache of parsed notes', () => {
  let home: string;
  let root: string;
  let folder: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'claimwright-cache-'));
    root = join(home, 'vault');
    folder = join(home, 'caches', 'of-this-vault');
    mkdirSync(root);
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const file = () => join(folder, 'notes.cache');
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const writeNotes = (count: number) => {
    for (let at = 0; at < count; at++) write(`${at % 3}/note ${at}.md`, `text ${at}`);
  };

  function open(tick = 0, key = KEY): NoteCache {
    const cache = new NoteCache(folder, root, key, tick);
    run(cache.recall());
    return cache;
  }

  /** Reads all files as a start does, and checks what it takes over; “parsed” is a note's own text. */
  function start(cache = open()) {
    let recalled = 0;
    for (const path of listFiles(root)) {
      const change = cache.change(path);
      if ('packed' in change) {
        recalled++;
        const { packed, ...others } = change;
        const text = Buffer.from(packed).toString();
        assert.deepEqual({ ...others, text }, readChange(root, path), path);
      } else {
        assert.deepEqual(change, readChange(root, path), path);
        const text = change.kind === 'set' ? change.text : null;
        cache.keep(path, text === null ? null : Buffer.from(text));
      }
    }
    return { cache, recalled };
  }

  /** The same, and writes what is new; returns how many notes need not be parsed. */
  function restart(cache = open()): number {
    const { recalled } = start(cache);
    run(cache.save());
    assert.equal(cache.fault, null);
    assert.deepEqual(readdirSync(folder), ['notes.cache']);
    return recalled;
  }

  describe('of notes that stay', () => {
    it('takes over each note that did not change', async () => {
      writeNotes(50);
      write('picture.png', 'no note');
      await pause(SETTLED);
      assert.equal(restart(), 0);
      assert.equal(restart(), 50);
      write('1/note 1.md', 'another text');
      write('1/note 4.md', 'text 5');
      renameSync(join(root, '2/note 2.md'), join(root, '2/elsewhere.md'));
      rmSync(join(root, '0/note 0.md'));
      write('new.md', 'new');
      await pause(SETTLED);
      assert.equal(restart(), 46);
      assert.equal(restart(), 49 + 1);
    });

    it('takes them over unread, but for those that were written just before', async () => {
      writeNotes(3);
      await pause(SETTLED);
      restart();
      const { cache } = start();
      assert.deepEqual([cache.recalled, cache.renewed], [3, 0]);
      const { cache: careful } = start(open(TICK));
      assert.deepEqual([careful.recalled, careful.renewed], [0, 3]);
    });

    it('takes over a note that was touched, and its new time', async () => {
      writeNotes(3);
      await pause(SETTLED);
      restart();
      utimesSync(join(root, '0/note 0.md'), 1, 1);
      await pause(SETTLED);
      const cache = open();
      assert.equal(restart(cache), 3);
      assert.equal(cache.renewed, 1);
      const next = open();
      assert.equal(restart(next), 3);
      assert.equal(next.renewed, 0);
    });

    it('keeps nothing of notes that cannot be read', () => {
      write('nul.md', 'a\0b');
      write('utf-16.md', Buffer.from('\ufeffabc', 'utf16le'));
      write('latin-1.md', Buffer.from([0x61, 0xe4, 0x62]));
      write('large.md', Buffer.alloc(6 * 1024 * 1024, 97));
      mkdirSync(join(root, 'folder.md'));
      symlinkSync('nowhere.md', join(root, 'dangling.md'));
      const { cache } = start();
      for (const path of ['folder.md', 'dangling.md', 'gone.md'])
        assert.deepEqual(cache.change(path), { kind: 'remove', path });
      assert.equal(cache.renewed, 0);
      run(cache.save());
      assert.ok(!existsSync(folder));
    });

    it('keeps only what is made of a note that was asked for, once', () => {
      writeNotes(2);
      const cache = open();
      cache.change('0/note 0.md');
      cache.keep('1/note 1.md', Buffer.from('something else'));
      assert.equal(cache.renewed, 0);
      cache.keep('0/note 0.md', Buffer.from('text 0'));
      cache.keep('0/note 0.md', Buffer.from('again'));
      assert.equal(cache.renewed, 1);
      cache.change('1/note 1.md');
      rmSync(join(root, '1/note 1.md'));
      cache.change('1/note 1.md');
      cache.keep('1/note 1.md', Buffer.from('gone'));
      assert.equal(cache.renewed, 1);
    });
  });

  describe('of notes that change', () => {
    it('sees a change of the same size within one tick of the clock', () => {
      for (let round = 0; round < 200; round++) {
        write('a.md', `text ${String(round).padStart(4)}`);
        const { cache } = start(open(TICK));
        write('a.md', `TEXT ${String(round).padStart(4)}`);
        run(cache.save());
        start(open(TICK));
      }
    });

    it('does not believe what was written down within one tick of a change', () => {
      write('a.md', 'before');
      const { size, mtimeMs: modified, ctimeMs: changed } = statSync(join(root, 'a.md'));
      for (const [checked, believed] of [
        [changed, false],
        [changed + TICK, false],
        [changed + TICK + 1, true],
      ] as const) {
        const block = new Block();
        const hash = Buffer.alloc(20);
        block.add({ path: 'a.md', size, modified, changed, checked, hash }, Buffer.from('another'));
        mkdirSync(folder, { recursive: true });
        writeFileSync(file(), block.encode(KEY));
        assert.equal('packed' in open(TICK).change('a.md'), believed);
      }
    });

    it('sees a change of the same size that bears the old time', async () => {
      write('a.md', 'before');
      await pause(SETTLED);
      restart();
      const { mtime } = statSync(join(root, 'a.md'));
      write('a.md', 'behind');
      utimesSync(join(root, 'a.md'), mtime, mtime);
      assert.equal(restart(), 0);
    });

    it('sees that two notes of the same size and time changed places', async () => {
      write('a.md', 'before');
      write('b.md', 'behind');
      for (const name of ['a.md', 'b.md']) utimesSync(join(root, name), 1e9, 1e9);
      await pause(SETTLED);
      restart();
      renameSync(join(root, 'a.md'), join(root, 'c.md'));
      renameSync(join(root, 'b.md'), join(root, 'a.md'));
      renameSync(join(root, 'c.md'), join(root, 'b.md'));
      assert.equal(restart(), 0);
    });

    it('sees what a link leads to', async () => {
      write('a.md', 'before');
      write('b.md', 'behind');
      symlinkSync('a.md', join(root, 'link.md'));
      await pause(SETTLED);
      restart();
      rmSync(join(root, 'link.md'));
      symlinkSync('b.md', join(root, 'link.md'));
      assert.equal(restart(), 2);
    });

    it('is right after many random changes, and does not grow without end', async () => {
      const next = random(20);
      const pick = (below: number) => Math.floor(next() * below);
      writeNotes(40);
      let largest = 0;
      for (let round = 0; round < 60; round++) {
        const paths = [...listFiles(root)];
        for (let edit = pick(8); edit > 0; edit--) {
          const path = paths[pick(paths.length)] ?? '';
          const place = join(root, path);
          if (!existsSync(place)) continue;
          const text = readFileSync(place, 'utf8');
          const { mtime } = statSync(place);
          const kind = pick(8);
          if (kind === 0) write(path, `${text} more`);
          else if (kind === 1) write(path, text.replace(/./u, String(pick(10))));
          else if (kind === 2) {
            write(path, text.replace(/.$/u, String(pick(10))));
            utimesSync(place, mtime, mtime);
          } else if (kind === 3) utimesSync(place, pick(2e9), pick(2e9));
          else if (kind === 4) renameSync(place, join(root, `${pick(3)}/note ${pick(60)}.md`));
          else if (kind === 5 && paths.length > 20) rmSync(place);
          else if (kind === 6) write(`${pick(3)}/note ${pick(60)}.md`, text);
          else write(path, `${text}\0`);
        }
        // Sometimes what was written is read while it still bears the time of what will be.
        const tick = pick(2) === 0 ? TICK : 0;
        if (tick === 0) await pause(SETTLED);
        const { cache } = start(open(tick));
        await pause(SETTLED);
        if (pick(5) > 0) run(cache.save());
        if (existsSync(file())) largest = Math.max(largest, statSync(file()).size);
      }
      assert.ok(largest < 40_000, `${largest}`);
    });
  });

  describe('that is damaged', () => {
    beforeEach(async () => {
      writeNotes(4);
      await pause(SETTLED);
      restart();
      write('last.md', 'in a block of its own');
      await pause(SETTLED);
      restart();
    });

    it('is not believed in any byte', () => {
      const sound = readFileSync(file());
      const found = new Set<number>();
      for (let at = 0; at < sound.length; at++) {
        const damaged = Buffer.from(sound);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
        writeFileSync(file(), damaged);
        const { recalled } = start();
        found.add(recalled);
      }
      // Of the five, those of the other block may be sound.
      assert.deepEqual([...found].sort(), [0, 1, 4]);
    });

    it('is believed as far as it goes', () => {
      const found = new Set<number>();
      for (let size = statSync(file()).size - 1; size >= 0; size--) {
        truncateSync(file(), size);
        found.add(start().recalled);
      }
      assert.deepEqual([...found].sort(), [0, 4]);
    });

    it('is mended', () => {
      const sound = readFileSync(file());
      const damages: Record<string, Uint8Array> = {
        shorter: sound.subarray(0, sound.length - 1),
        longer: Buffer.concat([sound, Buffer.alloc(3)]),
        zeroed: Buffer.alloc(sound.length),
        random: Buffer.from(sound.toReversed()),
        empty: Buffer.alloc(0),
      };
      for (const [how, bytes] of Object.entries(damages)) {
        writeFileSync(file(), bytes);
        restart();
        assert.equal(restart(), 5, how);
      }
    });

    it('is void for another program, version or setting', () => {
      assert.equal(start(open(0, Buffer.alloc(20, 2))).recalled, 0);
      assert.equal(restart(open(0, Buffer.alloc(20, 2))), 0);
      assert.equal(start().recalled, 0);
    });

    it('is as none where it is a folder', () => {
      rmSync(file());
      mkdirSync(file());
      const { cache, recalled } = start();
      assert.equal(recalled, 0);
      run(cache.save());
      assert.equal(cache.fault, 'EISDIR');
    });

    it('may be removed at any time', () => {
      const { cache } = start();
      rmSync(folder, { recursive: true });
      write('more.md', 'more');
      cache.change('more.md');
      cache.keep('more.md', Buffer.from('more'));
      run(cache.save());
      assert.equal(cache.fault, null);
      start();
      const reading = new NoteCache(folder, root, KEY, 0).recall();
      restart();
      reading.next();
      rmSync(folder, { recursive: true });
      run(reading);
      assert.equal(restart(), 0);
    });
  });

  describe('that is written', () => {
    it('has one writer at a time', async () => {
      writeNotes(10);
      await pause(SETTLED);
      const [first, second] = [start().cache, start().cache];
      const saving = first.save();
      saving.next();
      const before = readdirSync(folder);
      run(second.save());
      assert.deepEqual(readdirSync(folder), before);
      assert.equal(second.fault, null);
      run(saving);
      assert.equal(restart(), 10);
    });

    it('is not written over what another process wrote meanwhile', async () => {
      writeNotes(10);
      await pause(SETTLED);
      restart();
      write('new.md', 'new');
      await pause(SETTLED);
      const [first, second] = [start().cache, start().cache];
      run(first.save());
      const written = readFileSync(file());
      run(second.save());
      assert.deepEqual(readFileSync(file()), written);
      assert.equal(restart(), 11);
    });

    it('survives a writer that was killed while it wrote all', async () => {
      writeNotes(10);
      await pause(SETTLED);
      const saving = start().cache.save();
      saving.next();
      assert.equal(readdirSync(folder).length, 2, 'a lock and a temporary file');
      // The lock is of this process, which lives.
      const { cache } = start();
      run(cache.save());
      assert.equal(existsSync(file()), false);
      const { pid } = spawnSync(process.execPath, ['--version']);
      writeFileSync(join(folder, 'lock'), String(pid));
      assert.equal(restart(), 0);
      assert.equal(restart(), 10);
    });

    it('survives a writer that was killed while it added some', async () => {
      writeNotes(10);
      await pause(SETTLED);
      restart();
      const { size } = statSync(file());
      write('new.md', 'new');
      await pause(SETTLED);
      restart();
      truncateSync(file(), size + 50);
      assert.equal(restart(), 10);
      assert.equal(restart(), 11);
    });

    it('takes a lock that nobody gave back for left over after some minutes', () => {
      writeNotes(10);
      mkdirSync(folder, { recursive: true });
      const lock = join(folder, 'lock');
      writeFileSync(lock, String(process.pid));
      run(start().cache.save());
      assert.ok(!existsSync(file()));
      const old = Date.now() / 1000 - 600;
      utimesSync(lock, old, old);
      restart();
    });

    it('is for nobody else', function () {
      if (process.platform === 'win32') this.skip();
      writeNotes(1);
      restart();
      assert.equal(statSync(file()).mode & 0o777, 0o600);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
    });

    it('is as none where it cannot be written', () => {
      writeNotes(1);
      writeFileSync(join(home, 'caches'), 'in the way');
      const { cache } = start();
      run(cache.save());
      assert.equal(cache.fault, 'ENOTDIR');
      start();
    });

    it('is written anew where most of it is of notes that are gone', async () => {
      writeNotes(30);
      await pause(SETTLED);
      restart();
      const { size } = statSync(file());
      rmSync(join(root, '0'), { recursive: true });
      rmSync(join(root, '1'), { recursive: true });
      assert.equal(restart(), 10);
      assert.ok(statSync(file()).size < size / 2);
      assert.equal(restart(), 10);
    });
  });

  describe('of many vaults', () => {
    it('has a folder for each, however one comes to it', () => {
      const base = join(home, 'caches');
      symlinkSync(root, join(home, 'link'));
      assert.equal(vaultFolder(base, root), vaultFolder(base, join(home, 'link')));
      assert.notEqual(vaultFolder(base, root), vaultFolder(base, home));
    });

    it('removes those that nobody used for a month, and nothing else', () => {
      const base = join(home, 'caches');
      folder = vaultFolder(base, root);
      const other = (letter: string) => join(base, letter.repeat(32));
      const old = Date.now() / 1000 - 31 * 24 * 3600;
      const put = (place: string, names: readonly string[], time: number) => {
        mkdirSync(place, { recursive: true });
        for (const name of names) writeFileSync(join(place, name), '');
        for (const each of [...names.map(name => join(place, name)), place])
          utimesSync(each, time, time);
      };
      put(other('a'), ['notes.cache', 'lock', 'notes.cache.12ab.tmp'], old);
      put(other('b'), ['notes.cache'], Date.now() / 1000);
      put(other('c'), ['notes.cache', 'letter.txt'], old);
      put(join(base, 'documents'), ['notes.cache'], old);
      put(join(home, 'elsewhere'), ['notes.cache'], old);
      symlinkSync(join(home, 'elsewhere'), other('d'));
      writeNotes(1);
      restart();
      const left = readdirSync(base).filter(name => name !== basename(folder));
      const kept = [basename(other('b')), basename(other('c')), basename(other('d')), 'documents'];
      assert.deepEqual(left, kept);
      assert.deepEqual(readdirSync(other('c')), ['letter.txt']);
      assert.deepEqual(readdirSync(join(home, 'elsewhere')), ['notes.cache']);
    });

    it('knows by its time which is in use', async () => {
      writeNotes(1);
      await pause(SETTLED);
      restart();
      utimesSync(file(), 1e9, 1e9);
      assert.equal(restart(), 1);
      assert.ok(Date.now() - statSync(file()).mtimeMs < 60_000);
    });

    it('lies where each system keeps such things', () => {
      const at = (platform: string, env: Record<string, string>) =>
        userCacheFolder(platform, env, () => '/home/a');
      assert.equal(at('linux', {}), '/home/a/.cache/claimwright');
      assert.equal(at('linux', { XDG_CACHE_HOME: '/b' }), '/b/claimwright');
      assert.equal(at('linux', { XDG_CACHE_HOME: 'b' }), '/home/a/.cache/claimwright');
      assert.equal(at('darwin', {}), '/home/a/Library/Caches/claimwright');
      assert.equal(at('win32', { LOCALAPPDATA: '/c' }), '/c/claimwright/Cache');
      assert.equal(at('win32', {}), null);
      const none = () => {
        throw new Error('no home');
      };
      assert.equal(userCacheFolder('linux', {}, none), null);
    });
  });

  describe('where it pays', () => {
    const vault = (notes: number, ...relations: string[]) => ({
      root,
      notes,
      relations: new Set(relations),
    });

    it('needs a folder, a large vault and a program of one file', () => {
      const program = join(home, 'program.js');
      writeFileSync(program, '1');
      assert.ok(openCache(home, program, vault(LEAST_NOTES)));
      assert.equal(openCache(null, program, vault(LEAST_NOTES)), null);
      assert.equal(openCache(home, program, vault(LEAST_NOTES - 1)), null);
      assert.equal(openCache(home, join(home, 'none.js'), vault(LEAST_NOTES)), null);
      assert.equal(openCache(home, import.meta.filename, vault(LEAST_NOTES)), null);
    });

    it('is void with another program and with other relations', async () => {
      const program = join(home, 'program.js');
      folder = vaultFolder(home, root);
      writeNotes(5);
      await pause(TICK + SETTLED);
      const opened = (...relations: string[]) => {
        const cache = openCache(home, program, vault(LEAST_NOTES, ...relations));
        assert.ok(cache);
        run(cache.recall());
        return cache;
      };
      writeFileSync(program, '1');
      assert.equal(restart(opened('a', 'b')), 0);
      assert.equal(restart(opened('b', 'a')), 5);
      assert.equal(restart(opened('a')), 0);
      assert.equal(restart(opened('a')), 5);
      writeFileSync(program, '2');
      assert.equal(restart(opened('a')), 0);
    });
  });
});

function run(steps: Iterable<void>): void {
  for (const _ of steps);
}
