/** Lets what a session changes through one by one, so that each is made of what the one before leaves. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Session } from './Session';

/** Milliseconds to wait for the one before: an editor that takes longer asks its author something, or hangs. */
const PATIENCE = 5000;

/** What a session is at, kept when that is over. */
const underWay = new WeakMap<Session, Promise<void>>();

/** `late` where the one before is still not over, `cancelled` where nobody wants it any more, though it may have begun. */
export async function inTurn<Result>(
  session: Session,
  token: CancellationToken,
  work: () => Promise<Result>,
): Promise<Result | 'late' | 'cancelled'> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    if (token.isCancellationRequested) return 'cancelled';
    const before = underWay.get(session);
    if (before === undefined) break;
    if (!(await isOver(before, end - performance.now(), token)))
      return token.isCancellationRequested ? 'cancelled' : 'late';
  }
  const made = work();
  const over = made.then(
    () => {},
    () => {},
  );
  // Whoever gives it up lets the others through.
  const done = Promise.race([over, cancelled(token)]).then(() => {
    if (underWay.get(session) === done) underWay.delete(session);
  });
  underWay.set(session, done);
  return Promise.race([made, cancelled(token)]);
}

function isOver(work: Promise<void>, within: number, token: CancellationToken): Promise<boolean> {
  return new Promise(resolve => {
    const end = (is: boolean) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(is);
    };
    const timer = setTimeout(() => end(false), Math.max(0, within));
    const listener = token.onCancellationRequested(() => end(false));
    void work.then(() => end(true));
  });
}

function cancelled(token: CancellationToken): Promise<'cancelled'> {
  return new Promise(resolve => {
    token.onCancellationRequested(() => resolve('cancelled'));
  });
}
