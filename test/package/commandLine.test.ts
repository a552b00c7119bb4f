/** The package of the command line works from an empty folder: `npm run test:package`. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LspClient } from '../support/lspClient';
import { onlyPackage } from './packages';

const windows = process.platform === 'win32';

describe('the package of the command line', () => {
  let home: string;
  let vault: string;

  before(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'claimwright-packed-')));
    vault = join(home, 'vault');
    mkdirSync(vault);
    writeFileSync(
      join(vault, 'a.md'),
      '---\ntype: claim\nconfidence: likley\n---\n[[b]] [[nowhere]]\n',
    );
    writeFileSync(join(vault, 'b.md'), 'Text.\n');
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    const args = ['install', '--no-audit', '--no-fund', '--offline', onlyPackage('.tgz')];
    execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: home, shell: windows, stdio: 'pipe' });
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(
      join(home, 'node_modules', '.bin', windows ? 'claimwright.cmd' : 'claimwright'),
      args,
      {
        cwd: vault,
        shell: windows,
        encoding: 'utf8',
      },
    );

  it('brings nothing else along', () => {
    const installed = readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'));
    assert.deepEqual(installed, ['claimwright']);
  });

  it('checks the vault in which it is called', () => {
    const { status, stdout, stderr } = run('check', '--format', 'json');
    assert.equal(status, 1, stderr);
    const { notes, diagnostics } = JSON.parse(stdout) as {
      notes: number;
      diagnostics: { code: string }[];
    };
    assert.equal(notes, 2);
    const codes = diagnostics.map(each => each.code);
    for (const code of ['link/missing', 'frontmatter/invalid-value'])
      assert.ok(codes.includes(code), codes.join(' '));
  });

  it('tells its version, and what it can do', () => {
    assert.match(run('--version').stdout, /^\d+\.\d+\.\d+/u);
    assert.match(run('--help').stdout, /check/u);
  });

  it('serves editors', async () => {
    const module = resolve(home, 'node_modules', 'claimwright', 'dist', 'server.js');
    const client = await LspClient.start({ folders: [vault], module });
    try {
      await client.ready();
      await client.until('the missing link is reported', () =>
        client.found('a.md').some(each => each.code === 'link/missing'),
      );
    } finally {
      await client.stop();
    }
  });
});
