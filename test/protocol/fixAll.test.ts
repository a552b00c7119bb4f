/** The server's command "fix all safe problems": one edit of the workspace for a note, a folder, a vault, to be confirmed where the client can. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type * as lsp from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllCommand, vaultsMethod } from '../../server/lsp/protocol';
import {
  cleanUp,
  type Files,
  type LspClient,
  type LspClientOptions,
  makeVault,
  serve,
  uriOf,
} from '../support/lspClient';

const A = 'domains/baking/a.md';
const B = 'domains/baking/deep/b.md';
const C = 'domains/milling/c.md';

function claim(confidence: string, link = 'it'): string {
  return `---
type: claim
domain: baking
description: "Why"
confidence: ${confidence}
source: "A baker"
created: 2026-01-02
---

See ${link}.
`;
}

const FILES: Files = {
  [A]: claim('likley', '[[heat and crust]]'),
  [B]: claim('likley'),
  [C]: claim('likley'),
  'notes/heat makes crusts brown.md': '---\ntitle: Heat and Crust\n---\nText.',
};

const MENDED = {
  [A]: claim('likely', '[[heat makes crusts brown|heat and crust]]'),
  [B]: claim('likely'),
  [C]: claim('likely'),
};

const workspaceEdit = {
  documentChanges: true,
  changeAnnotationSupport: { groupsOnLabel: true },
  metadataSupport: true,
};

describe('the command “fix all”', () => {
  afterEach(cleanUp);

  interface Asked {
    readonly client: LspClient;
    readonly edits: lsp.ApplyWorkspaceEditParams[];
    readonly messages: string[];
    run(uri: unknown): Promise<unknown>;
  }

  /** A client that keeps what it is asked to apply. */
  async function asked(
    edit: lsp.WorkspaceEditClientCapabilities | undefined,
    options: LspClientOptions = {},
    files = FILES,
  ): Promise<Asked> {
    const workspace = {
      applyEdit: true,
      workspaceFolders: true,
      ...(edit && { workspaceEdit: edit }),
    };
    const capabilities = { workspace, window: { workDoneProgress: true } };
    const client = await serve(files, { capabilities, ...options });
    const edits: lsp.ApplyWorkspaceEditParams[] = [];
    const messages: string[] = [];
    client.connection.onRequest('workspace/applyEdit', (params: lsp.ApplyWorkspaceEditParams) => {
      edits.push(params);
      return { applied: true };
    });
    client.connection.onNotification('window/showMessage', ({ message }: lsp.ShowMessageParams) => {
      messages.push(message);
    });
    const run = (uri: unknown) =>
      client.connection.sendRequest('workspace/executeCommand', {
        command: fixAllCommand,
        arguments: [uri],
      });
    return { client, edits, messages, run };
  }

  /** The texts that an edit makes, by name. */
  function texts(client: LspClient, params: lsp.ApplyWorkspaceEditParams | undefined) {
    const changes = params?.edit.documentChanges as lsp.TextDocumentEdit[];
    return Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const name = Object.keys(FILES).find(each => client.uri(each) === textDocument.uri) ?? '';
        const document = TextDocument.create('', '', 0, textOf(client, name));
        return [name, TextDocument.applyEdits(document, edits as lsp.TextEdit[])];
      }),
    );
  }

  function textOf(client: LspClient, name: string): string {
    try {
      return client.document(name).getText();
    } catch {
      return readFileSync(client.file(name), 'utf8');
    }
  }

  it('is told to the client', async () => {
    const { client } = await asked(workspaceEdit);
    const { executeCommandProvider } = client.initialized?.capabilities ?? {};
    assert.ok(executeCommandProvider?.commands.includes(fixAllCommand));
    const answer = await client.connection.sendRequest<string[]>(vaultsMethod);
    assert.deepEqual(answer, [uriOf(client.root)]);
  });

  it('mends a folder in one edit, in which each change waits to be confirmed', async () => {
    const { client, edits, messages, run } = await asked(workspaceEdit);
    await run(client.uri('domains/baking'));
    const [params, ...others] = edits;
    assert.deepEqual([others, messages], [[], []]);
    assert.equal(params?.label, 'Fix all safe problems');
    assert.deepEqual(params?.metadata, { isRefactoring: true });
    assert.deepEqual(texts(client, params), { [A]: MENDED[A], [B]: MENDED[B] });
    const { changeAnnotations = {}, documentChanges = [], changes } = params?.edit ?? {};
    assert.equal(changes, undefined);
    assert.deepEqual(Object.keys(changeAnnotations).sort(), [
      'frontmatter/invalid-value',
      'link/near',
    ]);
    for (const [code, { label, needsConfirmation, description }] of Object.entries(
      changeAnnotations,
    )) {
      assert.equal(label, `Fix all safe problems: ${code}`);
      assert.equal(needsConfirmation, true);
      assert.match(description ?? '', /\.$/u);
    }
    for (const each of documentChanges as lsp.TextDocumentEdit[]) {
      assert.equal(each.textDocument.version, null);
      for (const edit of each.edits)
        assert.ok('annotationId' in edit && edit.annotationId in changeAnnotations);
    }
  });

  it('mends a vault, with the text of the editor for notes that are open', async () => {
    const { client, edits, run } = await asked(workspaceEdit);
    await client.open(B, claim('likely'));
    await client.open(C, 'Text.');
    await client.type(C, claim('experimantal'));
    await run(uriOf(client.root));
    const changes = edits[0]?.edit.documentChanges as lsp.TextDocumentEdit[];
    assert.deepEqual(texts(client, edits[0]), { [A]: MENDED[A], [C]: claim('experimental') });
    assert.deepEqual(
      changes.map(({ textDocument }) => textDocument.version),
      [null, 2],
    );
  });

  it('mends a note at once', async () => {
    const { client, edits, run } = await asked(workspaceEdit);
    await client.open(A, textOf(client, A));
    await run(client.uri(A));
    assert.equal(edits[0]?.edit.changeAnnotations, undefined);
    assert.deepEqual(edits[0]?.metadata, { isRefactoring: false });
    assert.deepEqual(texts(client, edits[0]), { [A]: MENDED[A] });
  });

  it('sends plain edits to a client that knows no annotations, and to one that knows no versions', async () => {
    const { client, edits, run } = await asked({ documentChanges: true });
    await run(uriOf(client.root));
    assert.deepEqual(Object.keys(edits[0] ?? {}), ['label', 'edit']);
    assert.deepEqual(Object.keys(edits[0]?.edit ?? {}), ['documentChanges']);
    assert.ok(!JSON.stringify(edits).includes('annotationId'));
    assert.deepEqual(texts(client, edits[0]), MENDED);
    const simple = await asked(undefined);
    await simple.run(uriOf(simple.client.root));
    assert.deepEqual(Object.keys(simple.edits[0]?.edit ?? {}), ['changes']);
    const { changes = {} } = simple.edits[0]?.edit ?? {};
    assert.deepEqual(
      Object.keys(changes),
      [A, B, C].map(name => simple.client.uri(name)),
    );
  });

  it('looks at the disk once more before it mends a note', async () => {
    const { client, edits, run } = await asked(workspaceEdit);
    // Nobody tells the server of it.
    writeFileSync(client.file(C), claim('likley').replace('Why', 'Therefore'));
    await run(client.uri('domains/milling'));
    assert.deepEqual(texts(client, edits[0]), { [C]: MENDED[C].replace('Why', 'Therefore') });
  });

  it('leaves what is reported as it is until the edit is made', async () => {
    const { client, run } = await asked(workspaceEdit);
    await client.codes(A, 'claim/orphan frontmatter/invalid-value link/near');
    await run(uriOf(client.root));
    await client.open(A, `${textOf(client, A)}\n`);
    await client.codes(A, 'claim/orphan frontmatter/invalid-value link/near');
    assert.ok(
      client.published
        .filter(({ uri }) => uri === client.uri(A))
        .every(each => each.diagnostics.length === 3),
    );
  });

  it('says so where there is nothing to mend, no vault, or no reason', async () => {
    const { client, edits, messages, run } = await asked(workspaceEdit);
    await run(client.uri('notes'));
    await run(client.uri('notes/heat makes crusts brown.md'));
    await run(uriOf('/nowhere at all'));
    await run(7);
    assert.deepEqual(edits, []);
    const nothing = 'There is nothing here that can be mended safely.';
    const none = 'This is no note or folder of a vault.';
    assert.deepEqual(messages, [nothing, nothing, none, none]);
  });

  it('mends each vault in a folder around several, and a vault inside a vault by itself', async () => {
    const marker = '.claimwright.yaml';
    const inner = Object.entries(FILES).map(([name, text]) => [`in/${name}`, text] as const);
    const files = { ...FILES, ...Object.fromEntries(inner), [marker]: '', [`in/${marker}`]: '' };
    const { client, edits, run } = await asked(workspaceEdit, {}, files);
    const count = () => edits.at(-1)?.edit.documentChanges?.length;
    await run(uriOf(client.root));
    assert.equal(count(), 3);
    await run(client.uri('in'));
    assert.equal(count(), 3);
    assert.notDeepEqual(edits[0], edits[1]);
    const around = makeVault({
      'one/.claimwright.yaml': '',
      [`one/${A}`]: claim('likley'),
      'two/.claimwright.yaml': '',
      [`two/${A}`]: claim('likley'),
    });
    await client.moveTo(around);
    await client.until('the vaults', () => client.statuses.at(-1)?.notes === 2);
    await client.ready();
    await run(uriOf(around));
    assert.equal(count(), 2);
  });

  it('shows progress, which ends it when it is cancelled', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `domains/baking/${at}.md`,
        claim('likley', 'it\n'.repeat(2000)),
      ]),
    );
    const { client, edits, messages, run } = await asked(workspaceEdit, {}, many);
    const told: (object & { kind: string })[] = [];
    client.connection.onNotification('$/progress', ({ token, value }) => {
      told.push(value);
      if (value.kind === 'begin')
        void client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    });
    await run(uriOf(client.root));
    assert.deepEqual([edits, messages], [[], ['Cancelled: nothing was changed.']]);
    assert.deepEqual(told[0], {
      kind: 'begin',
      title: 'Claimwright',
      message: 'Looking for safe fixes',
      cancellable: true,
      percentage: 0,
    });
    assert.equal(told.at(-1)?.kind, 'end');
  });

  it('tells when the client could not apply the edit', async () => {
    const { client, messages, run } = await asked({ documentChanges: true });
    client.connection.onRequest('workspace/applyEdit', () => ({ applied: false }));
    await run(uriOf(client.root));
    assert.deepEqual(messages, ['A note changed meanwhile, so nothing was changed.']);
  });
});
