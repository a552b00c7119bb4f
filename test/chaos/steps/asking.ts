/** Questions, one or many at once, some taken back, some about notes that go meanwhile. */
import { dirname, join } from 'node:path';
import type * as lsp from 'vscode-languageserver-protocol';
import { uriOf } from '../../support/lspClient';
import type { AskOptions } from '../Editor';
import { makeEdit } from '../makeEdit';
import { aboutAll, aboutNote, aboutVault, placeIn, type Question } from '../questions';
import type { Chaos, Step } from '../Step';
import { aNewPath, tell } from './disk';
import { anOpen } from './writing';

export interface AskedNote {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
}

export function aNote(chaos: Chaos): AskedNote {
  const { disk, dice } = chaos;
  const open = anOpen(chaos);
  if (open !== null && dice.chance(0.6))
    return { uri: open.uri, path: open.path, text: open.document.getText() };
  const notes = disk.notes();
  const path =
    notes.length > 0 && dice.chance(0.95) ? dice.one(notes) : join(disk.root, 'no such.md');
  return { uri: uriOf(path), path, text: disk.read(path) ?? '' };
}

function questions(chaos: Chaos): Question[] {
  const { dice, vaults } = chaos;
  const kind = dice.next();
  if (kind < 0.85) {
    const { uri, text } = aNote(chaos);
    return aboutNote(uri, text, dice);
  }
  return kind < 0.95 ? aboutVault(uriOf(dice.one(vaults)), dice) : aboutAll(dice);
}

function ask({ editor, dice }: Chaos, { method, params }: Question): Promise<unknown> {
  const options: AskOptions = dice.chance(0.25)
    ? { cancelAfter: dice.one([0, 1, 5, 30, 100]) }
    : {};
  return editor.ask(method, params, options);
}

/** What an author does with a source, with a claim, and without any. */
function moves({ dice }: Chaos): unknown {
  const hint = {
    index: dice.below(3),
    text: dice.one(['bread needs a night', 'salt slows a dough', 'gone']),
  };
  const claim = dice.one(['domains/food/bread.md', 'bread.md', 'nowhere.md']);
  return dice.one<unknown>([
    { kind: 'promote', hint },
    { kind: 'promote', hint, title: `made of ${dice.below(9)} hints` },
    { kind: 'drop', hint },
    { kind: 'exists', hint, claim },
    { kind: 'enrich', hint: dice.chance(0.5) ? hint : null, claim },
    {
      kind: 'claim',
      title: `a claim of ${dice.below(50)} words`,
      domain: dice.one([null, 'food', '../x']),
    },
    {
      kind: 'note',
      type: dice.one(['claim', 'musing', 'position', 'x']),
      title: 'a note of its own',
      folder: null,
    },
    {
      kind: 'source',
      title: 'Ovens',
      url: 'https://example.org',
      author: 'Ann',
      domain: null,
      text: 'Hot.',
    },
    { kind: 'counter', title: `not so at ${dice.below(9)}` },
    { kind: 'objection', text: 'Not at night.' },
    { kind: 'retire', by: null, reason: 'Nobody bakes.' },
    { kind: 'done' },
    { kind: 'null-result', notes: 'Nothing in it.' },
    { kind: 'evaluated' },
  ]);
}

