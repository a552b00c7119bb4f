/** Names of files and folders that a disk can hold and few expect. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixAllCommand } from '../../../server/lsp/protocol';
import { repositoryIn } from '../../support/gitRepository';
import { type LspClient, uriOf } from '../../support/lspClient';
import { PlainEditor } from '../../support/plainEditor';
import { oddNames } from '../oddNames';
import { inSandbox, type Sandbox } from '../sandbox';
import { everyCommand, throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const NOTE =
  '---\ntype: claim\ndomain: d\ndescription: it says so\nconfidence: likley\nsource: s\ncreated: 2026-01-02\n---\n\nText.\n';
const FAULT = 'frontmatter/invalid-value';
const oddFiles = Object.fromEntries(oddNames.map(name => [`n/${name}.md`, NOTE]));

/** Files of which a fault is reported that all of them have. */
async function faulty({ vault }: Sandbox): Promise<string[]> {
  const { check } = await everyCommand(vault, { only: ['check'] });
  return (check.diagnostics ?? []).filter(({ code }) => code === FAULT).map(({ file }) => file);
}

const commands: Trial = {
  input: `${oddNames.length} names: line breaks, quotes, \`%2e%2e\`, escape sequences, \`$(…)\`, names that Windows keeps, twins by case and accent, \`__proto__\`, 255 bytes`,
  through: 'command line',
  run: inSandbox(oddFiles, async box => {
    await everyCommand(box.vault);
    assert.deepEqual((await faulty(box)).sort(), Object.keys(oddFiles).sort());
    for (const command of ['check', 'links', 'fix']) {
      const { stdout } = await throughCli([
        command,
        box.vault,
        ...(command === 'fix' ? ['--dry-run'] : []),
      ]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal would obey
      assert.doesNotMatch(stdout, /[\0-\t\v-\x1f\x7f-\x9f\u202e]/u, `${command} prints them raw`);
    }
    await throughCli(['fix', box.vault]);
    assert.deepEqual(await faulty(box), []);
    return 'every note is reported and mended by its own name; nothing reaches a terminal that it would obey';
  }),
};

const server: Trial = {
  input: 'the same names',
  through: 'server',
  run: inSandbox(oddFiles, async ({ vault }) => {
    const capabilities = {
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
      },
    };
    const use = async (client: LspClient) => {
      const editor = new PlainEditor(client);
      const codes = (name: string) => client.found(name).map(({ code }) => code);
      for (const name of Object.keys(oddFiles))
        await client.until(`${name} is reported`, () => codes(name).includes(FAULT));
      const fix = { command: fixAllCommand, arguments: [uriOf(vault)] };
      await client.connection.sendRequest('workspace/executeCommand', fix);
      assert.equal(editor.sent.length, 1);
      await client.watched(Object.fromEntries(Object.keys(oddFiles).map(name => [name, 2])));
      for (const name of Object.keys(oddFiles))
        await client.until(`${name} is mended`, () => !codes(name).includes(FAULT));
    };
    await throughServer(vault, use, { capabilities });
    return 'every note is reported and mended by its own address';
  }),
};

const operands: Trial = {
  input: 'notes `--help.md` and `-rf.md` as operands',
  through: 'command line',
  run: inSandbox({ '--help.md': NOTE, '-rf.md': NOTE }, async ({ vault }) => {
    for (const name of ['--help.md', '-rf.md']) {
      const checked = await throughCli(['check', '--format', 'json', '--', name], { cwd: vault });
      assert.deepEqual(
        JSON.parse(checked.stdout).diagnostics.map(({ file }: { file: string }) => file),
        [name],
      );
      const renamed = await throughCli(['rename', '--', name, `a${name}`], { cwd: vault });
      assert.equal(renamed.status, 0, renamed.stderr);
      assert.ok(existsSync(join(vault, `a${name}`)));
    }
    return 'behind `--` each is the note';
  }),
};

const git: Trial = {
  input: 'the same names in a repository: everything that asks git',
  through: 'command line',
  run: inSandbox(oddFiles, async ({ vault }) => {
    repositoryIn(vault);
    for (const name of Object.keys(oddFiles)) writeFileSync(join(vault, name), `${NOTE}More.\n`);
    const changed = await throughCli(['check', '--changed-only', '--format', 'json', vault]);
    const files = new Set(
      JSON.parse(changed.stdout).diagnostics.map(({ file }: { file: string }) => file),
    );
    assert.deepEqual([...files].sort(), Object.keys(oddFiles).sort());
    for (const args of [['message'], ['fix', '--links']]) {
      const { status, stderr } = await throughCli([...args, vault]);
      assert.equal(status, 0, `${args}: ${stderr}`);
    }
    assert.ok(![...readdirSync(vault), ...readdirSync(join(vault, 'n'))].includes('touched'));
    return 'every changed note is found by its own name, and nothing in a name is executed';
  }),
};

const bytes: Trial = {
  input: 'names of a note and of a folder that are not UTF-8',
  through: 'server and command line',
  skip: () => (process.platform === 'linux' ? null : 'this file system has only names in Unicode'),
  run: inSandbox({ 'a.md': NOTE }, async box => {
    const odd = (behind: string) =>
      Buffer.concat([Buffer.from(`${box.vault}/`), Buffer.from([0xe9, 0xff]), Buffer.from(behind)]);
    writeFileSync(odd('.md'), NOTE);
    mkdirSync(odd(''));
    writeFileSync(odd('/in.md'), NOTE);
    const run = await throughCli(['check', box.vault]);
    assert.equal(
      run.stderr.match(/The name “.{2}(?:\.md)?” is not UTF-8/gu)?.length,
      2,
      run.stderr,
    );
    assert.deepEqual(await faulty(box), ['a.md']);
    const logged: string[] = [];
    const use = async (client: LspClient) => {
      await client.until('a.md is reported', () => client.found('a.md').length > 0);
      await client.until('it is said', () => logged.some(each => each.includes('is not UTF-8')));
    };
    await throughServer(box.vault, use, { logged: text => logged.push(text) });
    return 'left out, which is said; the rest is reported';
  }),
};

const kinds: Trial = {
  input:
    'a folder `note.md`, files `inbox` and `domains`, notes `__proto__.md` and `constructor.md` that are linked to',
  through: 'server and command line',
  run: inSandbox(
    {
      'note.md/x.md': NOTE,
      inbox: 'a file',
      domains: 'a file',
      '__proto__.md': NOTE,
      'constructor.md': NOTE,
      'links.md': '[[__proto__]] [[constructor]] [[note]] [[toString]] [[inbox]] [[x]]',
    },
    async ({ vault }) => {
      const { links } = await everyCommand(vault, { only: ['links'] });
      const found = links.links ?? [];
      assert.deepEqual(
        found.map(({ target, resolution }) => `${target} ${resolution}`),
        [
          '__proto__ found',
          'constructor found',
          'note missing',
          'toString missing',
          'inbox found',
          'x found',
        ],
      );
      await throughServer(vault, client =>
        client.until(
          'two are missing',
          () => client.found('links.md').filter(({ code }) => code === 'link/missing').length === 2,
        ),
      );
      return 'each is what it is: links lead to notes, and to nothing that is none';
    },
  ),
};

export const fileNames: TrialGroup = {
  name: 'names of files',
  promise:
    'Whatever a file is called, it is reported by that name, can be mended, and nothing else is touched.',
  trials: [commands, server, operands, git, bytes, kinds],
};
