/** Holds what a server at rest reports, with every note saved and closed, against `claimwright check` on the same folders. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import { difference } from './compare';
import { Finding } from './Finding';
import { comeToRest } from './rest';
import type { Chaos } from './Step';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface Reported {
  readonly range: unknown;
  readonly severity: string;
  readonly code: unknown;
  readonly message: string;
}

export async function compareWithCheck(chaos: Chaos): Promise<void> {
  const { editor, counts } = chaos;
  for (const open of [...editor.documents.values()]) {
    if (chaos.dice.chance(0.5)) await editor.save(open);
    await editor.close(open);
  }
  editor.settings = {};
  await editor.notify('workspace/didChangeConfiguration', { settings: null });
  await comeToRest(chaos);
  const { client } = editor;
  const roots = await client.connection.sendRequest<string[]>('claimwright/vaults');
  const expected = new Map<string, Reported[]>();
  for (const root of roots.map(uri => URI.parse(uri).fsPath))
    for (const { file, range, severity, code, message } of await check(root))
      expected.set(join(root, file), [
        ...(expected.get(join(root, file)) ?? []),
        { range, severity, code, message },
      ]);
  const shown = [...client.diagnostics]
    .filter(([, { diagnostics }]) => diagnostics.length > 0)
    .map(([file, { diagnostics }]): [string, Reported[]] => [
      file,
      diagnostics.map(({ range, severity, code, message }) => ({
        range,
        severity: SEVERITIES[severity ?? 0] ?? '',
        code,
        message: String(message),
      })),
    ]);
  const [ours, theirs] = [sorted(shown), sorted(expected)];
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Finding(`reported differs from check: ${difference(ours, theirs)}`);
  counts.notes += expected.size;
}

async function check(root: string): Promise<(Reported & { readonly file: string })[]> {
  const args = [
    cli,
    'check',
    root,
    '--format',
    'json',
    '--severity',
    'hint',
    '--no-baseline',
    '--no-cache',
  ];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 });
  // Findings are no failure of the comparison.
  const { stdout } = await run.catch(
    (error: { stdout?: string; code?: number; stderr?: string }) => {
      if (error.code === 1) return { stdout: error.stdout ?? '' };
      throw new Finding(`check ${root} failed: ${error.stderr}`);
    },
  );
  return JSON.parse(stdout).diagnostics;
}

/** By file; those of a file in the order in which they come. */
function sorted(all: Iterable<[string, Reported[]]>): Record<string, Reported[]> {
  const order = (each: Reported) => JSON.stringify(each);
  return Object.fromEntries(
    [...all]
      .map(([file, each]) => [file, each.sort((a, b) => (order(a) < order(b) ? -1 : 1))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
