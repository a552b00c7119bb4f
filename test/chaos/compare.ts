/** Holds a server at rest against one that was started just now: what they report, and what they answer. */
import type * as lsp from 'vscode-languageserver-protocol';
import { LspClient, pause, uriOf } from '../support/lspClient';
import type { Abilities } from './capabilities';
import { comparable } from './comparable';
import { short } from './Editor';
import { Finding } from './Finding';
import { inTime } from './inTime';
import { aboutAll, aboutNote, aboutVault, type Question } from './questions';
import { settle } from './rest';
import type { Chaos } from './Step';
import { aNote } from './steps/asking';

/** Notes asked about, of each comparison. */
const NOTES = 4;
/** Milliseconds within which a busy machine may still be behind. */
const PATIENCE = 20_000;

/** Throws the first difference. */
export async function compare(chaos: Chaos, abilities: Abilities): Promise<void> {
  const { editor, dice, counts, vaults } = chaos;
  const fresh = await startFresh(chaos, abilities);
  try {
    await same(
      () => reported(editor.client),
      () => reported(fresh),
    );
    counts.notes += Object.keys(reported(fresh)).length;
    const questions = [
      ...Array.from({ length: NOTES }, () => aNote(chaos)).flatMap(({ uri, text }) =>
        aboutNote(uri, text, dice),
      ),
      ...aboutVault(uriOf(dice.one(vaults)), dice),
      ...aboutAll(dice),
    ];
    for (const question of questions) {
      const answers = await Promise.all([answer(editor.client, question), answer(fresh, question)]);
      counts.answers++;
      counts.requests++;
      const [ours, theirs] = answers.map(written);
      if (ours === theirs) continue;
      throw new Finding(
        `${question.method} ${short(question.params)} differs: ${difference(answers[0], answers[1])}`,
        { question, answers },
      );
    }
  } finally {
    fresh.kill();
  }
}

async function startFresh({ editor, folders }: Chaos, abilities: Abilities): Promise<LspClient> {
  const fresh = await LspClient.start({
    folders: [...folders],
    settings: editor.settings,
    ...abilities,
  });
  let heard = performance.now();
  fresh.process.stdout?.on('data', () => {
    heard = performance.now();
  });
  for (const { uri, document } of editor.documents.values()) {
    const { version } = document;
    const textDocument = { uri, languageId: 'markdown', version, text: document.getText() };
    await fresh.connection.sendNotification('textDocument/didOpen', { textDocument });
  }
  await settle(fresh, () => heard);
  return fresh;
}

/** Every problem that is shown, by file, and what the status says. */
function reported({ diagnostics, statuses }: LspClient): Record<string, unknown> {
  const shown = [...diagnostics].filter(([, params]) => params.diagnostics.length > 0);
  const byFile = shown.map(([file, params]) => [file, params.diagnostics] as const);
  return {
    ...Object.fromEntries(byFile.sort(([a], [b]) => (a < b ? -1 : 1))),
    status: statuses.at(-1),
  };
}

/** Either may be behind for a while. */
async function same(ours: () => unknown, theirs: () => unknown): Promise<void> {
  for (const end = performance.now() + PATIENCE; written(ours()) !== written(theirs()); ) {
    if (performance.now() > end)
      throw new Finding(`reported differs: ${difference(ours(), theirs())}`, [ours(), theirs()]);
    await pause(100);
  }
}

/** As text. Files are opened by addresses that escape more or less, and it makes no difference which is told. */
function written(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll('%20', ' ');
}

/** The answer, with what follows from it; an error is one, too. */
async function answer({ connection }: LspClient, { method, params }: Question): Promise<unknown> {
  const ask = async (name: string, told: unknown): Promise<unknown> => {
    try {
      return await inTime(`${name} ${short(told)}`, connection.sendRequest(name, told));
    } catch (error) {
      if (error instanceof Finding) throw error;
      return { error: (error as Error).message };
    }
  };
  const first = await ask(method, params);
  const each = (name: string, all: unknown) =>
    Promise.all((Array.isArray(all) ? all : []).map(item => ask(name, item)));
  if (method === 'textDocument/codeLens') return each('codeLens/resolve', first);
  if (method === 'textDocument/codeAction') return each('codeAction/resolve', first);
  if (method === 'textDocument/prepareCallHierarchy') {
    const items = (Array.isArray(first) ? first : []) as lsp.CallHierarchyItem[];
    const calls = ['incomingCalls', 'outgoingCalls'].map(name =>
      Promise.all(items.map(item => ask(`callHierarchy/${name}`, { item }))),
    );
    return [first, await Promise.all(calls)];
  }
  if (method === 'claimwright/inbox') return counted(first, () => ask(method, params));
  return comparable(method, first);
}

/** Hints of urgent sources are counted behind the first answer. */
async function counted(first: unknown, again: () => Promise<unknown>): Promise<unknown> {
  let now = first as { urgent?: { counted: boolean } };
  for (const end = performance.now() + PATIENCE; now.urgent?.counted === false; ) {
    if (performance.now() > end) throw new Finding('urgent sources are never counted');
    await pause(50);
    now = (await again()) as typeof now;
  }
  return now;
}

/** Where two values differ first, and how. */
export function difference(ours: unknown, theirs: unknown, at = ''): string {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isObject(ours) || !isObject(theirs))
    return `at ${at || 'all'}: ${short(ours)}, from scratch ${short(theirs)}`;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    if (written(ours[key]) !== written(theirs[key]))
      return difference(ours[key], theirs[key], `${at}/${key}`);
  return 'the order of keys';
}
