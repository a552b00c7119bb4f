/** Tells a client that shows previews that links may lead elsewhere now, or embedded texts say something else. */
import type { Connection } from 'vscode-languageserver';
import { previewChangedMethod } from './protocol';
import { Quiet } from './Quiet';

/** Milliseconds without a change before the client hears of it. */
const QUIET = 250;
/** Milliseconds after which it hears of changes without a pause all the same. */
const PATIENCE = 1000;

export class Previews {
  private asked = false;
  private readonly work = new Quiet(QUIET, PATIENCE, async () => {
    void this.connection.sendNotification(previewChangedMethod);
  });

  constructor(private readonly connection: Connection) {}

  /** The client shows previews from now on. */
  follow(): void {
    this.asked = true;
  }

  /** Notes, settings or vaults changed. */
  changed(): void {
    if (this.asked) this.work.wake();
  }
}
