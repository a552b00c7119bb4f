/** `claimwright promote` as a process: what it prints and writes, what it refuses, and that it does all or nothing. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { renameOnDisk } from '../server/cli/renameOnDisk';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';

const SOURCE = 'inbox/queue/2026-09-22-oduya-gates.md';
const CLAIM = 'domains/street-design/School streets push cars round the corner.md';
const FILES = {
  '.claimwright.yaml': '',
  [SOURCE]: `---
type: source
title: "Five Gates"
author: "Maren Oduya (Street Lab)"
url: https://example.org/five-gates
date: 2026-09-15
domain: street-design
status: unprocessed
---

## Content

At three schools the cars reappeared two streets away, round the corner of the closed street.

## Agent Notes
**KB connections:** Extends [[side streets move school trips]].

**Extraction hints:**
- Claim: "School streets push cars round the corner" — confidence: likely (five schools)
- Claim: "The school run decides whether a family keeps a second car"
- Claim: "School streets push cars round the corner"
`,
  'domains/street-design/side streets move school trips.md':
    '---\ntype: claim\ndomain: street-design\n---\n\n# side streets move school trips\n',
};

describe('claimwright promote', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

  async function promoted(root: string, ...args: string[]) {
    const run = await runCli(['promote', '--format', 'json', ...args], { cwd: root });
    return { ...run, document: run.stdout === '' ? null : JSON.parse(run.stdout) };
  }

  it('writes the claim and says so in the source, as it prints', async () => {
    const root = vaultOf(FILES);
    const dry = await promoted(root, SOURCE, '--hint', '1', '--dry-run');
    assert.deepEqual([dry.status, dry.stderr], [0, '']);
    assert.ok(!existsSync(join(root, CLAIM)));
    assert.equal(read(root, SOURCE), FILES[SOURCE]);
    const done = await promoted(root, SOURCE, '--hint', '1');
    assert.deepEqual(done.document, dry.document);
    const { edits, creates, renames } = done.document;
    assert.deepEqual(renames, []);
    assert.deepEqual(
      creates.map(({ file }: { file: string }) => file),
      [CLAIM],
    );
    assert.equal(read(root, CLAIM), creates[0].text);
    assert.match(creates[0].text, /confidence: likely\n/u);
    assert.match(creates[0].text, /related:\n {2}- side streets move school trips\n/u);
    const lines = FILES[SOURCE]?.split('\n') ?? [];
    for (const { file, range, newText } of edits.toReversed()) {
      assert.equal(file, SOURCE);
      const { start, end } = range;
      assert.equal(start.line, end.line);
      const line = lines[start.line] ?? '';
      lines[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
    }
    assert.equal(read(root, SOURCE), lines.join('\n'));
    assert.match(read(root, SOURCE), /status: processing\n/u);
    const check = await runCli(['check', '--format', 'json', join(root, CLAIM)]);
    const serious = JSON.parse(check.stdout).diagnostics.filter(
      ({ severity }: { severity: string }) => severity === 'error' || severity === 'warning',
    );
    assert.deepEqual(serious, []);
  });

  it('promotes every open hint at once, and one that is repeated once', async () => {
    const root = vaultOf(FILES);
    const { status, stdout, stderr } = await runCli(
      ['promote', `${SOURCE.slice(0, -3)}`, '--hint', 'all', '--agent', 'ada'],
      { cwd: root },
    );
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /\n2 claims written\n$/u);
    const source = read(root, SOURCE);
    assert.match(source, /status: processed\n/u);
    assert.match(source, /processed_by: ada\n/u);
    assert.equal(readdirSync(join(root, 'domains/street-design')).length, 3);
    const again = await promoted(root, SOURCE, '--hint', 'all');
    assert.equal(again.status, 2);
    assert.match(again.stderr, /has no open hint/u);
    assert.equal(read(root, SOURCE), source);
  });

  it('says what may be said already, and what the title claims too much, before anything is written', async () => {
    const like = 'domains/street-design/School streets push most cars round the next corner.md';
    const text = '---\ntype: claim\ndomain: street-design\n---\n';
    const root = vaultOf({ ...FILES, [like]: text });
    const warned = await promoted(root, SOURCE, '--hint', '1', '--dry-run');
    assert.equal(warned.status, 0);
    assert.match(
      warned.stderr,
      /“School streets push cars round the corner” may say what “domains/u,
    );
    assert.match(warned.stderr, /next corner\.md” says already \(\d\d % alike\)\.\n$/u);
    const title = ['--title', 'School streets always push cars away'];
    const all = await promoted(root, SOURCE, '--hint', '2', ...title);
    assert.match(all.stderr, /“always” allows no exception/u);
    assert.equal(all.document.creates.length, 1);
  });

  it('has the source list claims that are there already, by number and all at once', async () => {
    const root = vaultOf({ ...FILES, [CLAIM]: '---\ntype: claim\n---\n' });
    const run = (...args: string[]) =>
      runCli(['promote', SOURCE, '--agent', 'ada', ...args], { cwd: root });
    const one = await run('--hint', '1', '--dry-run');
    assert.deepEqual([one.status, one.stderr], [0, '']);
    assert.match(one.stdout, /\n1 claim to list, nothing written\n$/u);
    const { stdout } = await run('--hint', 'all');
    assert.match(stdout, /\n1 claim written, 1 claim listed\n$/u);
    const source = read(root, SOURCE);
    assert.match(source, /status: processed\n/u);
    assert.equal(source.match(/^ {2}- (?:School streets|The school run)/gmu)?.length, 2);
    assert.equal(read(root, CLAIM), '---\ntype: claim\n---\n');
    assert.match((await run('--hint', 'all')).stderr, /has no open hint/u);
  });

  it('takes a title of its own, and links the hint to it where nobody would find it', async () => {
    const root = vaultOf(FILES);
    const title = 'Whoever shuts one street has to filter the next: a lesson';
    const hint = 'School streets push cars round the corner';
    const { document } = await promoted(root, SOURCE, '--hint', hint, '--title', title);
    const name = 'Whoever shuts one street has to filter the next - a lesson';
    assert.equal(document.creates[0].file, `domains/street-design/${name}.md`);
    assert.ok(read(root, SOURCE).includes(`corner" → [[${name}]] — confidence`));
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const root = vaultOf({ ...FILES, 'plain.md': 'Text.\n' });
    const refused = async (sentence: RegExp, ...args: string[]) => {
      const { status, stdout, stderr } = await promoted(root, ...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, sentence);
    };
    await refused(/Which hint\?/u, SOURCE);
    await refused(/takes one FILE/u, '--hint', '1');
    await refused(/has no hint 4: it has 1 to 3/u, SOURCE, '--hint', '4');
    await refused(/has no hint 0/u, SOURCE, '--hint', '0');
    await refused(/takes a number, the text of a hint, or "all"/u, SOURCE, '--hint', 'first');
    await refused(/do not go together/u, SOURCE, '--hint', 'all', '--title', 'T');
    await refused(/it has none/u, 'plain.md', '--hint', '1');
    await refused(/There is no note/u, 'nothing.md', '--hint', '1');
    await refused(
      /says that already/u,
      SOURCE,
      '--hint',
      '2',
      '--title',
      'Side streets move school trips',
    );
    await promoted(root, SOURCE, '--hint', '1');
    await refused(/was made of this hint/u, SOURCE, '--hint', '1');
  });

  it('never leaves a source that names a claim which is not there, even where it is killed', async () => {
    const root = vaultOf(FILES);
    const hook = join(root, 'hook.cjs');
    writeFileSync(
      hook,
      `const fs = require('node:fs');
const rename = fs.renameSync;
fs.renameSync = (from, to) => (to.endsWith('gates.md') ? process.kill(process.pid, 'SIGKILL') : rename(from, to));
`,
    );
    const { status } = await runCli(['promote', SOURCE, '--hint', '1'], {
      cwd: root,
      env: { NODE_OPTIONS: `--require ${hook}` },
    });
    assert.notEqual(status, 0);
    assert.equal(read(root, SOURCE), FILES[SOURCE]);
    assert.ok(existsSync(join(root, CLAIM)), 'the claim is written first');
    const again = await promoted(root, SOURCE, '--hint', '1');
    assert.equal(again.status, 0, again.stderr);
    assert.deepEqual(again.document.creates, []);
    assert.match(
      read(root, SOURCE),
      /claims_extracted:\n {2}- School streets push cars round the corner\n/u,
    );
    assert.match(read(root, SOURCE), /status: processing\n/u);
  });

  it('takes the claim back where the source cannot be written', () => {
    const root = vaultOf(FILES);
    const claim = { path: 'domains/new/sub/a.md', text: 'a claim\n' };
    const note = { path: SOURCE, before: FILES[SOURCE] ?? '', after: 'changed' };
    const gone = { path: 'gone.md', before: '', after: 'x' };
    assert.throws(() => renameOnDisk(root, [note, gone], null, [claim]), /nothing was changed/u);
    assert.ok(!existsSync(join(root, 'domains/new')));
    writeFileSync(join(root, 'file'), '');
    assert.throws(
      () => renameOnDisk(root, [note], { from: SOURCE, to: 'file/a.md' }, [claim]),
      /nothing was changed/u,
    );
    assert.equal(read(root, SOURCE), FILES[SOURCE]);
    assert.ok(!existsSync(join(root, 'domains/new')), 'with the folders that were made for it');
    mkdirSync(join(root, 'domains/new'));
    symlinkSync('/tmp', join(root, 'domains/outside'));
    for (const [path, fault] of [
      [SOURCE, /is there already/u],
      ['domains/outside/a.md', /outside the vault/u],
    ] as const)
      assert.throws(() => renameOnDisk(root, [], null, [{ path, text: '' }]), fault);
    renameOnDisk(root, [note], null, [claim]);
    assert.equal(read(root, claim.path), claim.text);
    assert.equal(read(root, SOURCE), 'changed');
  });
});
