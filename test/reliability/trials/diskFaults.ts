/** A disk that is full or may not be written, and an output that nobody takes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { LspClient } from '../../support/lspClient';
import { CLAIM, SOURCE, vaultFiles } from '../hostileVault';
import { Disk, noDisk } from '../mounted';
import { inSandbox, put, stateOf } from '../sandbox';
import { codesIn, everyCommand, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const PROGRAM = resolve(__dirname, '../../../dist/cli.js');

/** Each with what it says where nothing can be written. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  fix: ['fix', '.'],
  'fix --links': ['fix', '--links', '--unsafe', '.'],
  rename: ['rename', 'a.md', 'c'],
  promote: ['promote', SOURCE, '--hint', '1'],
  'check --write-baseline': ['check', '--write-baseline', '.'],
};

/** A vault on a disk of its own, on which something is wrong. */
function onDisk(spoil: (disk: Disk) => void, code: string): () => Promise<string> {
  return async () => {
    const disk = new Disk();
    try {
      for (const [name, text] of Object.entries(vaultFiles)) put(join(disk.folder, name), text);
      spoil(disk);
      const before = stateOf(disk.folder);
      for (const [name, args] of Object.entries(WRITERS)) {
        const run = await throughCli(args, { cwd: disk.folder });
        assert.equal(run.status, 2, `${name}: ${run.stdout}${run.stderr}`);
        assert.match(run.stderr, new RegExp(`\\(${code}\\)`, 'u'), name);
        // When a folder was written says nothing of what is in it.
        assert.deepEqual(untimed(stateOf(disk.folder)), untimed(before), `${name} left something`);
      }
      const { check } = await everyCommand(disk.folder);
      assert.match(codesIn(check, 'b.md'), /frontmatter\/invalid-value/u);
      const use = async (client: LspClient) => {
        await client.until('b.md', () => client.found('b.md').length > 0);
        await client.open('b.md', '[[a]]');
        await client.until('it follows', () =>
          client.found('b.md').every(({ code }) => code !== 'link/missing'),
        );
      };
      await throughServer(disk.folder, use, {
        env: { XDG_CACHE_HOME: join(disk.folder, '.cache') },
      });
      return `every command that writes says so (${code}) and leaves all as it was; reading goes on`;
    } finally {
      disk.remove();
    }
  };
}

function untimed(state: readonly string[]): string[] {
  return state.map(each => each.replace(/^((?:.|\n)* \d+) [\d.]+ /u, '$1 '));
}

const full: Trial = {
  input: 'a full disk, for each command that writes',
  through: 'server and command line',
  skip: noDisk,
  run: onDisk(disk => disk.fill(), 'ENOSPC'),
};

const readOnly: Trial = {
  input: 'a disk that may only be read, for each command that writes',
  through: 'server and command line',
  skip: noDisk,
  run: onDisk(disk => disk.readOnly(), 'EROFS'),
};

const output: Trial = {
  input: 'an output onto a full disk',
  through: 'command line',
  skip: () => (process.platform === 'linux' ? null : 'there is no `/dev/full`'),
  run: inSandbox(vaultFiles, async ({ vault }) => {
    const command = 'exec "$0" "$1" check "$2" > /dev/full';
    let said = '';
    try {
      execFileSync('sh', ['-c', command, process.execPath, PROGRAM, vault], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      said = `${status} ${stderr.trim()}`;
    }
    assert.equal(said, '2 claimwright: The output could not be written (ENOSPC).');
    return 'said, with exit status 2';
  }),
};

const closed: Trial = {
  input: 'a reader that closes the output at once, as `head` does, of `check`, `links`, and `fix`',
  through: 'command line',
  run: inSandbox(vaultFiles, async ({ vault }) => {
    for (let at = 0; at < 100; at++) put(join(vault, `n${at}.md`), vaultFiles['b.md'] ?? '');
    for (const command of ['check', 'links', 'fix']) {
      const run = await throughCli([command, vault, '--format', 'json'], { closeAfter: 1 });
      assert.equal(run.stderr, '', command);
    }
    const { check } = await everyCommand(vault, { only: ['check'] });
    const left = check.diagnostics?.filter(({ code }) => code === 'frontmatter/invalid-value');
    assert.deepEqual(left, [], CLAIM);
    return 'ends without a complaint; what was to be mended is mended';
  }),
};

export const diskFaults: TrialGroup = {
  name: 'disks',
  promise: 'What cannot be written is said plainly, and nothing is lost or left half done.',
  trials: [full, readOnly, output, closed],
};