async function act(chaos: Chaos): Promise<string> {
  const { editor, dice, vaults } = chaos;
  const { uri, path, text } = aNote(chaos);
  const kind = dice.next();
  const position = placeIn(text, dice);
  if (kind < 0.3) {
    const selection = dice.chance(0.3)
      ? { start: { line: 0, character: 0 }, end: position }
      : undefined;
    const params = { uri, move: moves(chaos), ...(selection ? { selection } : {}) };
    if (dice.chance(0.2)) await editor.ask('claimwright/checkMove', params);
    void editor.ask(
      'claimwright/author',
      params,
      dice.chance(0.2) ? { cancelAfter: dice.below(50) } : {},
    );
    return `author ${path} ${JSON.stringify(params.move)}`;
  }
  if (kind < 0.5) {
    const command = {
      command: 'claimwright.server.fixAll',
      arguments: [dice.one([uri, uriOf(dirname(path)), uriOf(dice.one(vaults))])],
    };
    void editor.ask(
      'workspace/executeCommand',
      command,
      dice.chance(0.3) ? { cancelAfter: dice.below(50) } : {},
    );
    return `fix ${command.arguments[0]}`;
  }
  if (kind < 0.7) {
    const range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions =
      (await editor.ask<lsp.CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
    if (actions.length === 0) return 'no action';
    const action = dice.one(actions);
    const resolved = (await editor.ask<lsp.CodeAction>('codeAction/resolve', action)) ?? action;
    if (resolved.edit !== undefined) await makeEdit(editor, resolved.edit);
    if (resolved.command !== undefined)
      void editor.ask('workspace/executeCommand', resolved.command);
    return `${action.title} in ${path}`;
  }
  if (kind < 0.8) {
    const params = { textDocument: { uri }, position, newName: `renamed ${dice.below(30)}` };
    const edit = await editor.ask<lsp.WorkspaceEdit | null>('textDocument/rename', params);
    if (edit && dice.chance(0.8)) await makeEdit(editor, edit);
    return `rename in ${path}`;
  }
  if (kind < 0.9) {
    const to = aNewPath(chaos, path);
    const files = [{ oldUri: uri, newUri: uriOf(to) }];
    const edit = await editor.ask<lsp.WorkspaceEdit | null>('workspace/willRenameFiles', { files });
    if (edit) await makeEdit(editor, edit);
    if (chaos.disk.read(path) === null || dice.chance(0.2)) return 'asked about a move';
    chaos.disk.rename(path, to);
    await editor.notify('workspace/didRenameFiles', { files });
    await tell(chaos, [
      [path, 3],
      [to, 1],
    ]);
    return `${path} moves to ${to}`;
  }
  const repairs = await editor.ask<{
    links: { uri: string; written: string; candidates: { path: string }[] }[];
  }>('claimwright/repairs', {
    uri: dice.chance(0.5) ? uri : uriOf(dirname(path)),
    history: dice.chance(0.3),
  });
  const chosen = (repairs?.links ?? []).slice(0, dice.between(1, 20)).map(link => ({
    uri: link.uri,
    written: link.written,
    path: link.candidates[0]?.path ?? null,
    safe: dice.chance(0.5),
  }));
  void editor.ask('claimwright/applyRepairs', chosen);
  return `${chosen.length} repairs`;
}

/** Answers lead to more questions. */
async function follow(chaos: Chaos): Promise<string> {
  const { editor, dice } = chaos;
  const { uri, path, text } = aNote(chaos);
  const textDocument = { uri };
  const position = placeIn(text, dice);
  const [lenses, list, items] = await Promise.all([
    editor.ask<lsp.CodeLens[] | null>('textDocument/codeLens', { textDocument }),
    editor.ask<lsp.CompletionList | null>('textDocument/completion', { textDocument, position }),
    editor.ask<lsp.CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', {
      textDocument,
      position,
    }),
  ]);
  // Meanwhile the note may be another.
  if (dice.chance(0.3)) await tell(chaos, [[path, 2]]);
  for (const lens of lenses ?? []) void editor.ask('codeLens/resolve', lens);
  for (const item of (list?.items ?? []).slice(0, 3))
    void editor.ask('completionItem/resolve', item);
  for (const item of items ?? []) {
    void editor.ask('callHierarchy/incomingCalls', { item });
    void editor.ask('callHierarchy/outgoingCalls', { item });
  }
  return path;
}

export const asking: readonly Step[] = [
  {
    name: 'ask',
    weight: 10,
    async run(chaos) {
      const question = chaos.dice.one(questions(chaos));
      await ask(chaos, question);
      return question.method;
    },
  },
  {
    name: 'ask much at once',
    weight: 6,
    async run(chaos) {
      const all = questions(chaos);
      for (const each of all) void ask(chaos, each);
      if (chaos.dice.chance(0.2)) {
        const open = anOpen(chaos);
        if (open !== null) await chaos.editor.close(open);
      }
      return `${all.length} questions`;
    },
  },
  {
    name: 'ask, and the note goes',
    weight: 2,
    async run(chaos) {
      const { uri, path, text } = aNote(chaos);
      for (const each of aboutNote(uri, text, chaos.dice)) void ask(chaos, each);
      chaos.counts.external++;
      chaos.disk.remove(path);
      await tell(chaos, [[path, 3]]);
      return path;
    },
  },
  { name: 'follow answers', weight: 4, run: follow },
  { name: 'act', weight: 6, run: act },
];
