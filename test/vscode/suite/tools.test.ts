/** What language models in the editor can ask: to find, to read, to list, and to check. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './workspace';

const CLAIM =
  'domains/street-design/protected bike lanes lose most of their value at the first unprotected junction.md';

async function ask<Answer>(name: string, input: object): Promise<Answer> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

describe('tools for language models', () => {
  before(() =>
    until('the tools', () => vscode.lm.tools.some(({ name }) => name === 'claimwright_checkDraft')),
  );

  it('find a claim by words of its title', async () => {
    const { notes } = await ask<{ notes: { path: string; confidence: string }[] }>(
      'claimwright_searchClaims',
      { query: 'junction bike lanes', types: ['claim'], limit: 3 },
    );
    assert.equal(notes[0]?.path, CLAIM);
    assert.ok(notes.length <= 3);
  });

  it('read it with its neighbours, by its path or its title', async () => {
    interface Claim {
      readonly path: string;
      readonly text: string;
      readonly around: Record<string, { count: number; notes: { path: string }[] }>;
    }
    const claim = await ask<Claim>('claimwright_readClaim', { note: CLAIM });
    assert.match(claim.text, /^---\ntype: claim/u);
    const around = Object.values(claim.around).flatMap(({ notes }) => notes);
    assert.ok(around.length >= 3, JSON.stringify(claim.around));
    const title = CLAIM.slice(CLAIM.lastIndexOf('/') + 1, -3);
    assert.equal((await ask<Claim>('claimwright_readClaim', { note: title })).path, CLAIM);
  });

  it('list the hints that wait', async () => {
    const { notes } = await ask<{ notes: { hints: { text: string }[] }[] }>(
      'claimwright_listHints',
      {},
    );
    assert.ok(notes.length > 0 && notes.every(({ hints }) => hints.length > 0));
  });

  it('check a draft, and write nothing', async () => {
    const text =
      '---\ntype: claim\nconfidence: likley\n---\n# Rain keeps nobody off a covered path\n';
    const { path, problems } = await ask<{ path: string; problems: { code: string }[] }>(
      'claimwright_checkDraft',
      { text },
    );
    assert.ok(problems.some(({ code }) => code === 'frontmatter/invalid-value'));
    assert.deepEqual(await vscode.workspace.findFiles(`**/${path.split('/').at(-1)}`), []);
  });

  it('read nothing outside the vault', async () => {
    for (const note of ['../../../etc/passwd', '/etc/passwd', '%2e%2e/secret'])
      await assert.rejects(ask('claimwright_readClaim', { note }), note);
    await assert.rejects(ask('claimwright_checkDraft', { text: 'a', path: '../a.md' }));
  });
});
