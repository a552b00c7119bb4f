/** A vault read with a cache equals one read without, whatever happened to the notes and the cache in between. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NoteCache } from '../server/cache/NoteCache';
import { isNotePath } from '../server/core/vault/names';
import { type Change, Vault } from '../server/core/vault/Vault';
import { listFiles, readChange } from '../server/disk';
import { generateVault } from './bench/generateVault';
import { random } from './bench/titles';
import { realVault } from './support/realVault';
import { DEFAULT_SEED } from './support/seed';
import { freshVault, snapshot } from './support/snapshot';
import { VaultEdits } from './support/vaultEdits';

const SEED = Number(process.env['SEED'] ?? DEFAULT_SEED);
const REAL = join(import.meta.dirname, '../../shared/vault');
const NOTES = 60;
const ROUNDS = 16;
/** Milliseconds, longer than files that differ bear the same time on the file systems that tests run on. */
const SETTLED = 20;

let home: string;

/** Reads a vault as a start does, and writes the cache. */
function start(root: string): { vault: Vault; recalled: number; notes: number } {
  const cache = new NoteCache(join(home, 'cache'), root, Buffer.alloc(20, 1), 0);
  run(cache.recall());
  const vault = new Vault();
  const paths = [...listFiles(root)];
  let recalled = 0;
  for (const path of paths) {
    const change = cache.change(path);
    if ('packed' in change) recalled++;
    vault.load([change]);
    cache.keep(path, vault.packed(path));
  }
  run(cache.save());
  assert.equal(cache.fault, null);
  return { vault, recalled, notes: paths.filter(isNotePath).length };
}

function filesOf(root: string): Map<string, Change> {
  return new Map(Array.from(listFiles(root), path => [path, readChange(root, path)]));
}

function run(steps: Iterable<void>): void {
  for (const _ of steps);
}

function damage(file: string, next: () => number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(next() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}

describe('A vault read with a cache', () => {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'claimwright-cache-'));
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it(`is as one read without, through ${ROUNDS} starts with edits in between`, async function () {
    this.timeout(120_000);
    const root = join(home, 'vault');
    const write = ({ path, ...change }: Change) => {
      const file = join(root, path);
      if (change.kind === 'remove') return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      const none = isNotePath(path) ? Buffer.from([0xff]) : '';
      writeFileSync(file, change.text ?? none);
    };
    for (const { path, text } of generateVault(NOTES)) write({ kind: 'set', path, text });
    const next = random(SEED);
    const edits = new VaultEdits(SEED);
    let all = 0;
    let parsed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await pause(SETTLED);
      const where = `in round ${round}; run again with SEED=${SEED}`;
      const { vault, recalled, notes } = start(root);
      const files = filesOf(root);
      assert.deepEqual(snapshot(vault), snapshot(freshVault(files)), where);
      all += notes;
      parsed += notes - recalled;
      for (let edit = Math.floor(next() * 12); edit > 0; edit--) {
        const { changes } = edits.edit(files);
        // Some names are longer than a file system takes.
        if (changes.some(({ path }) => Buffer.byteLength(basename(path)) > 255)) continue;
        for (const change of changes) {
          write(change);
          if (change.kind === 'set') files.set(change.path, change);
          else files.delete(change.path);
        }
        vault.apply(changes);
      }
      // Notes out of the cache and notes parsed now are told apart by nothing.
      assert.deepEqual(snapshot(vault), snapshot(freshVault(files)), where);
      if (next() < 0.15) damage(join(home, 'cache', 'notes.cache'), next);
    }
    assert.ok(parsed > NOTES && parsed < all / 2, `${parsed} of ${all} were parsed`);
  });

  it('is as one read without, of real notes', function () {
    this.timeout(120_000);
    const files = realVault(this);
    const { recalled: none } = start(REAL);
    const { vault, recalled } = start(REAL);
    assert.equal(none, 0);
    assert.ok(recalled > 1000, `${recalled}`);
    assert.deepEqual(snapshot(vault), snapshot(freshVault(files)));
  });
});
