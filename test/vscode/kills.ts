/**
 * Kills the language server in a real window, at random moments while somebody edits, and asks after each death that
 * nothing is lost and that all works again: `npm run kills -- [--times N] [--seed N] [--only DEED] [--document]`. Linux
 * only.
 */
import { parseArgs } from 'node:util';
import { quantiles } from '../bench/quantiles';
import { random } from '../bench/titles';
import { row, writePart } from '../reliability/document';
import { type Deed, deeds, type Outcome } from './kills/deeds';
import { Trials } from './kills/Trials';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    document: { type: 'boolean', default: false },
  },
});
/** Deaths between two looks at what the processes do at rest. */
const LOOK = 20;
/** Each is told, and a new window goes on. */
const MOST_FINDINGS = 10;
/** Characters of the note, after which it begins anew: its first lines must be in sight. */
const MOST_TEXT = 1500;
/** Processor seconds a second: more is burning. */
const MOST_LOAD = 0.3;

interface Deaths {
  readonly name: string;
  readonly outcomes: Outcome[];
}

async function main(): Promise<void> {
  const [times, seed] = [Number(values.times), Number(values.seed)];
  if (!(times > 0)) throw new Error('--times is a number above 0.');
  console.log(`seed ${seed}`);
  const chance = random(seed);
  const deaths: Deaths[] = deeds.map(({ name }) => ({ name, outcomes: [] }));
  const wanted = deeds.filter(({ name }) => values.only === undefined || name === values.only);
  if (wanted.length === 0)
    throw new Error(`--only is one of: ${deeds.map(({ name }) => name).join(', ')}.`);
  let trials = await opened();
  const begun = Date.now();
  const findings: string[] = [];
  let most = 0;
  let kills = 0;
  let messages = 0;
  try {
    for (let round = 0; kills < times; round++) {
      const deed = chosen(wanted, chance());
      try {
        const outcome = await deed.run(trials, chance);
        deaths.find(({ name }) => name === deed.name)?.outcomes.push(outcome);
        kills += outcome.kills;
        console.log(`${kills}\t${deed.name}\t${outcome.marked} ms\t${outcome.answered ?? ''}`);
        if (trials.text.length > MOST_TEXT) await trials.restore();
        if (round % LOOK === LOOK - 1) most = Math.max(most, await restingLoad(trials));
      } catch (error) {
        findings.push(deed.name);
        console.error(`FOUND after ${kills} deaths, ${deed.name}:`, error);
        await trials.picture(`kills-${seed}-${kills}`);
        if (findings.length === MOST_FINDINGS) break;
        messages += trials.messages;
        await trials.close();
        trials = await opened();
      }
    }
    most = Math.max(most, await restingLoad(trials));
  } finally {
    messages += trials.messages;
    await trials.close();
  }
  const minutes = Math.round((Date.now() - begun) / 60_000);
  const text = told(deaths, { kills, minutes, messages, load: most });
  console.log(text);
  if (findings.length > 0) throw new Error(`Found: ${findings.join(', ')}`);
  if (values.document) writePart('kills', text);
}

async function opened(): Promise<Trials> {
  const trials = new Trials();
  try {
    await trials.open();
    return trials;
  } catch (error) {
    await trials.picture('kills-open');
    await trials.close();
    throw error;
  }
}

/** Heavier ones more often. */
function chosen(from: readonly Deed[], chance: number): Deed {
  let left = chance * from.reduce((sum, { weight }) => sum + weight, 0);
  for (const deed of from) {
    left -= deed.weight;
    if (left < 0) return deed;
  }
  throw new Error('a chance is below 1');
}

async function restingLoad(trials: Trials): Promise<number> {
  const load = await trials.load();
  if (load > MOST_LOAD) throw new Error(`${load} processor seconds a second, and nothing to do`);
  return load;
}

interface Sums {
  readonly kills: number;
  readonly minutes: number;
  /** That were shown. */
  readonly messages: number;
  readonly load: number;
}

function told(deaths: readonly Deaths[], { kills, minutes, messages, load }: Sums): string {
  const all = { name: 'all', outcomes: deaths.flatMap(({ outcomes }) => outcomes) };
  const rows = [...deaths, all].filter(({ outcomes }) => outcomes.length > 0).map(rowOf);
  const head = ['while', 'deaths', 'back', '95 %', 'longest', 'answer', 'longest', 'edits'];
  const said = messages === 0 ? 'no message was shown' : `messages shown: ${messages}, none twice`;
  return [
    `\`npm run kills\` opens the example vault in a real VS Code, with the claim view and the pages of health and graph in sight, and kills the server at random moments while keys are pressed: here ${kills} times in ${minutes} minutes. After each death the text was what was typed, every edit of several notes was made as a whole or not at all, the fault of the note was marked once, the status bar and all views said what they said before, one server ran and no process was left behind; ${said}. Seconds are from the death to the fault being marked again (*back*: the middle, what 95 of 100 stay below, and the longest; of edits, to the status bar counting notes again), and to the first right hover or completion (the middle and the longest). At rest the server and its editor took ${(load * 100).toFixed(0)} % of a processor at most.`,
    [row(...head), '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function rowOf({ name, outcomes }: Deaths): string {
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const back = quantiles(outcomes.map(({ marked }) => marked));
  const answers = outcomes.flatMap(({ answered }) => (answered === null ? [] : [answered]));
  const answer = quantiles(answers);
  const answered = answers.length === 0 ? ['', ''] : [answer.p50, answer.most].map(seconds);
  const killed = outcomes.reduce((sum, each) => sum + each.kills, 0);
  const edits = outcomes.filter(({ made }) => made !== undefined);
  const made = edits.filter(each => each.made).length;
  const whole = edits.length === 0 ? '' : `${made} made, ${edits.length - made} not`;
  const times = [back.p50, back.p95, back.most].map(seconds);
  return row(name, String(killed), ...times, ...answered, whole);
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
