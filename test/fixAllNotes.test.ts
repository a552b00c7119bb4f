/** The command "fix all" while notes change: it keeps the server answering to its end, and edits what is open now. */
import assert from 'node:assert/strict';
import { setImmediate as turnOver } from 'node:timers/promises';
import {
  type ApplyWorkspaceEditParams,
  CancellationToken,
  type Connection,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Documents } from '../server/lsp/Documents';
import { fixAllNotes } from '../server/lsp/fixAllNotes';
import type { FileSystem } from '../server/lsp/port';
import type { Session } from '../server/lsp/Session';
import { Workspace } from '../server/lsp/Workspace';

const ROOT = '/vault';
const NAMES = ['a', 'b', 'c', 'd'].map(name => `domains/baking/${name}.md`);
const [OPEN = ''] = NAMES;
/** Milliseconds: longer than a slice of work. */
const READING = 12;

function claim(confidence: string, description = 'Why'): string {
  return `---\ntype: claim\ndomain: baking\ndescription: ${description}\nconfidence: ${confidence}\n---\n`;
}

/** A disk that takes its time; `heard` is told of every note it reads. */
function slowDisk(heard: (path: string) => void): FileSystem {
  return {
    scheme: 'file',
    vaultRoots: () => [ROOT],
    listFiles: () => NAMES,
    isFolder: () => false,
    isReached: () => true,
    staysInside: () => true,
    readChange(_, path) {
      heard(path);
      const end = performance.now() + READING;
      while (performance.now() < end);
      return { kind: 'set', path, text: claim('likley') };
    },
    watchFolder: () => () => {},
    readText: (_, path) => ({ kind: 'remove', path }),
  };
}

/** A session with that vault read, as far as the command asks for it, and what the client is asked to apply. */
async function opened(files: FileSystem) {
  const workspace = new Workspace(files, () => {});
  workspace.addFolder(URI.file(ROOT).toString());
  await workspace.discover(false);
  for (const vault of workspace.all) await vault.load(() => true);
  const documents = new Documents(workspace);
  const shows = { annotations: false, documentChanges: true, editMetadata: false };
  const session = { workspace, documents, shows, machine: { today: () => '2026-11-22' } };
  const applied: ApplyWorkspaceEditParams[] = [];
  const connection = {
    console,
    window: { createWorkDoneProgress: () => Promise.reject(new Error('refused')) },
    sendNotification: () => Promise.resolve(),
    workspace: {
      applyEdit: (params: ApplyWorkspaceEditParams) => {
        applied.push(params);
        return Promise.resolve({ applied: true });
      },
    },
  };
  const run = () =>
    fixAllNotes(
      connection as unknown as Connection,
      session as unknown as Session,
      [URI.file(ROOT).toString()],
      CancellationToken.None,
    );
  return { documents, applied, run };
}

/** Runs it, and `each` in every turn of the event loop meanwhile. */
async function during(run: () => Promise<void>, each: () => void): Promise<void> {
  let done = false;
  const running = run().finally(() => {
    done = true;
  });
  while (!done) {
    await turnOver();
    if (!done) each();
  }
  await running;
}

describe('fixing all notes while the author goes on', () => {
  it('reads no more than one slow note before it lets others be answered', async () => {
    let turn = 0;
    const read = new Map<number, Set<string>>();
    const { applied, run } = await opened(
      slowDisk(path => read.set(turn, (read.get(turn) ?? new Set()).add(path))),
    );
    read.clear();
    await during(run, () => turn++);
    assert.equal(applied[0]?.edit.documentChanges?.length, NAMES.length);
    assert.ok(read.size >= NAMES.length);
    for (const paths of read.values()) assert.equal(paths.size, 1, [...paths].join(' '));
  });

  it('edits an open note as it is when the edit is sent', async () => {
    const { documents, applied, run } = await opened(slowDisk(() => {}));
    const uri = URI.file(`${ROOT}/${OPEN}`).toString();
    let [version, text] = [1, claim('likley')];
    documents.opened({ uri, languageId: 'markdown', version, text });
    await during(run, () => {
      version++;
      text = claim('likley', `Why${'\n# again'.repeat(version)}`);
      documents.changed({ textDocument: { uri, version }, contentChanges: [{ text }] });
    });
    assert.ok(version > NAMES.length);
    const [change] = (applied[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri, version });
    const document = TextDocument.create(uri, 'markdown', version, text);
    const after = TextDocument.applyEdits(document, change?.edits as TextEdit[]);
    assert.equal(after, text.replace('likley', 'likely'));
  });
});
