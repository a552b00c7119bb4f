/** A vault in a repository that names a program wherever git would run one: nothing here has git run it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type LinkHistory,
  linkHistoryMethod,
  type MessageAnswer,
  messageMethod,
  type Repairs,
  repairsMethod,
} from '../../../server/lsp/protocol';
import { git, repositoryIn } from '../../support/gitRepository';
import { type LspClient, uriOf } from '../../support/lspClient';
import { vaultOf } from '../../support/runCli';
import { trapRepository } from '../../support/trappedRepository';
import { throughCli } from '../throughCli';
import { throughServer } from '../throughServer';
import type { Trial, TrialGroup } from '../trial';

const FILES = {
  '.claimwright.yaml': '',
  'a.md': 'See [[warm dough]].\n',
  'warm dough.md': '# Warm dough\n\nIt rises.\n',
};

/** With something committed, staged, changed and new. */
function trapped() {
  const root = vaultOf(FILES);
  repositoryIn(root);
  git(root, 'mv', 'warm dough.md', 'cold dough.md');
  git(root, 'commit', '--quiet', '--message=Renamed');
  writeFileSync(join(root, 'a.md'), 'See [[warm dough]], or [[cold dough]].\n');
  writeFileSync(join(root, 'new.md'), 'See [[a]].\n');
  return { root, traps: trapRepository(root) };
}

function skip(): string | null {
  return process.platform === 'win32' ? 'the traps are shell scripts' : null;
}

const commands: readonly (readonly string[])[] = [
  ['check', '--changed-only'],
  ['fix', '--links', '--dry-run'],
  ['message'],
  ['stats', '--history'],
];

const requests: Readonly<Record<string, (client: LspClient, uri: string) => Promise<unknown>>> = {
  'the message for a commit': async (client, uri) => {
    const said = await client.connection.sendRequest<MessageAnswer>(messageMethod, { uri });
    assert.notEqual(said.message ?? said.refused, null);
  },
  'repairs by renames of the past': async (client, uri) => {
    const params = { uri, history: true };
    const said = await client.connection.sendRequest<Repairs>(repairsMethod, params);
    assert.match(JSON.stringify(said), /cold dough/u);
  },
  'broken links over time': async (client, uri) => {
    const params = { uri, points: 12 };
    const said = await client.connection.sendRequest<LinkHistory>(linkHistoryMethod, params);
    assert.equal(said.refused, null);
  },
};

const trials: readonly Trial[] = [
  ...commands.map(
    (args): Trial => ({
      input: `\`claimwright ${args.join(' ')}\` in a repository with traps`,
      through: 'command line',
      skip,
      async run() {
        const { root, traps } = trapped();
        const [command = '', ...rest] = args;
        const { stdout } = await throughCli([command, root, ...rest]);
        assert.notEqual(stdout, '', 'it answers');
        assert.equal(traps.sprung(), '', 'a program of the repository was run');
        return 'answered, and no program of the repository was run';
      },
    }),
  ),
  ...Object.entries(requests).map(
    ([name, ask]): Trial => ({
      input: `${name} in a repository with traps`,
      through: 'server',
      skip,
      async run() {
        const { root, traps } = trapped();
        await throughServer(root, async client => {
          await ask(client, uriOf(root));
        });
        assert.equal(traps.sprung(), '', 'a program of the repository was run');
        return 'answered, and no program of the repository was run';
      },
    }),
  ),
];

export const editorGit: TrialGroup = {
  name: 'hostile repositories',
  promise:
    'Nothing that a repository names is executed: file monitors, hooks, filters, text conversions, external differences, pagers, signatures, aliases, credential helpers. Each trial is of a repository whose settings, hooks and attributes name a program that leaves a mark, and that `git status` does run; `test/vscode/driven/trust.test.ts` does the same in the editor, in a workspace that is trusted and in one that is not.',
  trials,
};
