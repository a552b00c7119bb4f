/** The workflow files of the documentation: sound YAML, known options, and steps that do what they say. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { cacheOptions } from '../server/cli/cacheOptions';
import { check } from '../server/cli/check';
import { checkFormats } from '../server/cli/checkReport';
import { commitAll, git, needGit, repositoryIn } from './support/gitRepository';
import { buildCli, removeTemporaryFolders, vaultOf } from './support/runCli';
import { skipped } from './support/skipped';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Record<string, string>; readonly steps: Step[] }>
  >;
}

const folder = join(import.meta.dirname, '../docs');

function workflow(name: string): Workflow {
  const document = parseDocument(readFileSync(join(folder, 'ci', name), 'utf8'));
  assert.deepEqual([...document.errors, ...document.warnings], []);
  return document.toJS();
}

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

/** The words behind `claimwright check`, up to what the shell takes for itself. */
function commandsIn(text: string): string[][] {
  return [...text.matchAll(/\bclaimwright check\b([^\n>#|&;`]*)/gu)].map(([, words = '']) =>
    words.split(/\s+/u).filter(word => word !== ''),
  );
}

for (const name of ['github.yml', 'forgejo.yml']) {
  describe(`docs/ci/${name}`, () => {
    const all = workflow(name);
    const steps = stepsOf(all);

    it('checks pull requests, with the history that it takes, and pushes', () => {
      assert.deepEqual(Object.keys(all.on), ['pull_request', 'push']);
      const jobs = Object.values(all.jobs);
      const comparing = jobs.filter(job =>
        job.steps.some(({ run }) => run?.includes('--changed-only')),
      );
      assert.equal(comparing.length, 1);
      for (const job of comparing) {
        const checkout = job.steps.find(({ uses }) => uses?.includes('actions/checkout@'));
        assert.equal(checkout?.with?.['fetch-depth'], 0);
      }
    });

    it('has steps that either use an action of a version or run something', () => {
      for (const step of steps) {
        assert.equal([step.uses, step.run].filter(each => each !== undefined).length, 1);
        if (step.uses !== undefined) assert.match(step.uses, /@v\d+$/u);
        // What others may name freely, such as branches, reaches the shell as a variable alone.
        assert.ok(!step.run?.includes('${{'), step.run);
      }
      for (const { if: condition = '' } of steps) {
        for (const [, id] of condition.matchAll(/steps\.(\w+)/gu))
          assert.ok(
            steps.some(step => step.id === id),
            `no step is called ${id}`,
          );
      }
    });

    it('does on a repository what it says', async function () {
      this.timeout(60_000);
      if (process.platform === 'win32') return skipped(this, 'the steps are for a POSIX shell');
      needGit(this);
      const program = await buildCli();
      const temporary = vaultOf({
        claimwright: `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`,
      });
      execFileSync('chmod', ['755', join(temporary, 'claimwright')]);
      const root = vaultOf({ 'a.md': '[[gone]]\n', 'b.md': '[[c]]\n', 'c.md': 'Text.\n' });
      repositoryIn(root);
      git(root, 'update-ref', 'refs/remotes/origin/main', 'main');
      git(root, 'checkout', '--quiet', '-b', 'topic');
      git(root, 'mv', 'c.md', 'd.md');
      commitAll(root);
      const outcomes = steps
        .filter(({ run }) => run?.includes('claimwright check'))
        .map(({ run = '', env = {} }) => {
          const own = Object.entries(env).map(([key, value]) => [
            key,
            value.replace(/\$\{\{ github\.base_ref \}\}/u, 'main'),
          ]);
          try {
            const PATH = `${temporary}:${process.env['PATH']}`;
            const inherited = {
              ...process.env,
              PATH,
              RUNNER_TEMP: temporary,
              GITHUB_WORKSPACE: root,
            };
            return execFileSync('sh', ['-e', '-c', run], {
              cwd: root,
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'pipe'],
              env: { ...inherited, ...Object.fromEntries(own) },
            });
          } catch (error) {
            const { status, stdout } = error as { status: number; stdout: string };
            return `${stdout}status ${status}`;
          }
        });
      const [change = '', whole = ''] = outcomes;
      assert.equal(outcomes.length, 2);
      assert.match(change, /\bb\.md\b/u);
      assert.doesNotMatch(change, /\ba\.md\b/u);
      assert.match(change, /status 1$/u);
      assert.match(whole, /status 1$/u);
      if (name === 'github.yml') {
        const log = JSON.parse(readFileSync(join(temporary, 'claimwright.sarif'), 'utf8'));
        assert.equal(log.runs[0].results.length, 2);
      }
    });

    after(removeTemporaryFolders);
  });
}

describe('docs/ci.md and the workflows', () => {
  const texts = ['ci.md', 'ci/github.yml', 'ci/forgejo.yml'].map(name =>
    readFileSync(join(folder, name), 'utf8'),
  );

  it('use options that exist', () => {
    const commands = texts.flatMap(commandsIn);
    assert.ok(commands.length >= 7, `${commands.length} commands`);
    for (const args of commands) {
      const { values } = parseArgs({
        args: args.map(word => word.replace('[--base', '--base').replace('REF]', 'REF')),
        options: check.options,
        strict: true,
        allowPositionals: true,
      });
      const { format } = values;
      assert.ok(format === undefined || checkFormats.some(each => each === format), `${format}`);
    }
  });

  it('name options that exist in their text', () => {
    for (const [, option = ''] of texts.join('\n').matchAll(/`--([a-z-]+)/gu))
      assert.ok(Object.hasOwn({ ...check.options, ...cacheOptions }, option), `--${option}`);
  });

  it('lists every format', () => {
    for (const format of checkFormats) assert.ok(texts[0]?.includes(`| \`${format}\` |`), format);
  });
});
