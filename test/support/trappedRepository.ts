/** A repository whose settings, hooks and attributes name a program that leaves a mark: who runs it is found out. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './gitRepository';

const HOOKS = [
  ...['fsmonitor-watchman', 'post-checkout', 'post-index-change', 'pre-auto-gc', 'pre-commit'],
  ...['prepare-commit-msg', 'reference-transaction'],
];

export interface Traps {
  /** What was run, a line each; empty where nothing was. */
  sprung(): string;
}

/** Sets them in a repository, whose files have to be committed. Shell scripts: not for Windows. */
export function trapRepository(root: string): Traps {
  const folder = join(root, '.git');
  const sprung = join(folder, 'sprung');
  const trap = join(folder, 'trap.sh');
  writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> '${sprung}'\ncat\n`);
  chmodSync(trap, 0o755);
  mkdirSync(join(folder, 'hooks'), { recursive: true });
  for (const hook of HOOKS)
    writeFileSync(join(folder, 'hooks', hook), readFileSync(trap), { mode: 0o755 });
  mkdirSync(join(folder, 'info'), { recursive: true });
  writeFileSync(join(folder, 'info', 'attributes'), '* filter=trap diff=trap merge=trap\n');
  for (const [name, value] of Object.entries(settings(root, trap)))
    git(root, 'config', name, value);
  // They can go off: git itself runs them.
  spawnSync('git', ['status'], { cwd: root });
  if (!existsSync(sprung)) throw new Error('The traps do not work.');
  rmSync(sprung);
  return { sprung: () => (existsSync(sprung) ? readFileSync(sprung, 'utf8') : '') };
}

function settings(root: string, trap: string): Record<string, string> {
  const programs = [
    ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass'],
    ...['core.alternateRefsCommand', 'core.gitProxy', 'pager.log', 'gpg.program'],
    ...['diff.external', 'diff.trap.command', 'diff.trap.textconv', 'merge.trap.driver'],
    ...['filter.trap.clean', 'filter.trap.smudge', 'filter.trap.process'],
    ...['gpg.ssh.program', 'sequence.editor', 'uploadpack.packObjectsHook'],
  ];
  return {
    ...Object.fromEntries(programs.map(name => [name, trap])),
    'core.hooksPath': join(root, '.git', 'hooks'),
    'credential.helper': `!${trap}`,
    'log.showSignature': 'true',
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
    ...Object.fromEntries(
      ['log', 'diff', 'ls-files', 'ls-tree', 'rev-parse', 'cat-file'].map(name => [
        `alias.${name}`,
        `!${trap}`,
      ]),
    ),
  };
}
