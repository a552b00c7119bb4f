/** Runs long work in short slices, so that requests are answered in between. */

/** Milliseconds: short enough not to be felt, long enough that yielding costs little. */
const SLICE = 10;
/** Milliseconds that requests may take in a row before work goes on: else it would never end. */
const LONGEST_BREATH = 100;
/** Milliseconds: a turn of the event loop that takes less had little to do. */
const IDLE_TURN = 0.5;
/** So many of them in a row, and nothing waits: a quick answer is found in one, and written in others. */
const IDLE_TURNS = 4;

/** When the slice under way began, whoever's it is: of many works at once each gets its slices in turn. */
let began = Number.NEGATIVE_INFINITY;
/** Ends when whoever wants a slice now has had one. */
let turns: Promise<void> = Promise.resolve();

/** Calls `step` for each item; `pause` is called after each slice, may take its time, and ends the work by `false`. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  step: (item: Item) => void,
  pause: () => boolean | Promise<boolean> = () => true,
): Promise<boolean> {
  for (const item of items) {
    step(item);
    if (performance.now() - began < SLICE) continue;
    if (!(await pause())) return false;
    turns = turns.then(breath);
    await turns;
  }
  return pause();
}

/** What work comes to that yields in between; `null` where `goesOn` ended it before. */
export async function resultInSlices<Result>(
  work: Generator<unknown, Result>,
  goesOn: () => boolean,
): Promise<Result | null> {
  const results: Result[] = [];
  const steps = function* () {
    results.push(yield* work);
  };
  return (await inSlices(steps(), () => {}, goesOn)) ? (results[0] ?? null) : null;
}

/** Lets everything through that waits: a message may need several turns of the event loop, and bring others with it. */
async function breath(): Promise<void> {
  const start = performance.now();
  // The first turn only reads what came; who wrote it hears of it in the next.
  await turn();
  let last = performance.now();
  for (let idle = 0; idle < IDLE_TURNS && last - start < LONGEST_BREATH; ) {
    await turn();
    const now = performance.now();
    idle = now - last < IDLE_TURN ? idle + 1 : 0;
    last = now;
  }
  began = performance.now();
}

function turn(): Promise<void> {
  return new Promise(resolve => soon(resolve));
}

/** A worker of a browser has no such function; a message to itself comes behind those that wait. */
const soon = typeof setImmediate === 'function' ? setImmediate : soonByMessage();

function soonByMessage(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return run => {
    waiting.push(run);
    port2.postMessage(null);
  };
}
