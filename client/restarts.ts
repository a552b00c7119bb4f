/**
 * When a server that died is started again by itself. A vault that kills it at each start must not be read for ever; one
 * that died now and then, after it worked, is wanted back at once, however often that was.
 */

/** Milliseconds before each restart, longer the less it worked in between. */
const DELAYS = [0, 500, 1000, 2000, 4000];
/** Milliseconds of work that make up for one death; no less than the start took. */
const MAKES_UP = 1000;

export class Restarts {
  private left = DELAYS.length;

  /** Milliseconds to wait, given how long it took to start and then worked; `null` where it is given up. */
  next(started: number, worked: number): number | null {
    const earned = worked / Math.max(MAKES_UP, started);
    this.left = Math.min(DELAYS.length, this.left + earned);
    const delay = this.left < 1 ? undefined : DELAYS[DELAYS.length - Math.floor(this.left)];
    this.left -= 1;
    return delay ?? null;
  }
}
