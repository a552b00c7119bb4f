/** How git is started on a vault, which may be anybody's repository: nothing that its settings name is executed. */
import { dirname } from 'node:path';

export interface GitCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: {
    readonly cwd: string;
    readonly env: Record<string, string>;
    readonly windowsHide: true;
  };
}

/** Each is given on the command line, which counts more than any file. */
const SETTINGS: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.pager': 'cat',
  'core.sshCommand': 'false',
  'core.askPass': '',
  'core.untrackedCache': 'false',
  'core.quotePath': 'false',
  'credential.helper': '',
  'diff.external': '',
  'diff.ignoreSubmodules': 'all',
  'log.showSignature': 'false',
  'gpg.program': 'false',
  'maintenance.auto': 'false',
  'protocol.allow': 'never',
  // A folder of the vault that looks like a repository is none.
  'safe.bareRepository': 'explicit',
  'submodule.recurse': 'false',
};

/** What git is told by the environment; the user's own `GIT_DIR`, `GIT_SSH`, `GIT_EXTERNAL_DIFF` … are not. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C.UTF-8',
  LANGUAGE: '',
};

/** Where the user's own settings are, which say for example whose repositories are safe. */
const KEPT = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|EXEC_PATH)$/u;

/**
 * What to spawn, without a shell, for `git ARGS…` in a folder.
 *
 * Nothing that hashes files of the working tree (`diff`, `status`, `add`) may be run: it runs the clean filters that
 * attributes name, and not all of their names can be overridden. Commands that show patches or commits still need
 * `--no-ext-diff`, `--no-textconv` and `--no-show-signature`.
 */
export function gitCommand(folder: string, args: readonly string[]): GitCommand {
  const own = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && (!/^GIT_/iu.test(name) || KEPT.test(name)),
  );
  return {
    file: 'git',
    args: [
      '--no-pager',
      ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      '-C',
      folder,
      ...args,
    ],
    options: {
      // Windows looks for programs in the current folder first, and that must not be the vault.
      cwd: dirname(process.execPath),
      env: { ...(Object.fromEntries(own) as Record<string, string>), ...ENVIRONMENT },
      windowsHide: true,
    },
  };
}
