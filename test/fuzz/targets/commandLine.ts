/** Any command line, on a small vault: it is done or refused in words, and nothing outside the vault is touched. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import fc from 'fast-check';
import { Failure } from '../../../server/cli/command';
import { commandNames, outcomeOf } from '../../../server/cli/outcome';
import { target } from '../Target';

const FILES: Readonly<Record<string, string>> = {
  'domains/weather/rain falls on old towns.md':
    '---\ntype: claim\ndomain: weather\nconfidence: likley\n---\n# Rain falls on old towns\n\n[[snow stays]] [[nowhere]]\n',
  'domains/weather/snow stays.md': '---\ntype: claim\n---\n# Snow stays\n',
  'inbox/queue/sky.md':
    '---\ntype: source\nstatus: unprocessed\n---\n**Extraction hints:**\n- Claim: "clouds hide the sun from old towns"\n',
  'picture.png': '',
};
const BESIDE = 'outside.md';

const word = fc.constantFrom(
  ...['.', '..', 'domains', 'domains/weather/snow stays.md', 'inbox/queue/sky.md', 'picture.png'],
  ...[
    'domains/**',
    '!inbox/**',
    `../${BESIDE}`,
    'nowhere',
    '',
    '-',
    '--',
    '**',
    '[',
    '{',
    '!',
    '\0',
  ],
  ...[
    'domains/weather/hail falls.md',
    'Hail falls',
    '../escaped.md',
    '..\\escaped',
    '%2e%2e/x',
    'a/',
  ],
  ...['__proto__', 'constructor', 'json', 'pretty', 'all', '0', '1', '-1', '1e9', 'NaN', 'claim'],
  ...[
    'link/missing',
    'error',
    'hint',
    'x'.repeat(300),
    '🍞',
    '\ud800',
    'HEAD',
    '--upload-pack=x',
    'svg',
  ],
);
const OPTIONS = [
  ...[
    '--format',
    '--rule',
    '--severity',
    '--baseline',
    '--write-baseline',
    '--no-baseline',
    '--base',
  ],
  ...[
    '--changed-only',
    '--dry-run',
    '--unsafe',
    '--links',
    '--no-git',
    '--hint',
    '--title',
    '--short',
  ],
  ...['--note', '--steps', '--domain', '--limit', '--notes', '--color', '--help', '-h', '--agent'],
  ...['--no-cache', '--version', '--json', '--__proto__', '--format=json', '--color=always', '--'],
];
const command = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...commandNames) },
  fc.constantFrom('__proto__', 'constructor', '', '--help', '-V', 'Check', 'chekc'),
);
const rest = fc.array(fc.oneof(word, fc.constantFrom(...OPTIONS)), { maxLength: 6 });

let folder: string | null = null;

/** A folder with a vault in it and a note beside it; made anew where a run has changed it. */
function vaultIn(home: string): string {
  const root = join(home, 'vault');
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function assertRun(args: readonly string[]): void {
  folder ??= mkdtempSync(join(tmpdir(), 'claimwright-fuzz-cli-'));
  const home = folder;
  const root = join(home, 'vault');
  if (!existsSync(root)) {
    vaultIn(home);
    writeFileSync(join(home, BESIDE), '# Outside\n\n[[snow stays]]\n');
  }
  const [here, cache] = [process.cwd(), process.env['XDG_CACHE_HOME']];
  process.chdir(root);
  process.env['XDG_CACHE_HOME'] = join(home, 'caches');
  const before = filesIn(home);
  try {
    const { output, status } = outcomeOf(args, sentence => assert.notEqual(sentence.trim(), ''));
    assert.ok([0, 1, 2].includes(status));
    const isJson = args.some(
      (each, at) => each === '--format=json' || (each === 'json' && args[at - 1] === '--format'),
    );
    if (isJson && /^\s*[{[]/u.test(output)) JSON.parse(output);
  } catch (error) {
    // Anything else would be told as a bug.
    if (!(error instanceof Failure)) throw error;
    assert.notEqual(error.message.trim(), '');
  } finally {
    process.chdir(here);
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
    process.exitCode = undefined;
  }
  const after = filesIn(home);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    file => before.get(file) !== after.get(file),
  );
  if (changed.length > 0) vaultIn(home);
  const outside = changed.filter(file => !file.startsWith(`vault${sep}`) && !allowed(args, file));
  assert.deepEqual(outside, [], 'changed outside the vault');
}

/** Whoever asks for a baseline in a file gets it there, and whoever names the folder above as the vault, in that. */
function allowed(args: readonly string[], file: string): boolean {
  const isAbove = args.some(each => join('vault', each) === '.');
  if (isAbove && args.includes('--write-baseline') && file === '.claimwright-baseline.json')
    return true;
  return args.includes('--baseline') && args.some(each => join('vault', each) === file);
}

function filesIn(home: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const each of readdirSync(home, { recursive: true, withFileTypes: true })) {
    const file = join(each.parentPath, each.name).slice(home.length + 1);
    if (each.isFile() && !file.startsWith('caches'))
      files.set(file, readFileSync(join(home, file), 'latin1'));
  }
  return files;
}

export const commandLine = target({
  name: 'command-line',
  feeds:
    'commands with any options and operands, in any order: paths that lead out, globs, wrong values, options of other commands',
  holds:
    'done or refused in a sentence, never a bug; JSON can be parsed; nothing beside the vault changes',
  weight: 1,
  input: fc.tuple(command, rest).map(([name, more]) => [name, ...more]),
  check: assertRun,
  close() {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
  },
});
