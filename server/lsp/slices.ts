/** Runs long work in short slices, so that requests are answered in between. */

/** Milliseconds: short enough not to be felt, long enough that yielding costs little. */
const SLICE = 10;

/** Calls `step` for each item; `pause` is called after each slice and may end the work by returning `false`. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  step: (item: Item) => void,
  pause: () => boolean = () => true,
): Promise<boolean> {
  let started = performance.now();
  for (const item of items) {
    step(item);
    if (performance.now() - started < SLICE) continue;
    if (!pause()) return false;
    await yielded();
    started = performance.now();
  }
  return pause();
}

/** A turn of the event loop, so that waiting messages are read. */
function yielded(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
