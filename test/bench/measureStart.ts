/** Measures the server's start over LSP, with a client that asks all the while. */
import type { CompletionList } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient';
import { probe, type Waits } from '../support/probe';
import { calm } from './calm';
import { stopwatch } from './quantiles';
import { type ServerMemory, serverMemory, tellsMemory } from './serverMemory';

/** Milliseconds since the process was started, where nothing else is said. */
export interface StartFigures extends ServerMemory {
  /** Progress shows. */
  readonly progress: number;
  /** The first answer of completion, and the first that offers a note. */
  readonly answer: number;
  readonly offer: number;
  /** All is indexed. */
  readonly ready: number;
  /** Of a note that was open from the beginning, the problems that hang on it alone are there, and then all. */
  readonly alone: number;
  readonly open: number;
  /** The problems of all notes are there. */
  readonly checked: number;
  /** How long answers took while the vault was read, and while all its notes were checked. */
  readonly loading: Waits;
  readonly checking: Waits;
}

export interface Served {
  readonly client: LspClient;
  /** A completion and a hover, as an author asks for them. */
  readonly questions: readonly [complete: () => Promise<unknown>, hover: () => Promise<unknown>];
}

/** Any vault is read within so many milliseconds. */
const LONGEST = 900_000;
const BROKEN = 'a note that nobody wrote';
export const OPEN_NOTE = 'a note being written.md';

/** The server goes on; who asked ends it. */
export async function startServer(root: string): Promise<Served & { figures: StartFigures }> {
  const time = stopwatch();
  const client = await LspClient.start({ folders: [root], nodeArgs: tellsMemory });
  const questions = await openNote(client);
  const [complete, hover] = questions;
  const progress = client.until('progress', () => client.progress.length > 0, LONGEST).then(time);
  const offers = firstOffer(client, complete, time);
  const published = (code: string) => {
    const isPublished = () => client.found(OPEN_NOTE).some(each => each.code === code);
    return client.until(`${code} of the open note`, isPublished, LONGEST).then(time);
  };
  const alone = published('frontmatter/unknown-type');
  const open = published('link/missing');
  const loading = await probe(questions, client.ready(LONGEST));
  const ready = time();
  let checked = ready;
  const checking = await probe(
    questions,
    calm(client, hover).then(last => {
      checked += last;
    }),
  );
  const { answer, offer } = await offers;
  return {
    client,
    questions,
    figures: {
      progress: await progress,
      answer,
      offer,
      ready,
      alone: await alone,
      open: await open,
      checked,
      loading,
      checking,
      ...(await serverMemory(client)),
    },
  };
}

/** A note that is in no folder and of no known type, with a link to nothing and one that is half typed. */
async function openNote(
  client: LspClient,
): Promise<[complete: () => Promise<CompletionList | null>, hover: () => Promise<unknown>]> {
  const text = `---\ntype: clam\n---\n\n# Being written\n\n[[${BROKEN}]] [[the `;
  await client.open(OPEN_NOTE, text);
  const { line, character } = client.document(OPEN_NOTE).positionAt(text.length);
  return [
    () => client.completion(OPEN_NOTE, line, character),
    () => client.ask('hover', OPEN_NOTE, line, 4),
  ];
}

async function firstOffer(
  client: LspClient,
  complete: () => Promise<CompletionList | null>,
  time: () => number,
): Promise<{ answer: number; offer: number }> {
  let answer: number | null = null;
  for (;;) {
    const list = await complete();
    answer ??= time();
    if (list?.items.some(({ label }) => label !== BROKEN) === true)
      return { answer, offer: time() };
    if (client.statuses.at(-1)?.state === 'ready') return { answer, offer: Number.NaN };
  }
}
