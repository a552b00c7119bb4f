/** Measures storms of changes on the disk over LSP, and whether the server ends up where a new one would. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { probe, type Waits } from '../support/probe';
import { moveFolder, problemsIn, writeSteadily } from '../support/storms';
import { calm } from './calm';
import { OPEN_NOTE, type Served, startServer } from './measureStart';
import { pick, random } from './titles';

export interface StormFigures extends Waits {
  readonly notes: number;
  /** Milliseconds from the last report of a change to the last problem that differs by it. */
  readonly settles: number;
  /** Files of which something else is shown than a new server shows; after the last storm. */
  readonly differing?: number;
}

export interface StormOptions {
  /** At most so many notes are checked out, and moved. */
  readonly checkedOut: number;
  readonly moved: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** What a checkout, a reorganisation and a busy agent do. */
export const storms: Omit<StormOptions, 'seconds'> = {
  checkedOut: 5000,
  moved: 1600,
  perSecond: 50,
};

/** Changes the files of the vault; ends the server. */
export async function measureStorms(
  { client, questions }: Served,
  names: readonly string[],
  { checkedOut, moved, perSecond, seconds }: StormOptions,
): Promise<Record<string, StormFigures>> {
  const [, hover] = questions;
  const text = (name: string) => readFileSync(client.file(name), 'utf8');
  const figures: Record<string, StormFigures> = {};
  const measure = async (name: string, notes: number, storm: () => Promise<unknown>) => {
    let settles = 0;
    const work = async () => {
      await storm();
      settles = await calm(client, hover);
    };
    figures[name] = { notes, ...(await probe(questions, work())), settles };
  };

  const touched = pick(names, checkedOut, random(17));
  // Before anything is reported, or writing would hold up the client that asks.
  for (const name of touched) client.write(name, rewritten(text(name)));
  await measure('checkout', touched.length, () => client.watched(events(touched, 2)));

  const folder = mostNotes(names);
  const inside = names.filter(name => dirname(name) === folder).slice(0, moved);
  const files = inside.map(name => `${folder}/moving/${basename(name)}`);
  mkdirSync(client.file(`${folder}/moving`));
  for (const [at, name] of inside.entries())
    renameSync(client.file(name), client.file(files[at] ?? ''));
  await measure('moved, told file by file', inside.length, () =>
    client.watched({ ...events(inside, 3), ...events(files, 1) }),
  );
  await measure('moved, told by the folder', inside.length, () =>
    moveFolder(client, `${folder}/moving`, `${folder}/moved`),
  );

  const written = Array.from({ length: perSecond * seconds }, (_, at) => `agents/new ${at}.md`);
  const model = text(names.find(name => !inside.includes(name)) ?? '');
  await measure('an agent writing', written.length, () =>
    writeSteadily(client, written, perSecond, name => `${model}\n[[${basename(name, '.md')}1]]\n`),
  );

  await closeOpenNote(client);
  const differing = await differingFromScratch(client);
  client.kill();
  const last = figures['an agent writing'];
  return { ...figures, ...(last && { 'an agent writing': { ...last, differing } }) };
}

/** As another commit may have it: a link that leads nowhere, and now and then another title. */
function rewritten(text: string): string {
  const title = text.length % 5 === 0 ? text.replace(/^# .*/mu, '$& as it was') : text;
  return `${title}\n[[of another commit]]\n`;
}

/** The folder in which most notes stand. */
function mostNotes(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function events(names: readonly string[], kind: 1 | 2 | 3): Record<string, 1 | 2 | 3> {
  return Object.fromEntries(names.map(name => [name, kind]));
}

/** Of how many files something else is shown than a new server shows. */
async function differingFromScratch(client: Served['client']): Promise<number> {
  const now = problemsIn(client);
  const { client: other } = await startServer(client.root);
  await closeOpenNote(other);
  const scratch = problemsIn(other);
  other.kill();
  const all = new Set([...Object.keys(now), ...Object.keys(scratch)]);
  return [...all].filter(name => !isDeepStrictEqual(now[name], scratch[name])).length;
}

/** Nobody wrote it to the disk, so that all said of it is taken back. */
async function closeOpenNote(client: Served['client']): Promise<void> {
  await client.close(OPEN_NOTE);
  await client.codes(OPEN_NOTE, '');
}
