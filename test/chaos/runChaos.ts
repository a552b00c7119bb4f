/** One run of chaos: rounds of random steps around a real server process, and a comparison after each. */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { tellsMemory } from '../bench/serverMemory';
import { LspClient } from '../support/lspClient';
import { abilities } from './capabilities';
import { compare } from './compare';
import { compareWithCheck } from './compareWithCheck';
import { type Counts, noCounts } from './counts';
import { Dice } from './Dice';
import { Editor } from './Editor';
import { Finding } from './Finding';
import { growth, type Held, heldBy } from './health';
import { comeToRest } from './rest';
import type { Chaos, Step } from './Step';
import { asking } from './steps/asking';
import { disk, late } from './steps/disk';
import { malformed } from './steps/malformed';
import { settings } from './steps/settings';
import { writing } from './steps/writing';
import { makeWorld } from './world';

const STEPS: readonly Step[] = [...writing, ...disk, ...late, ...settings, ...asking, ...malformed];

export interface ChaosOptions {
  readonly seed: number;
  /** The run ends with the first of both. */
  readonly rounds: number;
  readonly minutes: number;
  readonly notes: number;
  /** Every so many rounds all is put back to how it was first, and memory is looked at. */
  readonly restoreEvery: number;
  /** Every so many rounds all notes are saved and closed, and `claimwright check` has its say. */
  readonly checkEvery: number;
  /** Hears how far it is. */
  readonly say: (words: string) => void;
}

export interface ChaosReport {
  readonly seed: number;
  readonly counts: Counts;
  readonly seconds: number;
  /** What did not hold, with how to see it again; `null` where all did. */
  readonly finding: string | null;
  /** Where the folders are kept that it was found in. */
  readonly root: string;
  /** With the notes that were there first, from time to time. */
  readonly held: readonly Held[];
  /** Milliseconds that one answer took at most, among all others. */
  readonly longest: number;
}

export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, rounds, minutes, say } = options;
  const began = performance.now();
  const counts = noCounts();
  const world = makeWorld(seed, options.notes);
  const root = world.disk.root;
  const told = new Dice(seed).one(abilities);
  const client = await LspClient.start({
    folders: world.folders,
    settings: {},
    nodeArgs: tellsMemory,
    ...told,
  });
  const log = `${root}.log`;
  const note = (words: string) => appendFileSync(log, `${words}\n`);
  const editor = new Editor(client, world.disk, counts, new Dice(~seed), {}, note);
  const held: Held[] = [];
  const folders = new Set(world.folders);
  const chaos = (round: number): Chaos => ({
    ...world,
    editor,
    counts,
    folders,
    late: [],
    dice: new Dice(seed + 1 + round * 7919),
  });
  let finding: string | null = null;
  try {
    await restored(chaos(-1), world.folders);
    held.push(await heldBy(client));
    while (counts.rounds < rounds && performance.now() - began < minutes * 60_000) {
      const now = chaos(counts.rounds);
      note(`round ${counts.rounds}`);
      await playRound(now, note);
      note('  rest');
      await comeToRest(now);
      await compare(now, told);
      counts.rounds++;
      if (counts.rounds % options.checkEvery === 0) await compareWithCheck(now);
      if (counts.rounds % options.restoreEvery !== 0) continue;
      await restored(now, world.folders);
      await compare(now, told);
      held.push(await heldBy(client));
      const { resident, kept, files } = held.at(-1) as Held;
      const words = [
        `${Math.round((performance.now() - began) / 1000)} s`,
        `round ${counts.rounds}`,
        `${counts.requests} requests`,
        `${resident.toFixed(0)} MB resident, ${kept.toFixed(1)} MB kept, ${files} files`,
        `longest wait ${editor.longest.toFixed(0)} ms`,
      ];
      say(words.join(', '));
    }
    const grown = growth(held);
    if (grown !== null) throw new Finding(`it grows: ${grown}`);
    editor.isStopping = true;
    const code = await client.stop();
    if (code !== 0) throw new Finding(`the server ended with ${code}`);
    rmSync(log, { force: true });
  } catch (error) {
    editor.isStopping = true;
    const isFinding = error instanceof Finding;
    const what = isFinding ? error.message : ((error as Error).stack ?? '');
    const again = `npm run chaos -- --seed ${seed} --notes ${options.notes} --rounds ${counts.rounds + 1}`;
    finding = [
      what,
      ...editor.faults,
      `in ${root}, round ${counts.rounds}; again: ${again}; steps in ${log}`,
    ].join('\n');
    const open = [...editor.documents.values()].map(each => [each.uri, each.document.getText()]);
    const evidence = { finding, open, evidence: isFinding ? error.evidence : null };
    writeFileSync(`${root}.json`, JSON.stringify(evidence, null, 2));
    client.kill();
  }
  const seconds = (performance.now() - began) / 1000;
  return { seed, counts, seconds, finding, root, held, longest: editor.longest };
}

async function playRound(chaos: Chaos, log: (step: string) => void): Promise<void> {
  const { dice, editor, counts } = chaos;
  editor.saidNonsense = false;
  const { published, statuses } = editor.client;
  for (let more = dice.between(10, 60); more > 0; more--) {
    const step = dice.weighed(STEPS);
    counts.steps++;
    log(`${step.name}: ${await step.run(chaos).catch(notPossible)}`);
    editor.check();
    if (dice.chance(0.3)) await new Promise(done => setTimeout(done, dice.below(80)));
  }
  published.length = 0;
  statuses.splice(0, Math.max(0, statuses.length - 1));
}

/** What the step was about may be gone, or something else by now: then the disk refuses. */
function notPossible(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/u.test(code)) throw error;
  return `not possible, ${code}`;
}

/** All is as it was first, and the server has heard of it. */
async function restored(chaos: Chaos, first: readonly string[]): Promise<void> {
  const { editor, disk: files, folders } = chaos;
  await editor.answered();
  for (const open of [...editor.documents.values()]) await editor.close(open);
  files.restore();
  const added = first.filter(folder => !folders.has(folder));
  const removed = [...folders].filter(folder => !first.includes(folder));
  await editor.client.folders(added, removed);
  folders.clear();
  for (const folder of first) folders.add(folder);
  editor.settings = {};
  await editor.notify('workspace/didChangeConfiguration', { settings: null });
  await comeToRest(chaos);
}
