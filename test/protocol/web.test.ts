/** The server for browsers: it reads through its client, and says the same as the command line. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CompletionList, Hover, MarkupContent, WorkspaceEdit } from 'vscode-languageserver';
import { listFiles } from '../../server/disk';
import { buildCli, removeTemporaryFolders, runCli } from '../support/runCli';
import { skipped } from '../support/skipped';
import { type Held, stopWorkers, WorkerServer } from '../support/workerServer';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/vault');
const REAL = resolve(import.meta.dirname, '../../../shared/vault');

interface Found {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

describe('the server in a browser', function () {
  this.timeout(120_000);
  before(buildCli);
  afterEach(stopWorkers);
  after(removeTemporaryFolders);

  const held = (files: Readonly<Record<string, string | Held>>) =>
    new Map<string, Held>(
      Object.entries(files).map(([path, text]) => [
        path,
        typeof text === 'string' && !['gone', 'forbidden', 'unread'].includes(text)
          ? new TextEncoder().encode(text)
          : (text as Held),
      ]),
    );
  const serve = async (...args: Parameters<typeof WorkerServer.start>) => {
    const server = await WorkerServer.start(...args);
    await server.ready();
    return server;
  };

  for (const [name, folder] of [
    ['the example vault', EXAMPLE],
    ['the real vault', REAL],
  ] as const)
    it(`reports of ${name} what the command line does`, async function () {
      const paths = folderHolds(folder) ? [...listFiles(folder)] : skipped(this, `no ${folder}`);
      const files = new Map<string, Held>(
        paths.map(each => [each, readFileSync(join(folder, each))]),
      );
      const marker = '.claimwright.yaml';
      if (readdirSync(folder).includes(marker))
        files.set(marker, readFileSync(join(folder, marker)));
      const server = await serve(files);
      const { stdout } = await runCli(['check', folder, '--format', 'json', '--severity', 'hint']);
      const expected = JSON.parse(stdout) as { notes: number; diagnostics: Found[] };
      assert.equal(server.statuses.at(-1)?.notes, expected.notes);
      const count = (severity: string) =>
        expected.diagnostics.filter(each => each.severity === severity).length;
      await server.until('all is checked', () => {
        const { errors, warnings } = server.statuses.at(-1) ?? {};
        return errors === count('error') && warnings === count('warning');
      });
      const sorted = (all: readonly string[]) => [...all].sort();
      await server.until(
        'as many problems',
        () => [...server.diagnostics.values()].flat().length === expected.diagnostics.length,
      );
      assert.deepEqual(
        sorted(
          [...server.diagnostics].flatMap(([file, all]) =>
            all.map(({ code, severity = 0, message, range }) =>
              JSON.stringify([file, code, SEVERITIES[severity], message, range]),
            ),
          ),
        ),
        sorted(
          expected.diagnostics.map(({ file, code, severity, message, range }) =>
            JSON.stringify([file, code, severity, message, range]),
          ),
        ),
      );
      assert.match(server.told.join('\n'), /^Reading files: \d+ of \d+$/mu);
    });
});

function folderHolds(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
