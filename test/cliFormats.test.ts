/** `claimwright check --format github` and `--format sarif`: what other programs read of a report. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { documented } from '../docs/generate';
import { buildCli, removeTemporaryFolders, runCli, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

/** What a runner makes of an escaped property. */
const unescaped = (text: string) =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');

function commandsIn(stdout: string) {
  return stdout.split('\n').flatMap(line => {
    const match = /^::(\w+) ([^:]*)::(.*)$/u.exec(line);
    if (match === null) return [];
    const [, command = '', list = '', message = ''] = match;
    const properties = list.split(',').map(each => {
      const at = each.indexOf('=');
      return [each.slice(0, at), unescaped(each.slice(at + 1))];
    });
    return [{ command, message: unescaped(message), ...Object.fromEntries(properties) }];
  });
}

async function sarifOf(root: string, ...args: readonly string[]) {
  const run = await runCli(['check', root, '--format', 'sarif', ...args]);
  const log = JSON.parse(run.stdout);
  const [{ results, ...rest }] = log.runs;
  return { ...run, log, results, rest };
}

describe('claimwright check --format', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeTemporaryFolders);

  describe('github', () => {
    it('writes a command for each finding, with places counted from one, and a summary', async () => {
      const root = vaultOf({
        'a/one.md': 'Line\n\u{1f600} [[gone]]\n',
        'a long enough name to be cut short.md': '[[a/one]]\n',
        'two.md': '[[a long enough name to be]]\n',
      });
      const { stdout, status } = await runCli(['check', root, '--format', 'github'], { cwd: root });
      assert.equal(status, 1);
      assert.deepEqual(commandsIn(stdout), [
        {
          command: 'error',
          message: 'No note is named “gone”.',
          file: 'a/one.md',
          line: '2',
          endLine: '2',
          col: '6',
          endColumn: '10',
          title: 'link/missing',
        },
        {
          ...commandsIn(stdout)[1],
          command: 'notice',
          file: 'two.md',
          title: 'link/near',
        },
      ]);
      assert.match(stdout.split('\n').at(-2) ?? '', /^1 error, 1 remark in 2 of 3 notes/u);
    });

    it('escapes what would end a command or begin another', async function () {
      if (process.platform === 'win32') return skipped(this, 'file names differ on Windows');
      const name = 'a, b: 100%\n::error::x.md';
      const root = vaultOf({ [name]: '[[50%25 ::warning file=y::z\u001b[2J]]\n' });
      const args = ['check', root, '--format', 'github', '--rule', 'link/missing'];
      const { stdout } = await runCli(args, { cwd: root });
      const commands = commandsIn(stdout);
      assert.equal(commands.length, 1);
      assert.equal(commands[0]?.['file'], name);
      assert.match(commands[0]?.message ?? '', /“50%25 ::warning file=y::z\\x1b/u);
      assert.equal(stdout.split('\n').length, 3);
      assert.ok(!stdout.includes('\u001b'));
    });

    it('names notes by their path in the repository', async () => {
      const root = vaultOf({ 'notes/deep/a.md': '[[gone]]\n' });
      const fileOf = async (env: Record<string, string>, cwd?: string) => {
        const args = ['check', join(root, 'notes'), '--format', 'github'];
        const options = { env: { GITHUB_WORKSPACE: '', ...env }, ...(cwd && { cwd }) };
        return commandsIn((await runCli(args, options)).stdout)[0]?.['file'];
      };
      assert.equal(await fileOf({}, root), 'notes/deep/a.md');
      assert.equal(await fileOf({}, join(root, 'notes')), 'deep/a.md');
      assert.equal(
        await fileOf({ GITHUB_WORKSPACE: root }, join(root, 'notes')),
        'notes/deep/a.md',
      );
      mkdirSync(join(root, '.git'));
      assert.equal(await fileOf({}, join(root, 'notes')), 'notes/deep/a.md');
    });
  });

  describe('sarif', () => {
    it('describes the tool and every rule', async () => {
      const { log, rest, status } = await sarifOf(vaultOf({ 'a.md': 'Text.\n' }));
      assert.deepEqual([status, log.version, log.runs.length], [0, '2.1.0', 1]);
      assert.equal(rest.columnKind, 'utf16CodeUnits');
      const { driver } = rest.tool;
      assert.equal(driver.name, 'Claimwright');
      assert.match(driver.semanticVersion, /^\d+\.\d+\.\d+/u);
      assert.deepEqual(
        driver.rules.map(({ id }: { id: string }) => id),
        documented.map(({ code }) => code),
      );
      for (const rule of driver.rules) {
        assert.ok(rule.shortDescription.text && rule.fullDescription.text, rule.id);
        assert.ok(rule.help.text && rule.help.markdown, rule.id);
        assert.match(rule.defaultConfiguration.level, /^(?:error|warning|note)$/u);
      }
    });

    it('places each result, with columns in UTF-16 and the path as a URI', async function () {
      if (process.platform === 'win32') return skipped(this, 'file names differ on Windows');
      const root = vaultOf({ 'é: 1/a #b?.md': 'Line\n\u{1f600} [[gone]]\n' });
      mkdirSync(join(root, '.git'));
      const { results, rest, status } = await sarifOf(root, '--rule', 'link/missing');
      assert.equal(status, 1);
      const [{ partialFingerprints, ...result }] = results;
      assert.deepEqual(result, {
        ruleId: 'link/missing',
        ruleIndex: documented.findIndex(({ code }) => code === 'link/missing'),
        level: 'error',
        message: { text: 'No note is named “gone”.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: '%C3%A9%3A%201/a%20%23b%3F.md',
                uriBaseId: '%SRCROOT%',
              },
              region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 10 },
            },
          },
        ],
      });
      assert.match(partialFingerprints['claimwrightFinding/v1'], /^[0-9a-f]{32}$/u);
      assert.ok('%SRCROOT%' in rest.originalUriBaseIds);
      assert.ok(!JSON.stringify(rest).includes(root), 'it tells where the machine keeps the vault');
    });

    it('gives a finding the same fingerprint wherever it stands, and no other the same', async () => {
      const prints = async (text: string) =>
        (await sarifOf(vaultOf({ 'a.md': text }))).results.map(
          (result: { partialFingerprints: Record<string, string> }) =>
            result.partialFingerprints['claimwrightFinding/v1'],
        );
      const before = await prints('[[gone]] [[gone]] [[lost]]\n');
      assert.equal(new Set(before).size, 3);
      assert.deepEqual(await prints('# New\n\n[[gone]]\n\n[[gone]]\n[[lost]]\n'), before);
    });

    it('leaves out what a baseline knows', async () => {
      const root = vaultOf({ 'a.md': '[[gone]]\n' });
      assert.equal((await runCli(['check', root, '--write-baseline'])).status, 0);
      const { results, status } = await sarifOf(root);
      assert.deepEqual([results, status], [[], 0]);
    });
  });
});
